import type { Frame } from '../../shared/domain/canvas-view'

/** The first and last are the limits, unless the canvas is so large that it is seen whole only from further away. */
export const ZOOM_STEPS = [0.08, 0.15, 0.25, 0.4, 0.6, 0.8, 1, 1.25, 1.6, 2, 3]

const MARGIN = 26
/** Nothing can be told apart from further away; a canvas that is larger still is not seen whole. */
const FARTHEST = 0.004

/** A camera that shows a frame whole, above what the tools cover; never larger than life, or than `largest`. */
export function cameraRound(
  frame: Frame,
  screen: { w: number; h: number; covered: number; largest?: number },
): { x: number; y: number; z: number } {
  const w = Math.max(screen.w - 2 * MARGIN, 50)
  const h = Math.max(screen.h - screen.covered - 1.5 * MARGIN, 50)
  const z = Math.min(screen.largest ?? 1, Math.max(FARTHEST, Math.min(w / frame.w, h / frame.h)))
  return {
    x: (MARGIN + Math.max(0, w - frame.w * z) / 2) / z - frame.x,
    y: (MARGIN * 0.75 + Math.max(0, h - frame.h * z) / 2) / z - frame.y,
    z,
  }
}

/** The steps of zoom, so that the whole canvas is always within reach. `whole`: the zoom at which it is seen. */
export function zoomSteps(whole: number): number[] {
  return whole < (ZOOM_STEPS[0] ?? 0) ? [whole, ...ZOOM_STEPS] : ZOOM_STEPS
}
