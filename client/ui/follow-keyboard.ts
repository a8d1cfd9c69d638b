/** Less than this is a browser's own bar coming and going, px. */
const LEAST_KEYBOARD = 120

type Seen = Pick<VisualViewport, 'height' | 'offsetTop' | 'scale' | 'addEventListener' | 'removeEventListener'>
type Frame = { innerHeight: number; visualViewport: Seen | null }

/**
 * Says on the root element, as `--keyboard`, how much of the window's foot a phone's keyboard lies over. Where the window
 * itself shrinks with the keyboard (`interactive-widget` in index.html) that is nothing; Safari knows only this way.
 * Returns how to stop.
 */
export function followKeyboard(frame: Frame, root: HTMLElement): () => void {
  const seen = frame.visualViewport
  if (!seen) return () => {}
  const look = () => {
    // pinched in, one sees a part of the page, and that is no keyboard
    const hidden = seen.scale > 1.05 ? 0 : frame.innerHeight - seen.height - seen.offsetTop
    if (hidden < LEAST_KEYBOARD) root.style.removeProperty('--keyboard')
    else root.style.setProperty('--keyboard', `${Math.round(hidden)}px`)
  }
  seen.addEventListener('resize', look)
  seen.addEventListener('scroll', look)
  look()
  return () => {
    seen.removeEventListener('resize', look)
    seen.removeEventListener('scroll', look)
    root.style.removeProperty('--keyboard')
  }
}
