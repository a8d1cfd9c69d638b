import type { CanvasId, CopyId, StepId } from './ids'

/** A canvas as it was when everybody left a step. */
export type CanvasCopy = {
  id: CopyId
  canvasId: CanvasId
  stepId: StepId
  /** As it was called then. */
  stepTitle: string
  /** When the step was left: the same for all copies of that moment. */
  leftAt: number
  /** The moment that the copy shows; later than `leftAt` when the disk was slow. */
  at: number
  notes: number
  /** Nothing had changed on the canvas since its copy before. */
  unchanged: boolean
  /** The canvas that it was opened as, the last one if it was several times. */
  openedAs: CanvasId | null
}
