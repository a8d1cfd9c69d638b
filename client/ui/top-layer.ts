import styles from './overlay.module.css'

/**
 * For the element that a menu or popover is put into: one that opens over a modal dialog must neither be hidden from
 * screen readers by it (data-live-announcer exempts what comes later) nor close it when pressed (data-kb-top-layer).
 * It lies over the window, not in the page: when the page scrolls under an open menu, what one is about to press stays
 * where it is.
 */
export function markTopLayer(element: Element): void {
  element.classList.add(styles.layer ?? '')
  element.setAttribute('data-live-announcer', 'true')
  element.setAttribute('data-kb-top-layer', '')
}
