import {
  atom,
  type Computed,
  computed,
  type Editor,
  type IndexKey,
  react,
  type TLShape,
  type TLShapePartial,
  unsafe__withoutCapture as untracked,
} from 'tldraw'
import type { Frame } from '../../shared/domain/canvas-view'
import type { BoardShape } from './board-shapes'
import { BoardCamera } from './camera.react'
import type { BoardControl, BoardEvents, BoardFeed, Drawing, PersonHere, Point } from './crossing'
import { boxOf, Gesture, type Surface, withClusterNotes, withSketches } from './gesture'
import { keepAllDrawn, Layers, showMoving } from './layers.react'
import { FAR_ZOOM, nearShapes } from './near'
import { Pens } from './pens.react'
import { Projection, shapeIdOf } from './projection.react'
import { takeEachTurnOnce } from './wheel.react'

/** Above every note. */
const LIFTED_INDEX = 'a9' as IndexKey
const NONE: ReadonlySet<string> = new Set()
/** So many shapes are made in one frame: while one pans near enough to read, no more than leave it smooth. */
const MOST_IN_MOTION = 4
const MOST_AT_REST = 40
/** From here on one reads while one pans; further away shapes wait until the camera rests. */
const READING_ZOOM = 0.6

/**
 * One board on one screen, on the React side: holds the editor, draws what the feed says, and tells the events what a
 * person did. Movement of a drag lives here and in presence; the store is set right again at its end.
 */
