import { For, onCleanup, Show } from 'solid-js'
import { allClusters, answersTo, type ClusterView } from '../../shared/domain/canvas-view'
import { CLUSTER_KINDS, type ClusterKind } from '../../shared/domain/cluster'
import { countBySide, SIDES, sideName } from '../../shared/domain/side'
import { LIMITS } from '../../shared/protocol/limits'
import { boardText as text } from '../text/board'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { KindMark, SideMark } from '../ui/mark'
import { Menu, MenuRadio, MenuRadioGroup } from '../ui/menu'
import { Meter } from '../ui/progress'
import { growToContent } from '../ui/text-field'
import { showToast } from '../ui/toast'
import { bindReplaceable } from './bind-item'
import styles from './board-panel.module.css'
import { BringHere } from './bring-here'
import { clusterTitle, noteWords } from './describe-item'
import { keptFromMe, LockButton, LockReason } from './lock-parts'
import { Panel, type PanelProps } from './panel'

type Props = PanelProps & { cluster: ClusterView }

/** A barrier, proposal or theme: what it says, whose notes are in it, what it is linked to, what can be done. */
export function ClusterPanel(props: Props) {
  const { may } = props.board.workshop
  const kindAndCount = () => `${text.kinds[props.cluster.kind]} · ${text.notes(props.cluster.notes.length)}`
  return (
    <Panel
      {...props}
      title={clusterTitle(props.cluster)}
      above={<KindMark kind={props.cluster.kind} label={kindAndCount()} />}
    >
      <SideMeters {...props} />
      <Show when={props.cluster.kind === 'proposal'}>
        <Show
          when={may('write-cluster') && !keptFromMe(props.board, [props.cluster.id])}
          fallback={
            <div class={styles.block}>
              <h3>{text.residentChange}</h3>
              <p>{props.cluster.residentChange || text.residentUnsaid}</p>
            </div>
          }
        >
          <ResidentChange {...props} />
        </Show>
      </Show>
      <Links {...props} />
      <FoldedNotes {...props} />
      <LockReason board={props.board} ids={[props.cluster.id]} />
      <Show when={may('arrange') && !keptFromMe(props.board, [props.cluster.id])}>
        <Acts {...props} />
      </Show>
      <LockButton {...props} item={{ is: 'cluster', id: props.cluster.id }} locked={props.cluster.locked} />
      <BringHere board={props.board} item={{ is: 'cluster', id: props.cluster.id }} />
    </Panel>
  )
}

function SideMeters(props: Props) {
  const counts = () => countBySide(props.cluster.notes)
  const shown = () => SIDES.filter((side) => side !== 'other' || counts().other > 0)
  return (
    <Show when={props.cluster.notes.length > 0}>
      <div class={styles.block}>
        <For each={shown()}>
          {(side) => (
            <Meter
              label={sideName(side, props.board.sides())}
              side={side}
              value={counts()[side]}
              max={props.cluster.notes.length}
            />
          )}
        </For>
      </div>
    </Show>
  )
}

