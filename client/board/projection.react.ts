import { createShapeId, type Editor, type IndexKey, type TLShape, type TLShapeId } from 'tldraw'
import { type BoardShape, changedShapes } from './board-shapes'

const LAYER_INDEX = ['a1', 'a2', 'a3'] as IndexKey[]

export function shapeIdOf(id: string): TLShapeId {
  return createShapeId(id)
}

/**
 * Keeps the store showing the shapes it was last given. Only what changed is put, as changes from outside, so nothing of it
 * enters tldraw's history or comes back as somebody's edit [B3].
 */
export class Projection {
  #shown: ReadonlyMap<string, BoardShape> = new Map()

  constructor(private readonly editor: Editor) {}

  show(shapes: ReadonlyMap<string, BoardShape>): void {
    const { put, remove } = changedShapes(this.#shown, shapes)
    this.#shown = shapes
    if (put.length === 0 && remove.length === 0) return
    const { store } = this.editor
    store.mergeRemoteChanges(() => {
      store.remove(remove.map(shapeIdOf))
      for (const shape of put) this.#put(shape)
    })
  }

  /** These are no longer drawn as last shown; the next `show` puts them right. */
  forget(ids: ReadonlySet<string>): void {
    this.#shown = new Map([...this.#shown].filter(([id]) => !ids.has(id)))
  }

  /** One by one: a record that the schema refuses leaves the others where they are [B4]. */
  #put(shape: BoardShape): void {
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
