import { type Accessor, createEffect, createSignal, onCleanup, untrack } from 'solid-js'
import type { Canvas } from '../workshop/contract'

/** A canvas of so many notes is drawn at once. */
const AT_ONCE = 100
/** Of every section so many cards come first, and of every card so many rows: more than a window shows. */
const CARDS = 3
const ROWS = 15

/** How much of a long list is in the page. */
export type DrawnSoFar = {
  cards<Card>(all: readonly Card[]): readonly Card[]
  rows<Row>(all: readonly Row[]): readonly Row[]
  /** Whatever there is. Tracks, as the others do. */
  isWhole: Accessor<boolean>
}

/**
 * A long list comes in a few turns, twice as much in each, with a frame between them: on a phone to draw 300 notes takes a
 * second, in which nobody could read the first of them or write one. Once it is whole, what is added is there at once [L71].
 */
export function createDrawnSoFar(canvas: Pick<Canvas, 'view' | 'ready'>): DrawnSoFar {
  const [turns, setTurns] = createSignal(1)
  let frame: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const fits = (all: { cards: number; rows: number }, times: number) =>
    all.cards <= CARDS * times && all.rows <= ROWS * times
  const next = () => {
    const times = untrack(turns) * 2
    if (fits(longestIn(canvas.view), times)) setTurns(Number.POSITIVE_INFINITY)
    else {
      setTurns(times)
      later()
    }
  }
  const later = () => {
    frame = requestAnimationFrame(() => {
      timer = setTimeout(next)
    })
  }
  createEffect(() => {
    if (!canvas.ready() || untrack(turns) > 1) return
    if (untrack(() => countIn(canvas.view)) <= AT_ONCE) setTurns(Number.POSITIVE_INFINITY)
    else later()
  })
  onCleanup(() => {
    if (frame !== undefined) cancelAnimationFrame(frame)
    clearTimeout(timer)
  })
  const first = <One>(all: readonly One[], most: number) => (all.length <= most ? all : all.slice(0, most))
  return {
    cards: (all) => first(all, CARDS * turns()),
    rows: (all) => first(all, ROWS * turns()),
    isWhole: () => turns() === Number.POSITIVE_INFINITY,
  }
}

type View = Canvas['view']

const parts = ({ sections, loose }: View) => [...sections, loose]

function countIn(view: View): number {
  const notes = parts(view).flatMap((part) => [
    part.notes.length,
    ...part.clusters.map((cluster) => cluster.notes.length),
  ])
  return notes.reduce((sum, one) => sum + one, 0)
}

function longestIn(view: View): { cards: number; rows: number } {
  const all = parts(view)
  return {
    cards: Math.max(...all.map(({ clusters }) => clusters.length)),
    rows: Math.max(...all.flatMap((part) => [part.notes.length, ...part.clusters.map(({ notes }) => notes.length)])),
  }
}
