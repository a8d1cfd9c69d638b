import type { Frame } from '../../shared/domain/canvas-view'
import type { ClusterId, SectionId } from '../../shared/domain/ids'
import { around, type CanvasLayout } from '../../shared/layout/boxes'
import { drawingAt } from '../../shared/layout/hit-drawing'
import { foldMarkOf } from '../../shared/layout/layout-cluster'
import { SECTION } from '../../shared/layout/sizes'
import { type Drop, dropTarget, holds } from '../../shared/layout/spot-at'
import type { Point } from './crossing'

/** A pointer event in canvas units. */
export type Press = { at: Point; screen: Point; add: boolean; touch: boolean }

/** What a gesture acts on: the drawing, and how to show what is going on. It never touches the document. */
export interface Surface {
  layout(): CanvasLayout
  selected(): readonly string[]
  select(ids: readonly string[]): void
  mayMove(ids: readonly string[]): boolean
  mayWrite(id: string): boolean
  /** Draws items away from where they lie, and lights up what they would drop into. */
  lift(ids: readonly string[], by: Point, target: string | null): void
  /** Draws everything where the layout has it again. */
  settle(): void
  brush(frame: Frame | null): void
  pan(by: Point): void
  edit(id: string): void
  dropped(ids: readonly string[], drop: Drop): void
  maySections(): boolean
  zoom(): number
  /** Let go of a section, or of its corner. */
  reframed(id: string, how: Reframing['how'], frame: Frame): void
  folded(id: string): void
  refused(ids: readonly string[]): void
  addNoteAt(point: Point): void
}

type Reframing = { id: SectionId; how: 'move' | 'resize'; start: Frame }

/** Screen pixels. */
const CORNER = 24

type State =
  | { is: 'idle' }
  | {
      is: 'pressed'
      at: Point
      screen: Point
      item: string | null
      wasSelected: boolean
      corner: boolean
      add: boolean
      touch: boolean
    }
  | { is: 'dragging'; from: Point; ids: readonly string[]; corner: Point }
  | { is: 'brushing'; from: Point; kept: readonly string[] }
  | { is: 'panning'; last: Point }
  /** Taken up by a key: it lies where keys bring it, until it is put down. */
  | { is: 'carrying' }
  | ({ is: 'reframing'; from: Point; now: Frame } & Reframing)

const BUSY: ReadonlySet<State['is']> = new Set(['dragging', 'brushing', 'carrying', 'reframing'])

/**
 * The one way to select, drag and draw a frame on the board, as a small machine that knows no tldraw: press, move, let go.
 * Hits are found in the layout, so what one grabs is what everybody sees. A drag becomes one `dropped` at its end.
 */
export class Gesture {
  #state: State = { is: 'idle' }

  constructor(private readonly surface: Surface) {}

