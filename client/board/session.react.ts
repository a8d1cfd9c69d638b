import {
  atom,
  type Computed,
  computed,
  type Editor,
  type IndexKey,
  react,
  type TLShape,
  type TLShapeId,
  type TLShapePartial,
  unsafe__withoutCapture as untracked,
} from 'tldraw'
import type { Frame } from '../../shared/domain/canvas-view'
import { BoardCamera } from './camera.react'
import type { BoardControl, BoardEvents, BoardFeed, Drawing, PersonHere, Point } from './crossing'
import { boxOf, Gesture, type Surface, withClusterNotes } from './gesture'
import { Projection, shapeIdOf } from './projection.react'

/** Above every note. */
const LIFTED_INDEX = 'a9' as IndexKey
const NONE: ReadonlySet<string> = new Set()

/**
 * One board on one screen, on the React side: holds the editor, draws what the feed says, and tells the events what a
 * person did. Movement of a drag lives here and in presence; the store is set right again at its end.
 */
export class BoardSession implements Surface {
  readonly gesture = new Gesture(this)
  readonly drawing = atom<Drawing | null>('drawing', null)
  readonly lifted = atom<ReadonlySet<string>>('lifted', NONE)
  readonly target = atom<string | null>('target', null)
  readonly people = atom<readonly PersonHere[]>('people', [])
  /** Items that somebody else drags now: drawn faint where they lie. */
  readonly draggedByOthers: Computed<ReadonlySet<string>> = computed('draggedByOthers', () => this.#draggedByOthers())
  #editor: Editor | undefined
  #projection: Projection | undefined
  #camera: BoardCamera | undefined
  #wanted: string | null = null
  #editing: string | null = null
  /** Drawn away from where the layout has them. */
  #moved = NONE

  constructor(
    readonly feed: BoardFeed,
    readonly events: BoardEvents,
  ) {}

  /** Starts drawing in an editor; returns how to stop. */
  open(editor: Editor): () => void {
    this.#editor = editor
    this.#projection = new Projection(editor)
    const camera = new BoardCamera(editor, this.feed, () => this.layout())
    this.#camera = camera
    const stops = [
      this.feed.drawings((drawing) => this.#draw(drawing)),
      this.feed.people((people) => this.people.set(people)),
      this.feed.scheme((colorScheme) => editor.user.updateUserPreferences({ colorScheme })),
      react('selection', () => {
        const ids = this.selected()
        if (!this.gesture.busy) untracked(() => this.events.selected(ids))
      }),
      react('zoom', () => this.events.zoomed(editor.getZoomLevel())),
      react('size', () => {
        const size = editor.getViewportScreenBounds()
        untracked(() => camera.resized(size, this.selected()))
      }),
    ]
    camera.fit(false)
    return () => {
      for (const stop of stops) stop()
      this.#editor = undefined
    }
  }

  control(close: () => void): BoardControl {
    return {
      select: (ids) => this.select(ids),
      edit: (id) => this.edit(id),
      stopEditing: () => this.stopEditing(),
      zoomIn: () => this.#camera?.zoomIn(),
      zoomOut: () => this.#camera?.zoomOut(),
      zoomToFull: () => this.#camera?.zoomToFull(),
      fit: () => this.#camera?.fit(true),
      show: (id) => this.#camera?.show(id),
      frame: (id) => this.#camera?.frame(id),
      focus: () => this.#editor?.getContainer().focus(),
      centre: () => this.#editor?.getViewportPageBounds().center.toJson() ?? { x: 0, y: 0 },
      close,
    }
  }

  /* what the gesture acts on */

  layout() {
    return this.drawing.get()?.layout ?? EMPTY_LAYOUT
  }

  selected(): string[] {
    return this.#editor?.getSelectedShapeIds().map(itemIdOf) ?? []
  }

  select(ids: readonly string[]): void {
    const editor = this.#editor
    if (!editor) return
    const known = ids.map(shapeIdOf).filter((id) => editor.getShape(id))
    editor.run(() => editor.setSelectedShapes(known), { history: 'ignore' })
  }

  mayMove(ids: readonly string[]): boolean {
    return this.feed.mayMove(ids)
  }

  mayWrite(id: string): boolean {
    return this.feed.mayWrite(id)
  }

  lift(ids: readonly string[], by: Point, target: string | null): void {
    const editor = this.#editor
    if (!editor) return
    const layout = this.layout()
    const all = withClusterNotes(layout, ids)
    const starts = this.lifted.get() === NONE
    if (starts) {
      this.#moved = all
      this.lifted.set(new Set(ids))
    }
    this.target.set(target)
    const moved = [...all].flatMap((id): TLShapePartial<TLShape>[] => {
      const box = boxOf(layout, id)
      const shape = editor.getShape(shapeIdOf(id))
      if (!box || !shape) return []
      return [{ id: shape.id, type: shape.type, x: box.x + by.x, y: box.y + by.y, index: LIFTED_INDEX }]
    })
    editor.run(() => editor.updateShapes(moved), { history: 'ignore' })
    this.events.dragging({ ids, dx: by.x, dy: by.y })
  }

  settle(): void {
    this.lifted.set(NONE)
    this.target.set(null)
    this.#projection?.forget(this.#moved)
    this.#moved = NONE
    this.#showDrawing()
    this.events.dragging(null)
    this.#editor?.clearHistory()
  }

  brush(frame: Frame | null): void {
    this.#editor?.updateInstanceState({ brush: frame })
    // the panel waits until the frame is drawn: it would make the canvas smaller meanwhile
    if (frame !== null) return
    this.#showDrawing()
    this.events.selected(this.selected())
  }

  pan(by: Point): void {
    this.#camera?.pan(by)
  }

  edit(id: string): void {
    const editor = this.#editor
    const shape = editor?.getShape(shapeIdOf(id))
    if (!editor || !shape) {
      this.#wanted = id
      return
    }
    this.#wanted = null
    this.select([id])
    this.#camera?.showForWriting(id)
    this.#setEditing(id)
  }

  dropped: Surface['dropped'] = (ids, drop) => this.events.dropped(ids, drop)
  refused: Surface['refused'] = (ids) => this.events.refused(ids)
  addNoteAt: Surface['addNoteAt'] = (point) => this.events.addNoteAt(point)

  /* the rest */

  stopEditing(): void {
    if (this.#editing !== null) this.#setEditing(null)
  }

  /** Focus left the field: by Enter it is already another's turn. */
  leaveField(id: string): void {
    if (this.#editing === id) this.stopEditing()
  }

  #draw(drawing: Drawing): void {
    this.drawing.set(drawing)
    if (!this.gesture.busy) this.#showDrawing()
    this.#noticeLost(drawing)
    if (this.#wanted && drawing.shapes.has(this.#wanted)) this.edit(this.#wanted)
    this.#camera?.keepInReach(drawing.layout.bounds)
  }

  /** What came while something was in hand is drawn now. */
  #showDrawing(): void {
    const drawing = this.drawing.get()
    if (drawing) this.#projection?.show(drawing.shapes)
  }

  /** What one was writing in was deleted or merged away by somebody else. */
  #noticeLost(drawing: Drawing): void {
    if (this.#editing === null || drawing.shapes.has(this.#editing)) return
    const lost = this.#editing
    this.#setEditing(null)
    this.events.lostField(lost)
  }

  #setEditing(id: string | null): void {
    this.#editing = id
    this.#editor?.setEditingShape(id === null ? null : shapeIdOf(id))
    this.events.editing(id)
  }

  #draggedByOthers(): ReadonlySet<string> {
    const drawing = this.drawing.get()
    const ids = this.people.get().flatMap((person) => person.presence.dragging?.ids ?? [])
    if (ids.length === 0 || !drawing) return NONE
    return withClusterNotes(drawing.layout, ids)
  }
}

const EMPTY_LAYOUT: Drawing['layout'] = {
  sections: new Map(),
  clusters: new Map(),
  notes: new Map(),
  parts: [],
  stretch: 1,
  bounds: { x: 0, y: 0, w: 0, h: 0 },
}

function itemIdOf(id: TLShapeId): string {
  return id.slice('shape:'.length)
}
