/** A page whose code took longer to start came over a slow line, ms. */
const QUICK_MS = 1_500

/**
 * Words are set in the product's own font from the start, unless the line is slow: there its 34 kB would keep back for most of
 * a second what one came for, and it comes `after` that. Until then, the device's own.
 */
export function useOwnFont(root: HTMLElement, after: (run: () => void) => void): void {
  const use = () => {
    root.dataset.font = 'own'
  }
  if (performance.now() < QUICK_MS) use()
  else after(use)
}
