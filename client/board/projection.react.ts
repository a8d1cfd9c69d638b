import { createShapeId, type Editor, type IndexKey, type TLShape, type TLShapeId } from 'tldraw'
import { alike, type BoardShape } from './board-shapes'

const LAYER_INDEX = ['a1', 'a2', 'a3', 'a4'] as IndexKey[]

export function shapeIdOf(id: string): TLShapeId {
  return createShapeId(id)
}

/**
 * How much is done at once: so many shapes made and so many taken away. What changed is always drawn at once. `keeps`: what
 * is in it stays although it is not wanted any more.
 */
export type Pace = { most: number; held: ReadonlySet<string>; keeps?: ReadonlyMap<string, unknown> | undefined }
const AT_ONCE: Pace = { most: Number.POSITIVE_INFINITY, held: new Set() }

/**
 * Keeps the store showing the shapes it was last given. Only what changed is put, as changes from outside, so nothing of it
 * enters tldraw's history or comes back as somebody's edit [B3].
 */
export class Projection {
  readonly #drawn = new Map<string, BoardShape>()

  constructor(private readonly editor: Editor) {}

  /** What the store has just now. */
  get drawn(): ReadonlyMap<string, BoardShape> {
    return this.#drawn
  }

  /** True when everything is as wanted; else call again in the next frame. `held` stay as they are, for they are in hand. */
  show(wanted: ReadonlyMap<string, BoardShape>, { most, held, keeps }: Pace = AT_ONCE): boolean {
    const gone = [...this.#drawn.keys()].filter((id) => !wanted.has(id) && !held.has(id) && !keeps?.has(id))
    const made = [...wanted.values()].filter((shape) => !this.#drawn.has(shape.id))
    const changed = [...wanted.values()].filter((shape) => {
      const drawn = this.#drawn.get(shape.id)
      return drawn && drawn !== shape && !held.has(shape.id)
    })
    const put = [...changed.filter((shape) => this.#differs(shape)), ...made.slice(0, most)]
    const remove = gone.slice(0, most)
    for (const id of remove) this.#drawn.delete(id)
    if (put.length > 0 || remove.length > 0) this.#write(put, remove)
    return made.length <= most && gone.length <= most
  }

  /** These are no longer drawn as last shown; the next `show` puts them right. */
  forget(ids: ReadonlySet<string>): void {
    for (const id of ids) {
      const shape = this.#drawn.get(id)
      if (shape) this.#drawn.set(id, { ...shape, x: Number.NaN })
    }
  }

  /** Drawn alike, the new record is as good as the old one and need not be compared again. */
  #differs(shape: BoardShape): boolean {
    const drawn = this.#drawn.get(shape.id)
    if (!drawn || !alike(drawn, shape)) return true
    this.#drawn.set(shape.id, shape)
    return false
  }

  #write(put: readonly BoardShape[], remove: readonly string[]): void {
    const { store } = this.editor
    store.mergeRemoteChanges(() => {
      store.remove(remove.map(shapeIdOf))
      for (const shape of put) this.#put(shape)
    })
  }

  /** One by one: a record that the schema refuses leaves the others where they are [B4]. */
  #put(shape: BoardShape): void {
    this.#drawn.set(shape.id, shape)
    try {
      this.editor.store.put([recordOf(shape, this.editor)])
    } catch {
      this.editor.store.remove([shapeIdOf(shape.id)])
    }
  }
}

function recordOf(shape: BoardShape, editor: Editor): TLShape {
  return {
    id: shapeIdOf(shape.id),
    typeName: 'shape',
    type: shape.type,
    x: shape.x,
    y: shape.y,
    rotation: 0,
    index: LAYER_INDEX[shape.layer] ?? ('a1' as IndexKey),
    parentId: editor.getCurrentPageId(),
    isLocked: false,
    opacity: 1,
    props: shape.props,
    meta: {},
  } as TLShape
}
