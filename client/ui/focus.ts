/** Moves focus to an element that may not take it by itself (a heading, a region), and brings it into view unless told not to. */
export function focusOn(target: HTMLElement | string | null | undefined, options?: FocusOptions): boolean {
  const element = typeof target === 'string' ? document.getElementById(target) : target
  if (!element) return false
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.tabIndex = -1
  element.focus(options)
  return document.activeElement === element
}

/** Whether focus is on nothing, or on something within what is about to go. */
export function isNowhere(going: Element): boolean {
  const { activeElement, body } = document
  return activeElement === null || activeElement === body || going.contains(activeElement)
}

/**
 * Remembers where focus is now and hands back a way to return there. An item of a menu is gone by then: its menu's
 * button stands in for it.
 */
export function rememberFocus(): () => void {
  const before = document.activeElement
  const menuButton = before?.closest('[role="menu"]')?.getAttribute('aria-labelledby')
  return () => {
    const target = menuButton ? document.getElementById(menuButton) : before
    if (target instanceof HTMLElement && target.isConnected && target !== document.body) {
      target.focus({ preventScroll: true })
    }
  }
}
