import { atom, type Computed, computed, type Editor } from 'tldraw'
import type { Frame } from '../../shared/domain/canvas-view'
import type { BoardShape } from './board-shapes'
import { BoardCamera } from './camera.react'
import type { BoardControl, BoardEvents, BoardFeed, Drawing, PersonHere, Point } from './crossing'
import { draggedByOthers } from './dragged-by-others.react'
import { followEditor } from './follow-editor.react'
import { Gesture } from './gesture'
import { InHand, NONE } from './in-hand.react'
import { boxOf, EMPTY_LAYOUT } from './items-at'
import { keepAllDrawn } from './layers.react'
import { withSketches } from './moved-together'
import { Pens } from './pens.react'
import { shapeIdOf } from './projection.react'
import { controlOf } from './session-control.react'
import { ShapesNear } from './shapes-near.react'
import type { Surface } from './surface'
import { takeEachTurnOnce } from './wheel.react'

/**
 * One board on one screen, on the React side: holds the editor, draws what the feed says, and tells the events what a
 * person did. Movement of a drag lives here and in presence; the store is set right again at its end.
 */
export class BoardSession implements Surface {
  readonly gesture = new Gesture(this)
  readonly pens: Pens
  readonly hand = new InHand()
  readonly drawing = atom<Drawing | null>('drawing', null)
  /** What is drawn: the latest drawing, but while something is in hand the one before [B7]. */
  readonly shown = atom<Drawing | null>('shown', null)
  /** Items selected here, in the order in which they were. */
  readonly selection = atom<readonly string[]>('selection', [])
  readonly selectedIds: Computed<ReadonlySet<string>> = computed('selectedIds', () => new Set(this.selection.get()))
  /** One looks from so far away that the board is a picture. */
  readonly far = atom('far', false)
  readonly isEditing = atom('isEditing', false)
  readonly people = atom<readonly PersonHere[]>('people', [])
  readonly draggedByOthers = draggedByOthers(this.people, this.drawing)
  #editor: Editor | undefined
  #camera: BoardCamera | undefined
  /** The canvas itself is there, and not only the board that waits for it; what was drawn before that. */
  #arrived = false
  #early: Drawing | undefined
  #wanted: string | null = null
  #editing: string | null = null
  /** What one writes in, as last drawn, when it is no more on the canvas. */
  #lost: BoardShape | undefined
  readonly near = new ShapesNear(() => ({
    drawing: this.shown.get(),
    far: this.far.get(),
    always: this.#editing === null ? NONE : new Set([this.#editing]),
    lost: this.#lost,
    held: this.hand.moved.get(),
  }))

  constructor(
    readonly feed: BoardFeed,
    readonly events: BoardEvents,
  ) {
    this.pens = new Pens(feed, events, () => this.layout())
  }

  /** Starts drawing in an editor; returns how to stop. */
  open(editor: Editor): () => void {
    this.#editor = editor
    keepAllDrawn(editor)
    const camera = new BoardCamera(editor, this.feed, () => this.layout())
    this.#camera = camera
    const stops = [
      this.near.open(editor),
      this.pens.open(editor),
      takeEachTurnOnce(editor),
      this.feed.drawings((drawing) => this.#draw(drawing)),
      this.feed.people((people) => this.people.set(people)),
      this.feed.scheme((colorScheme) => editor.user.updateUserPreferences({ colorScheme })),
      ...followEditor(this, editor, camera),
    ]
    if (this.#arrived) camera.fit(false)
    return () => {
      for (const stop of stops) stop()
      this.#editor = undefined
    }
  }

  control(close: () => void): BoardControl {
    const parts = { editor: () => this.#editor, camera: () => this.#camera, arrive: () => this.#arrive(), close }
    return controlOf(this, parts)
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

  movable(ids: readonly string[]): readonly string[] {
    return this.feed.movable(ids)
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
    this.hand.lift(editor, this.layout(), { ids, by, target })
    this.events.dragging({ ids, dx: by.x, dy: by.y })
  }

  settle(): void {
    this.near.forget(this.hand.lower())
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

  dropped: Surface['dropped'] = (ids, drop, stays) => this.events.dropped(ids, drop, stays)
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
    this.near.refresh()
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
    this.near.refresh(true)
    this.#editor?.setEditingShape(id === null ? null : shapeIdOf(id))
    this.events.editing(id)
    if (!wasLost) return
    this.#lost = undefined
    this.#showDrawing()
  }
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}