  /** Something is being dragged or framed. */
  get busy(): boolean {
    return BUSY.has(this.#state.is)
  }

  /** What keys carry is drawn as what a pointer drags. A press on the canvas puts it back. */
  carry(ids: readonly string[], by: Point, target: string | null): void {
    if (this.#state.is !== 'carrying') this.cancel()
    this.#state = { is: 'carrying' }
    this.surface.lift(ids, by, target)
  }

  down(press: Press): void {
    const { surface } = this
    if (this.#state.is === 'carrying') this.cancel()
    const corner = surface.maySections() ? cornerAt(surface, press.at) : null
    const section = corner ?? (surface.maySections() ? headingAt(surface.layout(), press.at) : null)
    const item = corner ?? itemAt(surface.layout(), press.at) ?? section
    const wasSelected = item !== null && surface.selected().includes(item)
    if (!item && !press.add && surface.selected().length > 0) surface.select([])
    this.#state = { is: 'pressed', ...press, item, wasSelected, corner: corner !== null }
  }

  /** `far`: the pointer has left the circle within which a press is a click. */
  move(press: Press, far: boolean): void {
    const state = this.#state
    if (state.is === 'pressed' && far) this.#begin(state, press)
    if (this.#state.is === 'dragging') this.#drag(this.#state, press.at)
    else if (this.#state.is === 'brushing') this.#brush(this.#state, press.at)
    else if (this.#state.is === 'panning') this.#pan(this.#state, press)
    else if (this.#state.is === 'reframing') this.#reframe(this.#state, press.at)
  }

  up(press: Press): void {
    const state = this.#state
    this.#state = { is: 'idle' }
    if (state.is === 'dragging') this.#drop(state, press.at)
    else if (state.is === 'brushing') this.surface.brush(null)
    else if (state.is === 'pressed') this.#click(state)
    else if (state.is === 'reframing') {
      this.surface.brush(null)
      this.surface.reframed(state.id, state.how, state.now)
    }
  }

  cancel(): void {
    const state = this.#state
    this.#state = { is: 'idle' }
    if (state.is === 'dragging' || state.is === 'carrying') this.surface.settle()
    if (state.is === 'brushing' || state.is === 'reframing') this.surface.brush(null)
  }

  doubleClick(at: Point): void {
    const item = itemAt(this.surface.layout(), at)
    if (!item) this.surface.addNoteAt(at)
    else if (isLine(this.surface.layout(), item)) this.surface.select([item])
    else if (this.surface.mayWrite(item)) this.surface.edit(item)
    else this.surface.refused([item])
  }

  #begin(pressed: Extract<State, { is: 'pressed' }>, press: Press): void {
    // a finger moves the canvas, unless it starts on what was selected before
    if (pressed.touch && !pressed.wasSelected) {
      this.#state = { is: 'panning', last: press.screen }
      return
    }
    const section = pressed.item && this.surface.layout().sections.get(pressed.item as SectionId)
    // a frame is often begun on a heading: only a section that was chosen before is moved
    if (section && pressed.wasSelected) {
      const how = pressed.corner ? 'resize' : 'move'
      this.#state = {
        is: 'reframing',
        id: section.id,
        how,
        start: frameOf(section),
        from: pressed.at,
        now: frameOf(section),
      }
      this.#reframe(this.#state, press.at)
      return
    }
    if (!pressed.item || section) {
      this.#state = { is: 'brushing', from: pressed.at, kept: pressed.add ? this.surface.selected() : [] }
      return
    }
    const ids = draggedWith(this.surface.layout(), pressed.item, this.surface.selected())
    if (!this.surface.mayMove(ids)) {
      this.#state = { is: 'idle' }
      this.surface.refused(ids)
      return
    }
    const box = boxOf(this.surface.layout(), pressed.item)
    this.#state = { is: 'dragging', from: pressed.at, ids, corner: { x: box?.x ?? 0, y: box?.y ?? 0 } }
  }

  #drag(state: Extract<State, { is: 'dragging' }>, at: Point): void {
    const by = { x: at.x - state.from.x, y: at.y - state.from.y }
    const layout = this.surface.layout()
    const corner = { x: state.corner.x + by.x, y: state.corner.y + by.y }
    // a drawing lies over things, not in them
    const isDrawn = state.ids.every((id) => layout.drawings.has(id as never))
    const target = isDrawn ? null : dropTarget(layout, { point: at, corner, moving: new Set(state.ids) })
    this.surface.lift(state.ids, by, target?.id ?? null)
  }

  /** Only a frame goes along: what lies in the section keeps still until it is let go [B7]. */
  #reframe(state: Extract<State, { is: 'reframing' }>, at: Point): void {
    const { x, y, w, h } = state.start
    const by = { x: at.x - state.from.x, y: at.y - state.from.y }
    const now =
      state.how === 'move'
        ? { x: x + by.x, y: y + by.y, w, h }
        : { x, y, w: Math.max(w + by.x, SECTION.leastWidth), h: Math.max(h + by.y, SECTION.leastHeight) }
    this.#state = { ...state, now }
    this.surface.brush(now)
  }

  /** Moving the camera makes tldraw report the pointer again, at once: the state must be right by then. */
  #pan({ last }: Extract<State, { is: 'panning' }>, { screen }: Press): void {
    this.#state = { is: 'panning', last: screen }
    const by = { x: screen.x - last.x, y: screen.y - last.y }
    if (by.x !== 0 || by.y !== 0) this.surface.pan(by)
  }

  #drop(state: Extract<State, { is: 'dragging' }>, at: Point): void {
    const by = { x: at.x - state.from.x, y: at.y - state.from.y }
    const corner = { x: state.corner.x + by.x, y: state.corner.y + by.y }
    this.surface.dropped(state.ids, { point: at, corner, moving: new Set(state.ids), by })
    this.surface.settle()
  }

  #brush(state: Extract<State, { is: 'brushing' }>, at: Point): void {
    const frame = around([
      { ...state.from, w: 0, h: 0 },
      { ...at, w: 0, h: 0 },
    ])
    if (!frame) return
    this.surface.brush(frame)
    const { notes, drawings } = this.surface.layout()
    const touched = [...notes.values(), ...drawings.values()].filter((box) => overlap(box, frame)).map(({ id }) => id)
    this.surface.select([...new Set([...state.kept, ...touched])])
  }

