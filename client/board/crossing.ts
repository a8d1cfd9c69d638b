import type { CanvasView, Frame } from '../../shared/domain/canvas-view'
import type { Side } from '../../shared/domain/side'
import type { CanvasLayout } from '../../shared/layout/boxes'
import type { Drop } from '../../shared/layout/spot-at'
import type { CanvasPresence } from '../workshop/contract'
import type { BoardShape } from './board-shapes'
import type { Drawn, Pen } from './pen'

/** One reading of the canvas, laid out. View, layout and shapes always belong together. */
export type Drawing = { view: CanvasView; layout: CanvasLayout; shapes: ReadonlyMap<string, BoardShape> }

/** Somebody else on this canvas. */
export type PersonHere = { key: string; name: string; side: Side | null; sideName: string; presence: CanvasPresence }

export type Point = { x: number; y: number }

/** What the React side is given. Together with `BoardEvents` and `BoardControl`, all that crosses (README, B1). */
export interface BoardFeed {
  /** Called at once with the drawing now, then after every change. */
  drawings(listener: (drawing: Drawing) => void): () => void
  people(listener: (people: readonly PersonHere[]) => void): () => void
  scheme(listener: (scheme: 'light' | 'dark') => void): () => void
  /** Binds a field to the words of a note or the title of a cluster; survives the document's replacement. */
  bindField(id: string, field: HTMLTextAreaElement): () => void
  /** Those of them that may be moved now. */
  movable(ids: readonly string[]): readonly string[]
  /** Whether its words may be changed now. */
  mayWrite(id: string): boolean
  /** Whether something may be drawn now. */
  mayDraw(): boolean
  /** Whether sections may be moved and made larger. */
  maySections(): boolean
  reducedMotion(): boolean
  /** Screen pixels at the bottom that the tools cover. */
  coveredBelow(): number
  /** How far the camera may come closer to show something whole. */
  largest(): number
  /** What a screen reader is told of an item that the keys have come to. */
  describe(id: string): Described
  words: BoardWords
}

/** Its words, and its place among all items in reading order, counted from 1. */
export type Described = { words: string; position: number; of: number }

/** The few words that React says by itself; everything else comes with the shapes. */
type BoardWords = {
  board: string
  /** The element that lists the keys. */
  keysId: string
  writeHere: string
  titleHere: string
  drawHere: string
  typing: (name: string) => string
  many: (count: number) => string
  /** Of the list that the keys go through. */
  items: string
}

/** What the React side reports. Each of them is called once for one thing that a person did. */
export interface BoardEvents {
  selected(ids: readonly string[]): void
  editing(id: string | null): void
  /** What was being written in is gone from the canvas: somebody else deleted it. */
  lostField(id: string): void
  zoomed(zoom: number): void
  /** Let go of these; the only moment at which a drag reaches the document. `stays` may not move. */
  dropped(ids: readonly string[], drop: Drop, stays?: readonly string[]): void
  /** Let go of a section or of its corner: the frame as it was drawn. */
  reframed(id: string, how: 'move' | 'resize', frame: Frame): void
  /** Pressed what folds a cluster, or opens it. */
  folded(id: string): void
  /** Tried to change what may not be changed. */
  refused(ids: readonly string[]): void
  addNoteAt(point: Point): void
  /** The pen was lifted: the only moment at which a drawing reaches the document. */
  drawn(drawn: Drawn): void
  /** Where words are to stand on the canvas. */
  textAt(point: Point): void
  erased(ids: readonly string[]): void
  /** A stroke is on its way. */
  drawing(active: boolean): void
  /** Enter in a field: finish, and for a note start the next. */
  finished(id: string, next: boolean): void
  /** Passing, for others' screens. Null when it is over. */
  cursor(point: Point | null): void
  dragging(drag: { ids: readonly string[]; dx: number; dy: number } | null): void
}

/** What the Solid side may ask of the React side. */
export interface BoardControl {
  /** The canvas has come: what the board is given from here on is drawn. */
  arrive(): void
  select(ids: readonly string[]): void
  /** Draws items away from where they lie, as a drag does, over what would hold them; `putDown` ends it. */
  carry(ids: readonly string[], by: Point, target: string | null): void
  putDown(): void
  /** Opens the field inside the shape. */
  edit(id: string): void
  stopEditing(): void
  /** Takes a tool into the hand. */
  use(pen: Pen): void
  zoomIn(): void
  zoomOut(): void
  zoomToFull(): void
  fit(): void
  /** Brings an item into view, no further than needed. */
  show(id: string): void
  /** Brings an item into view, and near enough to be read. */
  reveal(id: string): void
  /** One item so that it can be read, from its start if it is too large for that; several, or with null everything, whole. */
  frame(id: string | readonly string[] | null): void
  /** Focus on the canvas. */
  focus(): void
  /** The middle of what is seen, canvas units. */
  centre(): Point
  close(): void
}
