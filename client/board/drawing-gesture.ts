import type { CanvasLayout } from '../../shared/layout/boxes'
import { isOn } from '../../shared/layout/hit-drawing'
import { simplified } from '../../shared/layout/simplify-stroke'
import type { Point } from './crossing'
import type { Drawn, Pen } from './pen'

/** What drawing acts on. Nothing of it touches the document until the pen is lifted [B40]. */
export interface Paper {
  layout(): CanvasLayout
  zoom(): number
  mayDraw(): boolean
  /** Shows what is being drawn, on this screen alone; null when nothing is. */
  draft(drawn: Drawn | null): void
  /** Shows what would be deleted. */
  erasing(ids: ReadonlySet<string>): void
  drawn(drawn: Drawn): void
  textAt(point: Point): void
  erased(ids: readonly string[]): void
  refused(): void
}

type State =
  | { is: 'idle' }
  | { is: 'drawing'; kind: Drawn['kind']; points: Point[] }
  | { is: 'erasing'; last: Point; ids: Set<string> }
  | { is: 'placing'; at: Point }

/** Screen pixels: between two points of a stroke, from the eraser to a line, and what counts as a press instead of a drag. */
const STEP = 1.5
const REACH = 9
const SHORTEST = 6
/** A stroke of more points is thinned out while it is drawn. */
const MOST_RAW = 6_000

/** Drawing and erasing as a small machine that knows no tldraw: press, move, lift. Mouse, pen and finger alike. */
export class DrawingGesture {
  #state: State = { is: 'idle' }
  #pen: Pen['tool'] = 'select'

  constructor(private readonly paper: Paper) {}

  get busy(): boolean {
    return this.#state.is !== 'idle'
  }

  use(tool: Pen['tool']): void {
    this.cancel()
    this.#pen = tool
  }

  /** True when the press is the pen's. */
  down(at: Point): boolean {
    const tool = this.#pen
    if (tool === 'select') return false
    if (!this.paper.mayDraw()) {
      this.paper.refused()
      return true
    }
    if (tool === 'text') this.#state = { is: 'placing', at }
    else if (tool === 'eraser') {
      this.#state = { is: 'erasing', last: at, ids: new Set() }
      this.#erase(this.#state, at)
    } else {
      this.#state = { is: 'drawing', kind: tool, points: [at] }
      this.paper.draft({ kind: tool, points: [at] })
    }
    return true
  }

  move(at: Point): void {
    const state = this.#state
    if (state.is === 'drawing') this.#draw(state, at)
    else if (state.is === 'erasing') this.#erase(state, at)
  }

  up(at: Point): void {
    const state = this.#state
    this.move(at)
    this.#state = { is: 'idle' }
    this.paper.draft(null)
    this.paper.erasing(NONE)
    if (state.is === 'placing') this.paper.textAt(state.at)
    if (state.is === 'erasing' && state.ids.size > 0) this.paper.erased([...state.ids])
    if (state.is === 'drawing' && this.#isMeant(state)) this.paper.drawn({ kind: state.kind, points: state.points })
  }

  /** A second finger, Escape, another tool: what was begun is not drawn. */
  cancel(): void {
    if (this.#state.is === 'idle') return
    this.#state = { is: 'idle' }
    this.paper.draft(null)
    this.paper.erasing(NONE)
  }

  #draw(state: Extract<State, { is: 'drawing' }>, at: Point): void {
    const last = state.points.at(-1)
    if (last && distance(last, at) < STEP / this.paper.zoom()) return
    if (state.kind === 'pen') state.points.push(at)
    else state.points = [state.points[0] ?? at, at]
    if (state.points.length > MOST_RAW) state.points = simplified(state.points, STEP / this.paper.zoom())
    this.paper.draft({ kind: state.kind, points: [...state.points] })
  }

  /** Also what lies between two reports of a quick pointer. */
  #erase(state: Extract<State, { is: 'erasing' }>, at: Point): void {
    const reach = REACH / this.paper.zoom()
    const steps = Math.min(200, Math.max(1, Math.ceil(distance(state.last, at) / reach)))
    const boxes = [...this.paper.layout().drawings.values()]
    for (let step = 1; step <= steps; step += 1) {
      const along = step / steps
      const x = state.last.x + (at.x - state.last.x) * along
      const y = state.last.y + (at.y - state.last.y) * along
      for (const box of boxes) if (isOn(box, { x, y }, reach)) state.ids.add(box.id)
    }
    state.last = at
    this.paper.erasing(new Set(state.ids))
  }

  /** A press of the pen is a dot; an arrow or a rectangle needs a drag. */
  #isMeant({ kind, points }: Extract<State, { is: 'drawing' }>): boolean {
    const [first, last] = [points[0], points.at(-1)]
    return kind === 'pen' || (!!first && !!last && distance(first, last) >= SHORTEST / this.paper.zoom())
  }
}

const NONE: ReadonlySet<string> = new Set()

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
