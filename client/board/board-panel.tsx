import { createMemo, For, Show } from 'solid-js'
import { CLUSTER_KINDS } from '../../shared/domain/cluster'
import type { Deed } from '../../shared/domain/deeds'
import { sideName } from '../../shared/domain/side'
import { boardText as text } from '../text/board'
import { itemsText, mergingText } from '../text/items'
import { Button } from '../ui/button'
import { copyText } from '../ui/copy-text'
import { announce } from '../ui/live-region'
import { SideMark } from '../ui/mark'
import { wholeOf } from './board-acts'
import styles from './board-panel.module.css'
import { textOfSelection } from './clipboard'
import { ClusterPanel } from './cluster-panel'
import { type FoundItem, findEach, noteWords } from './describe-item'
import { DrawingPanel } from './drawing-panel'
import { keptFromMe, LockButton, LockReason } from './lock-parts'
import { countsOf } from './moved-together'
import { Panel, type PanelProps } from './panel'
import { SectionPanel } from './section-panel'

/** What is selected, and what one can do with it. Open only while something is, and not while one writes in it. */
export function BoardPanel(props: PanelProps) {
  const items = createMemo(() =>
    findEach(props.board.canvas.view, props.board.editing() === null ? props.board.selected() : NONE),
  )
  const only = <Is extends FoundItem['is']>(is: Is) => {
    const [first, second] = items()
    return first && !second && first.is === is ? (first as Extract<FoundItem, { is: Is }>) : undefined
  }
  const drawn = createMemo(() => {
    const drawings = items().flatMap((item) => (item.is === 'drawing' ? item.drawing : []))
    return drawings.length > 0 && drawings.length === items().length ? drawings : undefined
  })
  return (
    <>
      <Show when={drawn()}>{(drawings) => <DrawingPanel {...props} drawings={drawings()} />}</Show>
      <Show when={only('cluster')?.cluster}>{(cluster) => <ClusterPanel {...props} cluster={cluster()} />}</Show>
      <Show when={only('section')?.section}>{(section) => <SectionPanel {...props} section={section()} />}</Show>
      <Show when={only('note')}>{(found) => <NotePanel {...props} found={found()} />}</Show>
      <Show when={items().length > 1 && !drawn()}>
        <ManyPanel {...props} items={items()} />
      </Show>
    </>
  )
}

const NONE: readonly string[] = []

const liesFreely = (item: FoundItem) => item.is === 'note' && item.note.at !== null

function NotePanel(props: PanelProps & { found: Extract<FoundItem, { is: 'note' }> }) {
  const note = () => props.found.note
  const side = () => {
    const { side: own } = note()
    return own ? sideName(own, props.board.sides()) : text.noSide
  }
  const isKept = () => keptFromMe(props.board, [note().id]) !== undefined
  const may = (deed: Deed) => props.board.workshop.may(deed) && !isKept()
  const whole = () => props.found.cluster
  return (
    <Panel {...props} title={noteWords(note())} above={<SideMark side={note().side} label={side()} />}>
      <Author {...props} found={props.found} />
      <LockReason board={props.board} ids={[note().id]} />
      <div class={styles.acts}>
        <Show when={may('move-note')}>
          <Button kind="main" start wide onClick={() => props.dialogs.open.moveNotes([note().id])}>
            {text.panel.move}
          </Button>
        </Show>
        <Show when={may(props.board.writing(note().id))}>
          <Button start wide onClick={() => props.board.control()?.edit(note().id)}>
            {text.panel.edit}
          </Button>
        </Show>
        <Show when={may('arrange')}>
          <Button start wide onClick={() => props.acts.makeCluster(note().id, 'barrier')}>
            {text.panel.makeBarrier}
          </Button>
          <Button start wide onClick={() => props.acts.makeCluster(note().id, 'proposal')}>
            {text.panel.makeProposal}
          </Button>
          <Show when={(whole()?.notes.length ?? 0) > 1 && whole()}>
            {(cluster) => (
              <Button start wide onClick={() => props.acts.split(cluster().id, [note().id])}>
                {text.panel.splitOff}
              </Button>
            )}
          </Show>
        </Show>
        <Show when={may('add-note')}>
          <Button start wide onClick={() => props.acts.duplicate()}>
            {text.panel.duplicate}
          </Button>
        </Show>
        <LockButton {...props} item={{ is: 'note', id: note().id }} locked={note().locked} />
        <Show when={!isKept() && props.board.mayDelete(note().id)}>
          <Button kind="quiet" start wide onClick={() => props.acts.deleteNotes([note().id])}>
            {text.panel.delete}
          </Button>
        </Show>
      </div>
    </Panel>
  )
}

