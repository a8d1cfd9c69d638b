import type { Frame } from '../../shared/domain/canvas-view'
import type { CanvasLayout } from '../../shared/layout/boxes'
import type { Drop } from '../../shared/layout/spot-at'
import type { Point } from './crossing'

/** A pointer event in canvas units. */
export type Press = { at: Point; screen: Point; add: boolean; touch: boolean }

/** What a gesture acts on: the drawing, and how to show what is going on. It never touches the document. */
export interface Surface {
  layout(): CanvasLayout
  selected(): readonly string[]
  select(ids: readonly string[]): void
  /** Those of them that may be moved. */
  movable(ids: readonly string[]): readonly string[]
  mayWrite(id: string): boolean
  /** Draws items away from where they lie, and lights up what they would drop into. */
  lift(ids: readonly string[], by: Point, target: string | null): void
  /** Draws everything where the layout has it again. */
  settle(): void
  brush(frame: Frame | null): void
  pan(by: Point): void
  edit(id: string): void
  /** `stays`: what was selected too, and may not be moved. */
  dropped(ids: readonly string[], drop: Drop, stays: readonly string[]): void
  maySections(): boolean
  zoom(): number
  /** Let go of a section, or of its corner. */
  reframed(id: string, how: 'move' | 'resize', frame: Frame): void
  folded(id: string): void
  refused(ids: readonly string[]): void
  addNoteAt(point: Point): void
}
