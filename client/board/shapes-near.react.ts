import { atom, type Editor } from 'tldraw'
import type { BoardShape } from './board-shapes'
import type { Drawing } from './crossing'
import { type NearGiven, nearShapes } from './near'
import { Projection } from './projection.react'

/** So many shapes are made in one frame: while one pans near enough to read, no more than leave it smooth. */
const MOST_IN_MOTION = 4
const MOST_AT_REST = 40
/** So many while nothing moves and all that is near is there. */
const MOST_AHEAD = 6
/** With so many shapes none is made ahead, and those far behind are taken away while one pans and not after. */
const ENOUGH = 300
/** From here on one reads while one pans; further away shapes wait until the camera rests. */
const READING_ZOOM = 0.6

/** What is to be drawn now: the drawing, what must be there wherever it lies, and what is in hand and stays as it is. */
type Wanted = {
  drawing: Drawing | null
  far: boolean
  always: ReadonlySet<string>
  lost: BoardShape | undefined
  held: ReadonlySet<string>
}

/** Makes shapes of what is near and takes away what is not any more, a few in each frame [B14]. */
export class ShapesNear {
  /** Rises with each step in which shapes are made or taken away; 0 when all that are near are there. */
  readonly pending = atom('pending', 0)
  #opened: { editor: Editor; projection: Projection } | undefined
  #frame = 0
  #steps = 0
  #zoom = 0
  /** The drawing that the store was last brought up to. */
  #drawn: Drawing | null = null

  constructor(private readonly wanted: () => Wanted) {}

  open(editor: Editor): () => void {
    this.#opened = { editor, projection: new Projection(editor) }
    return () => {
      cancelAnimationFrame(this.#frame)
      this.#opened = undefined
    }
  }

  /** Items that are shapes of their own just now. */
  drawnNow(): ReadonlyMap<string, unknown> {
    return this.#opened?.projection.drawn ?? new Map()
  }

  /** These are no longer drawn as last shown; the next refresh puts them right. */
  forget(ids: ReadonlySet<string>): void {
    this.#opened?.projection.forget(ids)
  }

  refreshSoon(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0
      this.refresh()
    })
  }

  refresh(now = false): void {
    const { editor, projection } = this.#opened ?? {}
    const { drawing, far, always, lost, held } = this.wanted()
    if (!editor || !projection || !drawing) return
    const pace = this.#pace(editor)
    this.#steps += 1
    if (pace === 0 && !now && drawing === this.#drawn) {
      this.pending.set(this.#steps)
      this.refreshSoon()
      return
    }
    this.#drawn = drawing
    const window = far ? null : editor.getViewportPageBounds()
    const near = (given: Partial<NearGiven> = {}) => {
      const shapes = nearShapes(drawing, window, { drawn: projection.drawn, always, ...given })
      return lost ? shapes.set(lost.id, lost) : shapes
    }
    const isFull = projection.drawn.size >= ENOUGH
    const keeps = pace === MOST_IN_MOTION && !isFull ? drawing.shapes : undefined
    const done = projection.show(near(), { most: now ? MOST_AT_REST : pace, held, keeps })
    this.pending.set(done ? 0 : this.#steps)
    const looksAhead = done && pace === MOST_AT_REST && !isFull && held.size === 0
    const isReady = done && (!looksAhead || projection.show(near({ ahead: true }), { most: MOST_AHEAD, held }))
    if (!isReady) this.refreshSoon()
  }

  #pace(editor: Editor): number {
    const zoom = editor.getZoomLevel()
    const zooms = zoom !== this.#zoom
    this.#zoom = zoom
    if (editor.getCameraState() !== 'moving') return MOST_AT_REST
    return zooms || zoom < READING_ZOOM ? 0 : MOST_IN_MOTION
  }
}