function Author(props: PanelProps & { found: Extract<FoundItem, { is: 'note' }> }) {
  const author = () => {
    const id = props.found.note.author
    if (!id) return undefined
    if (id === props.board.workshop.me().id) return { name: text.panel.noteByYou, organisation: '' }
    const member = props.board.workshop.member(id)
    return member && { name: text.panel.noteBy(member.name), organisation: member.organisation }
  }
  return (
    <Show when={author()}>
      {(by) => (
        <p>
          {by().name}
          <Show when={by().organisation}>
            <br />
            <span class={styles.quiet}>{by().organisation}</span>
          </Show>
        </p>
      )}
    </Show>
  )
}

function ManyPanel(props: PanelProps & { items: readonly FoundItem[] }) {
  const copy = async (event: MouseEvent & { currentTarget: HTMLElement }) => {
    const lines = textOfSelection(props.board)
    const near = event.currentTarget.parentElement ?? undefined
    const copied = await copyText(lines.join('\n'), near)
    announce(copied ? text.said.copied(lines.length) : text.said.notCopied)
  }
  const { may } = props.board.workshop
  const notes = createMemo(() => props.items.flatMap((item) => (item.is === 'note' ? item.note : [])))
  const ids = createMemo(() => notes().map((note) => note.id))
  const locked = () => notes().every((note) => note.locked === true)
  const setLocked = () =>
    props.acts.setLocked(
      ids().map((id) => ({ is: 'note', id })),
      !locked(),
    )
  /** Where headings are all that is selected. */
  const headings = createMemo(() => {
    const all = props.items.flatMap((item) => (item.is === 'cluster' ? item.cluster.id : []))
    return all.length === props.items.length ? all : []
  })
  const split = () => {
    const whole = wholeOf(props.board.canvas.view, ids())
    return whole && whole.notes.length > ids().length ? whole : undefined
  }
  return (
    <Panel
      {...props}
      title={text.panel.many(itemsText(countsOf(props.board.drawing().layout, props.board.selected())))}
    >
      <LockReason board={props.board} ids={props.board.selected()} />
      <div class={styles.acts}>
        <Show when={may('move-note')}>
          <Button kind="main" start wide onClick={() => props.dialogs.open.move()}>
            {text.panel.move}
          </Button>
          <Show when={split()}>
            {(whole) => (
              <Button start wide onClick={() => props.acts.split(whole().id, ids())}>
                {text.panel.splitOff}
              </Button>
            )}
          </Show>
          <Show when={ids().length > 0}>
            <For each={CLUSTER_KINDS}>
              {(kind) => (
                <Button start wide onClick={() => props.acts.addCluster(undefined, kind)}>
                  {text.panel.newCluster(kind)}
                </Button>
              )}
            </For>
          </Show>
        </Show>
        <Show when={may('arrange') && headings().length > 1}>
          <Button start wide onClick={() => props.dialogs.open.merge(headings())}>
            {mergingText.button}
          </Button>
        </Show>
        <Show when={may('move-note') && props.items.filter(liesFreely).length > 1}>
          <Button start wide onClick={() => props.acts.tidy()}>
            {text.panel.tidy}
          </Button>
        </Show>
        <Show when={may('add-note') && ids().length > 0}>
          <Button start wide onClick={() => props.acts.duplicate()}>
            {text.panel.duplicate}
          </Button>
        </Show>
        <Button start wide onClick={(event) => void copy(event)}>
          {text.panel.copy}
        </Button>
        <Show when={may('lock-items') && ids().length > 0}>
          <Button start wide onClick={setLocked}>
            {locked() ? text.lock.unlock : text.lock.lock}
          </Button>
        </Show>
        <Show when={may('delete-own-note')}>
          <Button kind="quiet" start wide onClick={() => props.acts.deleteSelected()}>
            {text.panel.delete}
          </Button>
        </Show>
      </div>
    </Panel>
  )
}
