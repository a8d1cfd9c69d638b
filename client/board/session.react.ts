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
import { cameraRound, ZOOM_STEPS } from './camera'
import type { BoardControl, BoardEvents, BoardFeed, Drawing, PersonHere, Point } from './crossing'
import { boxOf, Gesture, type Surface, withClusterNotes } from './gesture'
import { Projection, shapeIdOf } from './projection.react'

/** Above every note. */
const LIFTED_INDEX = 'a9' as IndexKey
const ANIMATION = { animation: { duration: 160 } }
/** Below this zoom words cannot be written: the board comes closer first. */
const LEAST_WRITING_ZOOM = 0.6

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
  #wanted: string | null = null
  #editing: string | null = null
  /** Drawn away from where the layout has them. */
  #moved = NONE
  #size = { w: 0, h: 0 }
  #window = { w: 0, h: 0 }

  constructor(
    readonly feed: BoardFeed,
    readonly events: BoardEvents,
  ) {}

  /** Starts drawing in an editor; returns how to stop. */
  open(editor: Editor): () => void {
    this.#editor = editor
    this.#projection = new Projection(editor)
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
        untracked(() => this.#resized(size))
      }),
    ]
    this.fit(false)
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
      zoomIn: () => this.#zoom((editor) => editor.zoomIn(undefined, this.#motion())),
      zoomOut: () => this.#zoom((editor) => editor.zoomOut(undefined, this.#motion())),
      zoomToFull: () => this.#zoom((editor) => editor.resetZoom(undefined, this.#motion())),
      fit: () => this.fit(true),
      show: (id) => this.#show(id),
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

  mayChange(ids: readonly string[]): boolean {
    return this.feed.mayChange(ids)
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
    const editor = this.#editor
    if (!editor) return
    const { x, y, z } = editor.getCamera()
    editor.setCamera({ x: x + by.x / z, y: y + by.y / z, z }, { immediate: true })
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
    if (editor.getZoomLevel() < LEAST_WRITING_ZOOM) this.#comeCloser(id)
    else this.#show(id)
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

  fit(animated: boolean): void {
    const editor = this.#editor
    const drawing = this.drawing.get()
    if (!editor || !drawing) return
    const camera = this.#cameraForAll(drawing, editor.getViewportScreenBounds())
    editor.setCamera(camera, animated ? this.#motion() : { immediate: true })
  }

  #draw(drawing: Drawing): void {
    this.drawing.set(drawing)
    if (!this.gesture.busy) this.#showDrawing()
    this.#noticeLost(drawing)
    if (this.#wanted && drawing.shapes.has(this.#wanted)) this.edit(this.#wanted)
    this.#keepInReach(drawing)
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

  #cameraForAll(drawing: Drawing, view: { w: number; h: number }) {
    return cameraRound(drawing.layout.bounds, { w: view.w, h: view.h, covered: this.feed.coveredBelow() })
  }

  /** The canvas cannot be scrolled out of sight. */
  #keepInReach(drawing: Drawing): void {
    const { x, y, w, h } = drawing.layout.bounds
    const editor = this.#editor
    const known = editor?.getCameraOptions().constraints?.bounds
    if (!editor || (known && known.x === x && known.y === y && known.w === w && known.h === h)) return
    const half = { x: 0.5, y: 0.5 }
    editor.setCameraOptions({
      zoomSteps: ZOOM_STEPS,
      wheelBehavior: 'pan',
      constraints: {
        bounds: { x, y, w, h },
        padding: { x: 120, y: 120 },
        origin: half,
        initialZoom: 'default',
        baseZoom: 'default',
        behavior: 'outside',
      },
    })
  }

  /**
   * When the window changes, a canvas that was seen whole is seen whole again; when the panel opens, the camera stays and
   * what is selected is kept in sight.
   */
  #resized(size: { w: number; h: number }): void {
    const [before, windowBefore] = [this.#size, this.#window]
    this.#size = { w: size.w, h: size.h }
    this.#window = { w: window.innerWidth, h: window.innerHeight }
    const sameWindow = windowBefore.w === this.#window.w && windowBefore.h === this.#window.h
    const [only, second] = this.selected()
    if (!sameWindow && this.#wasWhole(before)) queueMicrotask(() => this.fit(false))
    else if ((size.w < before.w || size.h < before.h) && only && !second) queueMicrotask(() => this.#show(only))
  }

  #wasWhole(size: { w: number; h: number }): boolean {
    const drawing = this.drawing.get()
    const camera = this.#editor?.getCamera()
    if (!drawing || !camera || size.w === 0) return false
    const whole = this.#cameraForAll(drawing, size)
    return Math.abs(camera.z / whole.z - 1) < 0.02 && Math.hypot(camera.x - whole.x, camera.y - whole.y) * camera.z < 24
  }

  #zoom(zoom: (editor: Editor) => void): void {
    if (this.#editor) zoom(this.#editor)
  }

  #motion() {
    return this.feed.reducedMotion() ? { immediate: true } : ANIMATION
  }

  #comeCloser(id: string): void {
    const box = boxOf(this.layout(), id)
    if (!box) return
    this.#zoom((editor) => {
      const view = editor.getViewportScreenBounds()
      const z = 0.9
      const at = { x: view.w / 2 / z - box.x - box.w / 2, y: view.h / 2.6 / z - box.y - Math.min(box.h, 200) / 2, z }
      editor.setCamera(at, this.#motion())
    })
  }

  #show(id: string): void {
    const box = boxOf(this.layout(), id)
    const editor = this.#editor
    if (!box || !editor) return
    const view = editor.getViewportPageBounds()
    const z = editor.getZoomLevel()
    const margin = 24 / z
    const bottom = view.maxY - this.feed.coveredBelow() / z
    const dx = beyond(box.x - margin, box.x + box.w + margin, view.minX, view.maxX)
    const dy = beyond(box.y - margin, box.y + box.h + margin, view.minY, bottom)
    if (dx === 0 && dy === 0) return
    const camera = editor.getCamera()
    editor.setCamera({ x: camera.x - dx, y: camera.y - dy, z }, this.#motion())
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
  stretch: 1,
  bounds: { x: 0, y: 0, w: 0, h: 0 },
}

/** How far a span sticks out of a window; when it is longer than the window its start is shown. */
function beyond(start: number, end: number, from: number, to: number): number {
  if (start < from || end - start > to - from) return start - from
  return end > to ? end - to : 0
}

function itemIdOf(id: TLShapeId): string {
  return id.slice('shape:'.length)
}
