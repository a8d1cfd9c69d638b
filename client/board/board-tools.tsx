import Group from 'lucide-solid/icons/group'
import ImageDown from 'lucide-solid/icons/image-down'
import Keyboard from 'lucide-solid/icons/keyboard'
import ListChecks from 'lucide-solid/icons/list-checks'
import Maximize from 'lucide-solid/icons/maximize'
import Minus from 'lucide-solid/icons/minus'
import MousePointer from 'lucide-solid/icons/mouse-pointer-2'
import Pencil from 'lucide-solid/icons/pencil'
import Plus from 'lucide-solid/icons/plus'
import Redo from 'lucide-solid/icons/redo-2'
import Search from 'lucide-solid/icons/search'
import SquareDashed from 'lucide-solid/icons/square-dashed'
import StickyNote from 'lucide-solid/icons/sticky-note'
import Trash from 'lucide-solid/icons/trash'
import Undo from 'lucide-solid/icons/undo-2'
import { Show } from 'solid-js'
import { boardText as text } from '../text/board'
import { drawingText } from '../text/drawings'
import { pictureText } from '../text/picture'
import { sortingText } from '../text/sorting'
import { IconButton } from '../ui/button'
import { ToolButton, Toolbar, ToolLink, ToolSeparator } from '../ui/toolbar'
import type { MayEdit } from '../workshop/contract'
import { createLeftToSort, sortHref } from '../workshop/shell/sort-link'
import type { BoardActs } from './board-acts'
import styles from './board-tools.module.css'
import type { Board } from './create-board'
import type { BoardSearch } from './create-search'
import { DescribePrompt } from './describe-prompt'
import type { Dialogs } from './dialogs'
import { DrawingTools } from './drawing-tools'
import drawingStyles from './drawing-tools.module.css'
import { WaysMenu } from './ways-menu'

type Props = {
  board: Board
  acts: BoardActs
  dialogs: Dialogs
  search: BoardSearch
}

/** The tools at the bottom: few, with words; zoom at the left, so that tldraw's mark at the right stays free. */
export function BoardTools(props: Props) {
  const undo = () => props.board.canvas.edits.undo
  const { may, mayEdit } = props.board.workshop
  const left = createLeftToSort(props.board.canvas, props.board.workshop)
  const isFacilitator = () => props.board.workshop.me().role === 'facilitator'
  return (
    <div
      class={styles.place}
      data-part="tools"
      data-drawing={props.board.pens.pen().tool === 'select' ? undefined : ''}
    >
      <div class={drawingStyles.above}>
        <DescribePrompt {...props} />
        <DrawingTools {...props} />
      </div>
      <div class={styles.bar}>
        <Zoom {...props} />
        <Show when={mayEdit() === 'yes'} fallback={<ClosedNotice why={mayEdit()} />}>
          <Toolbar label={text.tools.toolbar} class={styles.tools}>
            <ToolButton
              class={styles.select}
              label={text.tools.select}
              icon={<MousePointer aria-hidden="true" />}
              chosen={props.board.editing() === null && props.board.pens.pen().tool === 'select'}
              onClick={() => {
                props.board.control()?.stopEditing()
                if (props.board.pens.pen().tool !== 'select') props.acts.takeUp('select')
              }}
            />
            <Show when={may('add-note')}>
              <ToolButton
                label={text.tools.note}
                icon={<StickyNote aria-hidden="true" />}
                onClick={() => props.acts.addNote()}
              />
            </Show>
            <Show when={may('arrange')}>
              <ToolButton
                label={text.tools.cluster}
                icon={<Group aria-hidden="true" />}
                onClick={() => props.acts.addCluster()}
              />
            </Show>
            <Show when={may('draw')}>
              <ToolButton
                label={drawingText.tools.draw}
                icon={<Pencil aria-hidden="true" />}
                chosen={props.board.pens.pen().tool !== 'select'}
                onClick={() => props.acts.takeUp(props.board.pens.pen().tool === 'select' ? 'pen' : 'select')}
              />
            </Show>
            <Show when={may('change-sections')}>
              <ToolButton
                label={text.tools.section}
                title={text.section.add}
                icon={<SquareDashed aria-hidden="true" />}
                onClick={() => {
                  const id = props.acts.addSection()
                  if (id) props.dialogs.open.section(id)
                }}
              />
            </Show>
            <Show when={left()}>
              {(count) => (
                <ToolLink
                  class={styles.sort}
                  label={sortingText.tool}
                  aria-label={sortingText.link(count())}
                  title={sortingText.link(count())}
                  icon={<ListChecks aria-hidden="true" />}
                  href={sortHref(props.board.workshop, props.board.canvas)}
                />
              )}
            </Show>
            <ToolSeparator />
            <ToolButton
              label={text.tools.undo}
              icon={<Undo aria-hidden="true" />}
              title={undo().undoLabel() ?? text.tools.undo}
              disabled={undo().undoLabel() === undefined}
              onClick={() => undo().undo()}
            />
            <ToolButton
              label={text.tools.redo}
              icon={<Redo aria-hidden="true" />}
              title={undo().redoLabel() ?? text.tools.redo}
              disabled={undo().redoLabel() === undefined}
              onClick={() => undo().redo()}
            />
            <Show when={isFacilitator()}>
              <ToolSeparator />
              <ToolButton
                label={text.tools.bin}
                title={text.tools.recent}
                icon={<Trash aria-hidden="true" />}
                onClick={() => props.dialogs.open.bin()}
              />
            </Show>
          </Toolbar>
        </Show>
        <span class={styles.free} />
      </div>
    </div>
  )
}

/** What role and step do not allow is told here; locks, the end and previews are told above every page. */
function ClosedNotice(props: { why: MayEdit }) {
  return (
    <Show when={props.why === 'observer' || props.why === 'step' ? props.why : undefined}>
      {(why) => <p class={styles.closed}>{text.closed[why()]}</p>}
    </Show>
  )
}

function Zoom(props: Props) {
  const percent = () => Math.round(props.board.zoom() * 100)
  return (
    <fieldset class={styles.zoom} aria-label={text.tools.zoom}>
      <IconButton class={styles.step} label={text.tools.zoomOut} onClick={() => props.board.control()?.zoomOut()}>
        <Minus aria-hidden="true" />
      </IconButton>
      <button
        type="button"
        class={`${styles.percent} tabular`}
        aria-label={text.tools.zoomTo(percent())}
        onClick={() => props.board.control()?.zoomToFull()}
      >
        {percent()}%
      </button>
      <IconButton class={styles.step} label={text.tools.zoomIn} onClick={() => props.board.control()?.zoomIn()}>
        <Plus aria-hidden="true" />
      </IconButton>
      <IconButton label={text.tools.fit} onClick={() => props.board.control()?.fit()}>
        <Maximize aria-hidden="true" />
      </IconButton>
      <WaysMenu board={props.board} search={props.search} />
      <IconButton class={styles.search} label={text.search.label} onClick={() => props.search.open()}>
        <Search aria-hidden="true" />
      </IconButton>
      <IconButton label={pictureText.tool} onClick={() => props.dialogs.open.picture()}>
        <ImageDown aria-hidden="true" />
      </IconButton>
      <IconButton class={styles.keys} label={text.keys.title} onClick={() => props.dialogs.open.keys()}>
        <Keyboard aria-hidden="true" />
      </IconButton>
    </fieldset>
  )
}
