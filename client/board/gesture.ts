import type { Frame } from '../../shared/domain/canvas-view'
import type { SectionId } from '../../shared/domain/ids'
import { around } from '../../shared/layout/boxes'
import { SECTION } from '../../shared/layout/sizes'
import { dropTarget } from '../../shared/layout/spot-at'
import type { Point } from './crossing'
import { boxOf, cornerAt, foldMarkAt, frameOf, headingAt, isLine, itemAt, overlap } from './items-at'
import { ledDrop } from './mixed-drop'
import { draggedWith } from './moved-together'
import type { Press, Surface } from './surface'

type Reframing = { id: SectionId; how: 'move' | 'resize'; start: Frame }

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
  | { is: 'dragging'; from: Point; ids: readonly string[]; stays: readonly string[]; corner: Point }
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
    if (section && pressed.wasSelected && (pressed.corner || this.surface.selected().length === 1)) {
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
    if (!pressed.item || (section && !pressed.wasSelected)) {
      this.#state = { is: 'brushing', from: pressed.at, kept: pressed.add ? this.surface.selected() : [] }
      return
    }
    this.#take(pressed.item, pressed.at)
  }

  /** What may not be moved stays; where that is what was pressed, all does. */
  #take(pressed: string, from: Point): void {
    const all = draggedWith(this.surface.layout(), pressed, this.surface.selected())
    const ids = this.surface.movable(all)
    const [first = pressed] = all
    if (ids[0] !== first) {
      this.#state = { is: 'idle' }
      this.surface.refused([first])
      return
    }
    const box = boxOf(this.surface.layout(), first)
    const stays = all.filter((id) => !ids.includes(id))
    this.#state = { is: 'dragging', from, ids, stays, corner: { x: box?.x ?? 0, y: box?.y ?? 0 } }
  }

  #drag(state: Extract<State, { is: 'dragging' }>, at: Point): void {
    const by = { x: at.x - state.from.x, y: at.y - state.from.y }
    const layout = this.surface.layout()
    const corner = { x: state.corner.x + by.x, y: state.corner.y + by.y }
    // a drawing lies over things, not in them
    const led = ledDrop(layout, { point: at, corner, moving: new Set(state.ids), by })
    const target = led ? dropTarget(layout, led) : null
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
    this.surface.dropped(state.ids, { point: at, corner, moving: new Set(state.ids), by }, state.stays)
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
