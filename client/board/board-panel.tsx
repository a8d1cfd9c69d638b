import { createMemo, Show } from 'solid-js'
import type { SectionView } from '../../shared/domain/canvas-view'
import { sideName } from '../../shared/domain/side'
import { boardText as text } from '../text/board'
import { Button } from '../ui/button'
import { copyText } from '../ui/copy-text'
import { announce } from '../ui/live-region'
import { SideMark } from '../ui/mark'
import { createBringing } from '../workshop/shell/bringing'
import styles from './board-panel.module.css'
import { BringHere } from './bring-here'
import { textOfSelection } from './clipboard'
import { ClusterPanel } from './cluster-panel'
import { type FoundItem, findItem, noteWords, sectionTitle } from './describe-item'
import { DrawingPanel } from './drawing-panel'
import { Panel, type PanelProps } from './panel'

/** What is selected, and what one can do with it. Open only while something is, and not while one writes in it. */
export function BoardPanel(props: PanelProps) {
  const items = createMemo(() =>
    (props.board.editing() === null ? props.board.selected() : NONE).flatMap(
      (id) => findItem(props.board.canvas.view, id) ?? [],
    ),
  )
  const bringing = createBringing()
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
      <Show when={bringing.may() && only('section')?.section}>
        {(section) => <SectionPanel {...props} section={section()} />}
      </Show>
      <Show when={only('note')}>{(found) => <NotePanel {...props} found={found()} />}</Show>
      <Show when={items().length > 1 && !drawn()}>
        <ManyPanel {...props} count={items().length} free={items().filter(liesFreely).length} />
      </Show>
    </>
  )
}

const NONE: readonly string[] = []

const liesFreely = (item: FoundItem) => item.is === 'note' && item.note.at !== null

/** Only for facilitators, who bring everybody to it: there is nothing else that one does with a section here. */
function SectionPanel(props: PanelProps & { section: SectionView }) {
  const notes = () => countOf(props.section)
  return (
    <Panel
      {...props}
      title={sectionTitle(props.section)}
      above={<span class={styles.quiet}>{text.notes(notes())}</span>}
    >
      <BringHere board={props.board} item={{ is: 'section', id: props.section.id }} />
    </Panel>
  )
}

function countOf({ notes, clusters }: SectionView): number {
  return clusters.reduce((sum, cluster) => sum + cluster.notes.length, notes.length)
}

function NotePanel(props: PanelProps & { found: Extract<FoundItem, { is: 'note' }> }) {
  const note = () => props.found.note
  const side = () => {
    const { side: own } = note()
    return own ? sideName(own, props.board.sides()) : text.noSide
  }
  const { may } = props.board.workshop
  return (
    <Panel {...props} title={noteWords(note())} above={<SideMark side={note().side} label={side()} />}>
      <Author {...props} found={props.found} />
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
        </Show>
        <Show when={may('add-note')}>
          <Button start wide onClick={() => props.acts.duplicate()}>
            {text.panel.duplicate}
          </Button>
        </Show>
        <Show when={props.board.mayDelete(note().id)}>
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

/** `free`: how many of them lie where somebody put them. */
function ManyPanel(props: PanelProps & { count: number; free: number }) {
  const copy = async (event: MouseEvent & { currentTarget: HTMLElement }) => {
    const lines = textOfSelection(props.board)
    const near = event.currentTarget.parentElement ?? undefined
    const copied = await copyText(lines.join('\n'), near)
    announce(copied ? text.said.copied(lines.length) : text.said.notCopied, { kind: copied ? 'polite' : 'alert' })
  }
  const { may } = props.board.workshop
  return (
    <Panel {...props} title={text.panel.many(props.count)}>
      <div class={styles.acts}>
        <Show when={may('move-note')}>
          <Button kind="main" start wide onClick={() => props.dialogs.open.moveNotes()}>
            {text.panel.move}
          </Button>
          <Button start wide onClick={() => props.acts.addCluster(undefined, 'theme')}>
            {text.panel.newCluster('theme')}
          </Button>
          <Button start wide onClick={() => props.acts.addCluster(undefined, 'barrier')}>
            {text.panel.newCluster('barrier')}
          </Button>
          <Button start wide onClick={() => props.acts.addCluster(undefined, 'proposal')}>
            {text.panel.newCluster('proposal')}
          </Button>
        </Show>
        <Show when={may('move-note') && props.free > 1}>
          <Button start wide onClick={() => props.acts.tidy()}>
            {text.panel.tidy}
          </Button>
        </Show>
        <Show when={may('add-note')}>
          <Button start wide onClick={() => props.acts.duplicate()}>
            {text.panel.duplicate}
          </Button>
        </Show>
        <Button start wide onClick={(event) => void copy(event)}>
          {text.panel.copy}
        </Button>
        <Show when={may('delete-own-note')}>
          <Button kind="quiet" start wide onClick={() => props.acts.deleteSelected()}>
            {text.panel.delete}
          </Button>
        </Show>
      </div>
    </Panel>
  )
}
