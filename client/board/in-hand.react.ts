import { atom, type Editor, type IndexKey, type TLShape, type TLShapePartial } from 'tldraw'
import type { CanvasLayout } from '../../shared/layout/boxes'
import type { Point } from './crossing'
import { boxOf } from './items-at'
import { Layers } from './layers.react'
import { withAllIn } from './moved-together'
import { shapeIdOf } from './projection.react'

/** Above all that is not in hand, and to each other as they lie: by the index of a shape where it lies. */
const LIFTED: Record<string, string> = { a1: 'a5', a2: 'a6', a3: 'a7', a4: 'a8' }
export const NONE: ReadonlySet<string> = new Set()

/** What a person here has in hand: drawn away from where it lies, on layers of its own, over what it would drop into. */
export class InHand {
  readonly lifted = atom<ReadonlySet<string>>('lifted', NONE)
  readonly target = atom<string | null>('target', null)
  /** What is drawn away from where it lies, what lies in it included, and how far. */
  readonly moved = atom<ReadonlySet<string>>('moved', NONE)
  readonly movedBy = atom<Point>('movedBy', { x: 0, y: 0 })
  readonly #layers = new Layers()

  lift(
    editor: Editor,
    layout: CanvasLayout,
    lifted: { ids: readonly string[]; by: Point; target: string | null },
  ): void {
    const { ids, by, target } = lifted
    const all = withAllIn(layout, ids)
    if (this.lifted.get() === NONE) {
      this.moved.set(all)
      this.lifted.set(new Set(ids))
      this.#layers.raise(editor, all)
    }
    this.movedBy.set(by)
    this.target.set(target)
    const moved = [...all].flatMap((id): TLShapePartial<TLShape>[] => {
      const box = boxOf(layout, id)
      const shape = editor.getShape(shapeIdOf(id))
      if (!box || !shape) return []
      const index = (LIFTED[shape.index] ?? shape.index) as IndexKey
      return [{ id: shape.id, type: shape.type, x: box.x + by.x, y: box.y + by.y, index }]
    })
    editor.run(() => editor.updateShapes(moved), { history: 'ignore' })
  }

  /** Answers with what was drawn elsewhere: it is to be drawn where it lies again. */
  lower(): ReadonlySet<string> {
    this.lifted.set(NONE)
    this.#layers.lower()
    this.target.set(null)
    const moved = this.moved.get()
    this.moved.set(NONE)
    return moved
  }
}