/** What a folded cluster holds, to be read without opening it for everybody. */
function FoldedNotes(props: Props) {
  return (
    <Show when={props.cluster.folded && props.cluster.notes.length > 0}>
      <div class={styles.block}>
        <h3>{text.panel.foldedNotes}</h3>
        <ul class="plain-list">
          <For each={props.cluster.notes}>
            {(note) => (
              <li>
                <SideMark
                  side={note.side}
                  label={note.side ? sideName(note.side, props.board.sides()) : text.noSide}
                  labelHidden
                />{' '}
                {noteWords(note)}
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  )
}

function Links(props: Props) {
  const linked = () => {
    const { view } = props.board.canvas
    if (props.cluster.kind === 'barrier') return answersTo(view, props.cluster.id)
    return allClusters(view).filter(({ id }) => props.cluster.addresses.includes(id))
  }
  const isBarrier = () => props.cluster.kind === 'barrier'
  const show = (id: string) => {
    props.board.control()?.select([id])
    props.board.control()?.show(id)
  }
  return (
    <Show when={props.cluster.kind !== 'theme'}>
      <div class={styles.block}>
        <h3>{isBarrier() ? text.panel.addressedBy : text.panel.answers}</h3>
        <div class={styles.links}>
          <For
            each={linked()}
            fallback={<p class={styles.quiet}>{isBarrier() ? text.panel.nothingYet : text.panel.answersNone}</p>}
          >
            {(other) => (
              <button type="button" onClick={() => show(other.id)}>
                {clusterTitle(other)}
              </button>
            )}
          </For>
        </div>
      </div>
    </Show>
  )
}

function Acts(props: Props) {
  const id = () => props.cluster.id
  const notes = () => props.cluster.notes.map((note) => note.id)
  return (
    <div class={styles.acts}>
      <Show when={props.cluster.kind === 'proposal'}>
        <Button kind="main" start wide onClick={() => props.dialogs.open.link(id())}>
          {text.panel.linkBarriers}
        </Button>
      </Show>
      <Show when={notes().length > 0}>
        <Button
          kind={props.cluster.kind === 'proposal' ? 'plain' : 'main'}
          start
          wide
          onClick={() => props.dialogs.open.moveNotes(notes())}
        >
          {text.panel.moveNotes}
        </Button>
      </Show>
      <Show when={props.cluster.kind === 'barrier'}>
        <Button start wide onClick={() => props.acts.proposeAnswer(id())}>
          {text.panel.proposeAnswer}
        </Button>
      </Show>
      <Button start wide onClick={() => props.board.control()?.edit(id())}>
        {text.panel.editTitle}
      </Button>
      <Show when={notes().length > 0}>
        <Button start wide onClick={() => props.acts.fold([id()], !props.cluster.folded)}>
          {props.cluster.folded ? text.panel.unfold : text.panel.fold}
        </Button>
      </Show>
      <Show when={notes().length > 1}>
        <Button start wide onClick={() => props.dialogs.open.split(id())}>
          {text.panel.split}
        </Button>
      </Show>
      <Button start wide onClick={() => props.dialogs.open.moveCluster(id())}>
        {text.panel.moveCluster}
      </Button>
      <Button start wide onClick={() => props.dialogs.open.merge([id()])}>
        {text.panel.merge}
      </Button>
      <Menu kind="quiet" class={styles.kindMenu} label={text.panel.changeKind} placement="top-start">
        <MenuRadioGroup
          value={props.cluster.kind}
          onValue={(kind) => props.acts.open([id()]) && props.board.canvas.edits.changeKind(id(), kind as ClusterKind)}
        >
          <For each={CLUSTER_KINDS}>{(kind) => <MenuRadio value={kind}>{text.kinds[kind]}</MenuRadio>}</For>
        </MenuRadioGroup>
      </Menu>
      <Button kind="quiet" start wide onClick={() => props.acts.deleteHeading(id())}>
        {text.panel.deleteHeading}
      </Button>
    </div>
  )
}

/** What changes for a resident: a field bound to the shared text of the proposal. */
function ResidentChange(props: Props) {
  const { canvas, presence } = props.board
  const bind = (field: HTMLTextAreaElement, id: ClusterView['id']) => {
    const unbind = bindReplaceable(canvas, () => canvas.clusterText(id, 'residentChange'), field, {
      maxLength: LIMITS.residentChange,
      onShown: () => growToContent(field),
      onTooLong: () => showToast({ text: text.tooLongHere }),
    })
    onCleanup(unbind)
  }
  return (
    <Show when={props.cluster.id} keyed>
      {(id) => (
        <Field label={text.residentChange}>
          {(wiring) => (
            <textarea
              {...wiring}
              rows={2}
              class={styles.area}
              ref={(field) => bind(field, id)}
              onFocus={() => presence.show({ typing: id })}
              onBlur={() => presence.show({ typing: undefined })}
            />
          )}
        </Field>
      )}
    </Show>
  )
}
