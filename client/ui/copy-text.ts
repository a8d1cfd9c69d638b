/**
 * Puts text on the clipboard. `navigator.clipboard` exists only on https and localhost; on a plain http address of a
 * local network a hidden text area and the old command do it. `near` keeps that text area inside an open dialog, whose
 * focus trap would otherwise take the selection away. True when it worked.
 */
export async function copyText(text: string, near: Element = document.body): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text)
      return true
    }
  } catch {
    // refused (permission, focus elsewhere): the old way may still work
  }
  return copyByCommand(text, near)
}

function copyByCommand(text: string, near: Element): boolean {
  const before = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.setAttribute('aria-hidden', 'true')
  // by property, not by attribute, which a strict content policy refuses; 16px keeps phones from zooming
  Object.assign(area.style, { position: 'fixed', insetBlockStart: '0', opacity: '0', fontSize: '16px' })
  near.append(area)
  area.focus({ preventScroll: true })
  area.select()
  area.setSelectionRange(0, text.length)
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    area.remove()
    if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  }
}