export class BoardSession implements Surface {
  readonly gesture = new Gesture(this)
  readonly pens: Pens
  readonly drawing = atom<Drawing | null>('drawing', null)
  readonly lifted = atom<ReadonlySet<string>>('lifted', NONE)
  readonly target = atom<string | null>('target', null)
  /** What is drawn: the latest drawing, but while something is in hand the one before [B7]. */
  readonly shown = atom<Drawing | null>('shown', null)
  /** Items selected here, in the order in which they were. */
  readonly selection = atom<readonly string[]>('selection', [])
  readonly selectedIds: Computed<ReadonlySet<string>> = computed('selectedIds', () => new Set(this.selection.get()))
  /** What is drawn away from where it lies, a cluster's notes included, and how far. */
  readonly moved = atom<ReadonlySet<string>>('moved', NONE)
  readonly movedBy = atom<Point>('movedBy', { x: 0, y: 0 })
  /** One looks from so far away that the board is a picture. */
  readonly far = atom('far', false)
  readonly isEditing = atom('isEditing', false)
  /** Rises with each step in which shapes are made or taken away; 0 when all that are near are there. */
  readonly pending = atom('pending', 0)
  readonly people = atom<readonly PersonHere[]>('people', [])
  /** Items that somebody else drags now: drawn faint where they lie. */
  readonly draggedByOthers: Computed<ReadonlySet<string>> = computed('draggedByOthers', () => this.#draggedByOthers(), {
    isEqual: sameSet,
  })
  #editor: Editor | undefined
  #projection: Projection | undefined
  #camera: BoardCamera | undefined
  readonly #layers = new Layers()
  /** The canvas itself is there, and not only the board that waits for it; what was drawn before that. */
  #arrived = false
  #early: Drawing | undefined
  #wanted: string | null = null
  #editing: string | null = null
  #frame = 0
  #steps = 0
  #zoom = 0
  /** The drawing that the store was last brought up to. */
  #drawn: Drawing | null = null
  /** What one writes in, as last drawn, when it is no more on the canvas. */
  #lost: BoardShape | undefined

  constructor(
    readonly feed: BoardFeed,
    readonly events: BoardEvents,
  ) {
    this.pens = new Pens(feed, events, () => this.layout())
  }

  /** Starts drawing in an editor; returns how to stop. */
  open(editor: Editor): () => void {
    this.#editor = editor
    this.#projection = new Projection(editor)
    keepAllDrawn(editor)
    const camera = new BoardCamera(editor, this.feed, () => this.layout())
    this.#camera = camera
    const stops = [
      this.pens.open(editor),
      takeEachTurnOnce(editor),
      this.feed.drawings((drawing) => this.#draw(drawing)),
      this.feed.people((people) => this.people.set(people)),
      this.feed.scheme((colorScheme) => editor.user.updateUserPreferences({ colorScheme })),
      react('selection', () => {
        const ids = this.selected()
        if (!this.gesture.busy) untracked(() => this.events.selected(ids))
      }),
      react('far', () => {
        const picture = this.far.get() && !this.isEditing.get()
        editor.getContainer().toggleAttribute('data-far', picture)
      }),
      react('edges', () => {
        if (editor.getCameraState() === 'idle')
          editor.getContainer().style.setProperty('--board-scale', String(1 / editor.getZoomLevel()))
      }),
      react('moving', () => showMoving(editor)),
      react('zoom', () => this.events.zoomed(editor.getZoomLevel())),
      react('window', () => {
        editor.getViewportPageBounds()
        this.far.set(editor.getZoomLevel() < FAR_ZOOM)
        untracked(() => this.#refreshSoon())
      }),
      react('size', () => {
        const size = editor.getViewportScreenBounds()
        untracked(() => camera.resized(size, this.selected()))
      }),
    ]
    if (this.#arrived) camera.fit(false)
    return () => {
      for (const stop of stops) stop()
      cancelAnimationFrame(this.#frame)
      this.#editor = undefined
    }
  }

  control(close: () => void): BoardControl {
    return {
      arrive: () => this.#arrive(),
      select: (ids) => this.select(ids),
      carry: (ids, by, target) => {
        this.gesture.carry(ids, by, target)
        this.#camera?.showMoved(ids[0], by)
      },
      putDown: () => this.gesture.cancel(),
      edit: (id) => this.edit(id),
      stopEditing: () => this.stopEditing(),
      use: (pen) => this.pens.use(pen),
      zoomIn: () => this.#camera?.zoomIn(),
      zoomOut: () => this.#camera?.zoomOut(),
      zoomToFull: () => this.#camera?.zoomToFull(),
      fit: () => this.#camera?.fit(true),
      show: (id) => this.#camera?.show(id),
      reveal: (id) => this.#camera?.showForReading(id),
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

  /** Ours and not tldraw's, which only knows what is near. */
  selected(): readonly string[] {
    return this.selection.get()
  }

  select(ids: readonly string[]): void {
    const layout = this.layout()
    const known = withSketches(layout, ids).filter((id) => boxOf(layout, id))
    if (!sameList(known, this.selection.get())) this.selection.set(known)
  }

  mayMove(ids: readonly string[]): boolean {
    return this.feed.mayMove(ids)
  }

  mayWrite(id: string): boolean {
    return this.feed.mayWrite(id)
  }

  maySections(): boolean {
    return this.feed.maySections()
  }

  zoom(): number {
    return this.#editor?.getZoomLevel() ?? 1
  }

  lift(ids: readonly string[], by: Point, target: string | null): void {
    const editor = this.#editor
    if (!editor) return
    const layout = this.layout()
    const all = withClusterNotes(layout, ids)
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
      return [{ id: shape.id, type: shape.type, x: box.x + by.x, y: box.y + by.y, index: LIFTED_INDEX }]
    })
    editor.run(() => editor.updateShapes(moved), { history: 'ignore' })
    this.events.dragging({ ids, dx: by.x, dy: by.y })
  }

  settle(): void {
    this.lifted.set(NONE)
    this.#layers.lower()
    this.target.set(null)
    this.#projection?.forget(this.moved.get())
    this.moved.set(NONE)
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
    if (!editor || !this.drawing.get()?.shapes.has(id)) {
      this.#wanted = id
      return
    }
    this.#wanted = null
    this.select([id])
    this.#camera?.showForWriting(id)
    this.#setEditing(id)
  }

  dropped: Surface['dropped'] = (ids, drop) => this.events.dropped(ids, drop)
  reframed: Surface['reframed'] = (id, how, frame) => this.events.reframed(id, how, frame)
  folded: Surface['folded'] = (id) => this.events.folded(id)
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

  /** The canvas is there: it is seen whole. Shapes are not made before, as they would be made for another view of it. */
  #arrive(): void {
    this.#arrived = true
    const early = this.#early
    if (!early) return
    this.#early = undefined
    this.drawing.set(early)
    this.#camera?.fit(false)
    this.#draw(early)
  }

  #draw(drawing: Drawing): void {
    if (!this.#arrived) {
      this.#early = drawing
      return
    }
    this.#noticeLost(drawing)
    this.drawing.set(drawing)
    if (!this.gesture.busy) this.#showDrawing()
    this.select(this.selection.get())
    if (this.#wanted && drawing.shapes.has(this.#wanted)) this.edit(this.#wanted)
    this.#camera?.keepInReach(drawing.layout.bounds)
  }

  /** What came while something was in hand is drawn now. */
  #showDrawing(): void {
    this.shown.set(this.drawing.get())
    this.#refresh()
  }

  #refreshSoon(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0
      this.#refresh()
    })
  }

  /** Makes shapes of what is near and takes away what is not any more, a few in each frame [B14]. */
  #refresh(now = false): void {
    const [editor, projection, drawing] = [this.#editor, this.#projection, this.shown.get()]
    if (!editor || !projection || !drawing) return
    const pace = this.#pace(editor)
    this.#steps += 1
    if (pace === 0 && !now && drawing === this.#drawn) {
      this.pending.set(this.#steps)
      this.#refreshSoon()
      return
    }
    this.#drawn = drawing
    const window = this.far.get() ? null : editor.getViewportPageBounds()
    const always = this.#editing === null ? NONE : new Set([this.#editing])
    const near = nearShapes(drawing, window, { drawn: projection.drawn, always })
    const wanted = this.#lost ? new Map([...near, [this.#lost.id, this.#lost]]) : near
    const done = projection.show(wanted, { most: now ? MOST_AT_REST : pace, held: this.moved.get() })
    this.pending.set(done ? 0 : this.#steps)
    if (!done) this.#refreshSoon()
  }

  #pace(editor: Editor): number {
    const zoom = editor.getZoomLevel()
    const zooms = zoom !== this.#zoom
    this.#zoom = zoom
    if (editor.getCameraState() !== 'moving') return MOST_AT_REST
    return zooms || zoom < READING_ZOOM ? 0 : MOST_IN_MOTION
  }

  /** Items that are shapes of their own just now. */
  drawnNow(): ReadonlyMap<string, unknown> {
    return this.#projection?.drawn ?? new Map()
  }

  /** What one writes in was deleted, merged or folded away by somebody else: it stays here until one has finished [B26]. */
  #noticeLost(drawing: Drawing): void {
    const id = this.#editing
    if (id === null || drawing.shapes.has(id)) {
      this.#lost = undefined
      return
    }
    if (this.#lost) return
    this.#lost = this.drawing.get()?.shapes.get(id)
    // told once the new drawing is there
    queueMicrotask(() => this.events.lostField(id))
  }

  #setEditing(id: string | null): void {
    const wasLost = this.#lost !== undefined && this.#lost.id !== id
    this.#editing = id
    this.isEditing.set(id !== null)
    this.#refresh(true)
    this.#editor?.setEditingShape(id === null ? null : shapeIdOf(id))
    this.events.editing(id)
    if (!wasLost) return
    this.#lost = undefined
    this.#showDrawing()
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
  drawings: new Map(),
  stretch: 1,
  bounds: { x: 0, y: 0, w: 0, h: 0 },
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a === b || (a.size === b.size && [...a].every((id) => b.has(id)))
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}