  /** Selecting waits for the end of the press: what is only dragged along need not become the selection. */
  #click(state: Extract<State, { is: 'pressed' }>): void {
    if (!state.item) return
    if (!state.add && foldMarkAt(this.surface.layout(), state) !== null) {
      this.surface.folded(state.item)
      return
    }
    const selected = this.surface.selected()
    const others = selected.filter((id) => id !== state.item)
    if (!state.add) this.surface.select([state.item])
    else this.surface.select(state.wasSelected ? others : [...others, state.item])
  }
}

/** So near to a line one means it, canvas units. */
const NEAR_LINE = 5

/** The line drawn, else the note, else the cluster, under a point. Sections are ground: one presses through them. */
function itemAt(layout: CanvasLayout, at: Point): string | null {
  const drawing = drawingAt(layout, at, NEAR_LINE)
  if (drawing) return drawing
  for (const note of [...layout.notes.values()].reverse()) if (holds(note, at)) return note.id
  for (const cluster of [...layout.clusters.values()].reverse()) if (holds(cluster, at)) return cluster.id
  return null
}

/** A section by its heading, for those who may move it. */
function headingAt(layout: CanvasLayout, at: Point): string | null {
  for (const section of [...layout.sections.values()].reverse())
    if (holds({ ...frameOf(section), h: section.head }, at)) return section.id
  return null
}

/** The corner of the one section that is selected, as large on every zoom. */
function cornerAt(surface: Surface, at: Point): string | null {
  const [id, other] = surface.selected()
  const section = other === undefined ? surface.layout().sections.get(id as SectionId) : undefined
  if (!section) return null
  const reach = CORNER / surface.zoom()
  const { x, y, w, h } = section
  return holds({ x: x + w - reach, y: y + h - reach, w: reach * 1.3, h: reach * 1.3 }, at) ? section.id : null
}

/** The cluster that a press on its mark folds or opens. */
function foldMarkAt(layout: CanvasLayout, press: { at: Point; item: string | null }): string | null {
  const box = layout.clusters.get(press.item as ClusterId)
  const mark = box && foldMarkOf(box)
  return box && mark && holds(mark, press.at) ? box.id : null
}

function frameOf({ x, y, w, h }: Frame): Frame {
  return { x, y, w, h }
}

/** A note takes the other selected notes along; a cluster moves alone, with its notes in it. */
function draggedWith(layout: CanvasLayout, pressed: string, selected: readonly string[]): string[] {
  if (layout.drawings.has(pressed as never)) return drawnWith(layout, pressed, selected)
  if (!layout.notes.has(pressed as never)) return [pressed]
  const notes = selected.filter((id) => layout.notes.has(id as never))
  return notes.includes(pressed) ? notes : [pressed]
}

/** A drawing takes along what was drawn with it, and the other drawings selected; the pressed one comes first. */
function drawnWith(layout: CanvasLayout, pressed: string, selected: readonly string[]): string[] {
  const drawings = selected.filter((id) => layout.drawings.has(id as never))
  const all = drawings.includes(pressed) ? drawings : withSketches(layout, [pressed])
  return [pressed, ...all.filter((id) => id !== pressed)]
}

/** Lines drawn in one go are one thing; the first of them, which stands for all in the reading order, comes last. */
export function withSketches(layout: CanvasLayout, ids: readonly string[]): string[] {
  if (!ids.some((id) => layout.drawings.has(id as never))) return [...ids]
  const all = new Set<string>()
  for (const id of ids) {
    const box = layout.drawings.get(id as never)
    const together = [...layout.drawings.values()].filter((one) => box !== undefined && one.sketch === box.sketch)
    for (const one of box ? together.map((other) => other.id).reverse() : [id]) all.add(one)
  }
  return [...all]
}

function isLine(layout: CanvasLayout, id: string): boolean {
  const box = layout.drawings.get(id as never)
  return box !== undefined && box.record.kind !== 'text'
}

/** What is drawn lifted: a cluster brings its notes. */
export function withClusterNotes(layout: CanvasLayout, ids: readonly string[]): Set<string> {
  const all = new Set(ids)
  for (const { cluster, notes } of layout.parts)
    if (cluster && all.has(cluster.id)) for (const id of notes.keys()) all.add(id)
  return all
}

export function boxOf(layout: CanvasLayout, id: string): Frame | undefined {
  const { notes, clusters, sections, drawings } = layout
  return notes.get(id as never) ?? clusters.get(id as never) ?? sections.get(id as never) ?? drawings.get(id as never)
}

function overlap(a: Frame, b: Frame): boolean {
  return a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h
}
