import { createMemo, type JSX, Show } from 'solid-js'
import { sideName } from '../../shared/domain/side'
import { boardText as text } from '../text/board'
import { Button } from '../ui/button'
import { CopyButton } from '../ui/copy-button'
import { SideMark } from '../ui/mark'
import { SidePanel } from '../ui/side-panel'
import type { BoardActs } from './board-acts'
import type { Dialogs } from './board-dialogs'
import styles from './board-panel.module.css'
import { textOfSelection } from './clipboard'
import { ClusterPanel } from './cluster-panel'
import type { Board } from './create-board'
import { type FoundItem, findItem, noteWords } from './describe-item'

export type PanelProps = { board: Board; acts: BoardActs; dialogs: Dialogs }

/** What is selected, and what one can do with it. Open only while something is, and not while one writes in it. */
export function BoardPanel(props: PanelProps) {
  const items = createMemo(() =>
    (props.board.editing() === null ? props.board.selected() : NONE).flatMap(
      (id) => findItem(props.board.canvas.view, id) ?? [],
    ),
  )
  const only = <Is extends FoundItem['is']>(is: Is) => {
    const [first, second] = items()
    return first && !second && first.is === is ? (first as Extract<FoundItem, { is: Is }>) : undefined
  }
  return (
    <>
      <Show when={only('cluster')?.cluster}>{(cluster) => <ClusterPanel {...props} cluster={cluster()} />}</Show>
      <Show when={only('note')}>{(found) => <NotePanel {...props} found={found()} />}</Show>
      <Show when={items().length > 1}>
        <ManyPanel {...props} count={items().length} />
      </Show>
    </>
  )
}

const NONE: readonly string[] = []

/** The panel itself: beside the canvas, below it on a narrow screen, never over tldraw's mark. */
export function Panel(props: PanelProps & { title: JSX.Element; above?: JSX.Element; children: JSX.Element }) {
  const close = () => {
    props.board.control()?.select([])
    props.board.control()?.focus()
  }
  return (
    <SidePanel class={styles.panel} title={props.title} above={props.above} onClose={close}>
      {props.children}
    </SidePanel>
  )
}

function NotePanel(props: PanelProps & { found: Extract<FoundItem, { is: 'note' }> }) {
  const note = () => props.found.note
  const side = () => {
    const { side: own } = note()
    return own ? sideName(own, props.board.sides()) : text.noSide
  }
  const mayEdit = () => props.board.workshop.mayEdit() === 'yes'
  return (
    <Panel {...props} title={noteWords(note())} above={<SideMark side={note().side} label={side()} />}>
      <Author {...props} found={props.found} />
      <Show when={mayEdit()}>
        <div class={styles.acts}>
          <Button kind="main" start wide onClick={() => props.dialogs.open.moveNotes([note().id])}>
            {text.panel.move}
          </Button>
          <Button start wide onClick={() => props.board.control()?.edit(note().id)}>
            {text.panel.edit}
          </Button>
          <Button start wide onClick={() => props.acts.makeCluster(note().id, 'barrier')}>
            {text.panel.makeBarrier}
          </Button>
          <Button start wide onClick={() => props.acts.makeCluster(note().id, 'proposal')}>
            {text.panel.makeProposal}
          </Button>
          <Show when={props.board.mayDelete(note().id)}>
            <Button kind="quiet" start wide onClick={() => props.acts.deleteNotes([note().id])}>
              {text.panel.delete}
            </Button>
          </Show>
        </div>
      </Show>
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

function ManyPanel(props: PanelProps & { count: number }) {
  const mayEdit = () => props.board.workshop.mayEdit() === 'yes'
  return (
    <Panel {...props} title={text.panel.many(props.count)}>
      <div class={styles.acts}>
        <Show when={mayEdit()}>
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
        <CopyButton wide label={text.panel.copy} text={() => textOfSelection(props.board).join('\n')} />
        <Show when={mayEdit()}>
          <Button kind="quiet" start wide onClick={() => props.acts.deleteSelected()}>
            {text.panel.delete}
          </Button>
        </Show>
      </div>
    </Panel>
  )
}
