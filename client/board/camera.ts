import type { Frame } from '../../shared/domain/canvas-view'

/** The first and last are the limits, unless the canvas is so large that it is seen whole only from further away. */
export const ZOOM_STEPS = [0.08, 0.15, 0.25, 0.4, 0.6, 0.8, 1, 1.25, 1.6, 2, 3]

const MARGIN = 26
/** A note's words are about 10 px high then. */
const LEAST_READING_ZOOM = 0.6
/** Nothing can be told apart from further away; a canvas that is larger still is not seen whole. */
const FARTHEST = 0.004

type Screen = { w: number; h: number; covered: number; largest?: number }

/** A camera from which something can be read: round it, or where it is too large for that, at its start. */
export function cameraToRead(frame: Frame, screen: Screen): { x: number; y: number; z: number } {
  const whole = cameraRound(frame, screen)
  const z = LEAST_READING_ZOOM
  if (whole.z >= z) return whole
  const [x, y] = [MARGIN / z - frame.x, (MARGIN * 0.75) / z - frame.y]
  const fitsAcross = frame.w * z <= screen.w - 2 * MARGIN
  return { x: fitsAcross ? (screen.w / z - frame.w) / 2 - frame.x : x, y, z }
}

/** A camera that shows a frame whole, above what the tools cover; never larger than life, or than `largest`. */
export function cameraRound(frame: Frame, screen: Screen): { x: number; y: number; z: number } {
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
