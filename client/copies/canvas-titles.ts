import type { CanvasId } from '../../shared/domain/ids'
import { useWorkshop } from '../workshop/workshop-context'

/** What the workshop's canvases are called. */
export function createCanvasTitles(): (id: CanvasId) => string {
  const workshop = useWorkshop()
  return (id) => workshop.stage.workshop?.canvases.find((canvas) => canvas.id === id)?.title ?? ''
}
