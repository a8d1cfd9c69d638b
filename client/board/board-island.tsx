import { Match, Show, Switch, untrack } from 'solid-js'
import { boardText as text } from '../text/board'
import { Button, ButtonLink } from '../ui/button'
import { Loading } from '../ui/progress'
import { VisuallyHidden } from '../ui/visually-hidden'
import type { Canvas } from '../workshop/contract'
import { PrivatePanel } from '../workshop/private/private-panel'
import { showWanted } from '../workshop/shell/attention'
import { singleKeys } from '../workshop/single-keys'
import { followUndoKeys, isTextField } from '../workshop/undo-keys'
import { useWorkshop } from '../workshop/workshop-context'
import { createActs } from './board-acts'
import { BoardDialogs } from './board-dialogs'
import { createBoardEdges } from './board-edges'
import { createEvents } from './board-events'
import styles from './board-island.module.css'
import { commandOf } from './board-keys'
import { BoardPanel } from './board-panel'
import { BoardSearchBar } from './board-search'
import { BoardTools } from './board-tools'
import { createCarry } from './carry'
import { createClipboard } from './clipboard'
import { createBoard } from './create-board'
import { createSearch } from './create-search'
import { createDialogs } from './dialogs'
import { createIsland } from './island'
import { runCommand } from './run-command'
import { showOnBoard } from './show-on-board'
import { followSpace } from './space-key'

/**
 * A canvas as a board. The Solid side: tools, panel, dialogs, keys and every change of the document; the drawing itself is
 * React's and tldraw's, loaded only here and only now.
 */
export function BoardView(props: { canvas: Canvas; listHref?: string }) {
  const workshop = useWorkshop()
  // a board stands for one canvas: the route makes a new one for another
  const canvas = untrack(() => props.canvas)
  const board = createBoard(canvas, workshop)
  const acts = createActs(board)
  const dialogs = createDialogs(board, acts)
  const search = createSearch(board)
  const clipboard = createClipboard(board, acts, dialogs)
  const island = createIsland(board, createEvents(board, acts, dialogs))

  showWanted({
    canvas,
    ready: () => board.control() !== undefined,
    show: (wanted) => showOnBoard(board, wanted),
  })

  const listHref = () => props.listHref ?? `/w/${workshop.id}/list`
  const reach = { board, acts, carry: createCarry(board, acts), dialogs: dialogs.open, search }
  const keyDown = (event: KeyboardEvent) => {
    if (isTextField(event.target)) return
    const command = commandOf(event, { single: singleKeys(), carrying: reach.carry.carrying() })
    if (!command) return
    // tldraw must not see the board's keys: it would swallow Tab and undo by its own history (TRAPS 24)
    if (command.do === 'leave') event.stopPropagation()
    if (runCommand(command, reach)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  /** Space let go: takes up what the keys are at, or drops what they carry. */
  const space = () => void runCommand({ do: reach.carry.carrying() ? 'drop' : 'pick-up' }, reach)
  /** Nothing stays in the air when the focus goes elsewhere; going to another window is not that. */
  const focusOut = () => queueMicrotask(() => document.hasFocus() && !holdsFocus() && reach.carry.putBack())
  let canvasElement: HTMLElement | undefined
  const holdsFocus = () => canvasElement?.contains(document.activeElement)
  followUndoKeys(canvas.edits.undo, { closed: () => dialogs.opened() !== undefined || reach.carry.carrying() })
  return (
    <div
      class={styles.board}
      data-panel={board.selected().length > 0 && board.editing() === null && !search.isOpen() ? '' : undefined}
      ref={(element) => {
        createBoardEdges(element)
        element.addEventListener('dragover', (event) => event.preventDefault())
        element.addEventListener('drop', clipboard.drop)
      }}
    >
      <a class={styles.asList} href={listHref()}>
        {text.asList}
      </a>
      <VisuallyHidden id={board.feed.words.keysId}>{text.canvasKeys}</VisuallyHidden>
      <div class={styles.canvas} data-part="canvas">
        {/* capture: before tldraw's own listeners, which sit on an element inside */}
        <div
          class={styles.mount}
          ref={(mount) => {
            island.host(mount)
            canvasElement = mount
            followSpace(mount, { isField: isTextField, pressed: space })
            mount.addEventListener('keydown', () => mount.setAttribute('data-keys', ''), true)
            mount.addEventListener('pointerdown', () => mount.removeAttribute('data-keys'), true)
            mount.addEventListener('keydown', keyDown, true)
            mount.addEventListener('focusout', focusOut)
            mount.addEventListener('copy', clipboard.copy)
            mount.addEventListener('paste', clipboard.paste)
          }}
        />
        <Switch>
          <Match when={island.state() === 'loading'}>
            <div class={styles.middle}>
              <Loading label={text.loading} />
            </div>
          </Match>
          <Match when={island.state() === 'failed'}>
            <div class={styles.middle} role="alert">
              <p>{text.failed}</p>
              <Button kind="main" onClick={island.load}>
                {text.tryAgain}
              </Button>
              <ButtonLink href={listHref()}>{text.asList}</ButtonLink>
            </div>
          </Match>
          <Match when={isEmpty(canvas) && workshop.may('add-note') && !board.isPrivate() && board.editing() === null}>
            <div class={`${styles.middle} ${styles.hint}`}>
              <p class={styles.empty}>{text.empty}</p>
              <p>{text.emptyHow}</p>
            </div>
          </Match>
        </Switch>
      </div>
      <BoardSearchBar search={search} />
      <BoardTools board={board} acts={acts} dialogs={dialogs} search={search} />
      <PrivatePanel canvas={canvas} />
      {/* while one goes through what was found, the canvas keeps its size */}
      <Show when={!search.isOpen()}>
        <BoardPanel board={board} acts={acts} dialogs={dialogs} />
      </Show>
      <BoardDialogs board={board} acts={acts} dialogs={dialogs} />
    </div>
  )
}

function isEmpty(canvas: Canvas): boolean {
  const { sections, loose } = canvas.view
  return canvas.ready() && [...sections, loose].every(({ clusters, notes }) => clusters.length + notes.length === 0)
}
