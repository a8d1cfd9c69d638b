import { createEffect, on, onCleanup, onMount, Show, untrack } from 'solid-js'
import { allNotes } from '../../shared/domain/canvas-view'
import { boardText as text } from '../text/board'
import { Loading } from '../ui/progress'
import type { Canvas } from '../workshop/contract'
import { useWorkshop } from '../workshop/workshop-context'
import styles from './board-island.module.css'
import { createBoard } from './create-board'
import type { BoardEvents } from './crossing'
import { createIsland } from './island'

/** What comes in together is followed once, ms: the picture must not jump about while thirty people write. */
const FOLLOWED_AFTER_MS = 400
const TRIED_AGAIN_MS = 5_000

/**
 * A canvas to be looked at, as on the screen of a room: no tools, nobody's pointer, and nothing takes a press or a key. Shown
 * whole, or with one item as large as it goes, and fitted again whenever the content or the window changes.
 */
export function BoardPicture(props: {
  canvas: Canvas
  /** The item that everybody is to look at; null: all of it. */
  look: string | null
  title: string
}) {
  const workshop = useWorkshop()
  // as with the board: another canvas is another picture
  const canvas = untrack(() => props.canvas)
  const board = createBoard(canvas, workshop, { picture: true })
  const island = createIsland(board, NOTHING_HAPPENS)
  let frame!: HTMLDivElement
  let timer: ReturnType<typeof setTimeout> | undefined

  const fit = () => {
    const look = untrack(() => props.look)
    board.control()?.frame(look === null ? null : [look])
  }
  const fitSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(fit, FOLLOWED_AFTER_MS)
  }
  createEffect(on([board.control, () => props.look], fit))
  // nobody stands at this screen to press *Try again*
  createEffect(() => {
    if (island.state() !== 'failed') return
    const again = setTimeout(island.load, TRIED_AGAIN_MS)
    onCleanup(() => clearTimeout(again))
  })
  onMount(() => {
    const observer = new ResizeObserver(fitSoon)
    observer.observe(frame)
    const stop = canvas.subscribe(fitSoon)
    onCleanup(() => {
      observer.disconnect()
      stop()
      clearTimeout(timer)
    })
  })
  return (
    <div
      ref={frame}
      class={styles.board}
      role="img"
      aria-label={text.picture(props.title, allNotes(canvas.view).length)}
    >
      <div class={styles.canvas}>
        <div class={styles.mount} inert ref={island.host} />
        <Show when={island.state() !== 'ready'}>
          <div class={styles.middle}>
            <Loading label={island.state() === 'failed' ? text.failed : text.loading} />
          </div>
        </Show>
      </div>
    </div>
  )
}

const nothing = () => undefined

const NOTHING_HAPPENS: BoardEvents = {
  selected: nothing,
  editing: nothing,
  lostField: nothing,
  zoomed: nothing,
  dropped: nothing,
  reframed: nothing,
  folded: nothing,
  refused: nothing,
  addNoteAt: nothing,
  drawn: nothing,
  textAt: nothing,
  erased: nothing,
  drawing: nothing,
  finished: nothing,
  cursor: nothing,
  dragging: nothing,
}
