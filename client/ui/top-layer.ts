/**
 * For the element that a menu or popover is put into: one that opens over a modal dialog must neither be hidden from
 * screen readers by it (data-live-announcer exempts what comes later) nor close it when pressed (data-kb-top-layer).
 */
export function markTopLayer(element: Element): void {
  element.setAttribute('data-live-announcer', 'true')
  element.setAttribute('data-kb-top-layer', '')
}
