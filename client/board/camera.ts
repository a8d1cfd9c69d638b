import type { Frame } from '../../shared/domain/canvas-view'

/** The first and last are the limits. */
export const ZOOM_STEPS = [0.08, 0.15, 0.25, 0.4, 0.6, 0.8, 1, 1.25, 1.6, 2, 3]

const MARGIN = 26

/** A camera that shows a frame whole, above what the tools cover; never larger than life, or than `largest`. */
export function cameraRound(
  frame: Frame,
  screen: { w: number; h: number; covered: number; largest?: number },
): { x: number; y: number; z: number } {
  const w = Math.max(screen.w - 2 * MARGIN, 50)
  const h = Math.max(screen.h - screen.covered - 1.5 * MARGIN, 50)
  const least = ZOOM_STEPS[0] ?? 0.08
  const z = Math.min(screen.largest ?? 1, Math.max(least, Math.min(w / frame.w, h / frame.h)))
  return {
    x: (MARGIN + Math.max(0, w - frame.w * z) / 2) / z - frame.x,
    y: (MARGIN * 0.75 + Math.max(0, h - frame.h * z) / 2) / z - frame.y,
    z,
  }
}
