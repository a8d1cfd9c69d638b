import ChevronDown from 'lucide-solid/icons/chevron-down'
import { createEffect, createMemo, createSignal, For, onMount, Show, useContext } from 'solid-js'
import type { ClusterView } from '../../shared/domain/canvas-view'
import { LIMITS } from '../../shared/protocol/limits'
import { outlineText } from '../text/outline'
import { selectionText } from '../text/selection'
import { classes } from '../ui/classes'
import { KindMark } from '../ui/mark'
import { showToast } from '../ui/toast'
import { VisuallyHidden } from '../ui/visually-hidden'
import { followText } from '../workshop/follow-text'
import { isPlainEnter } from '../workshop/text-binding'
import { lineLook } from '../workshop/writing-field'
import { endRename, stopRename } from './cluster-actions'
import { ClusterLinks } from './cluster-links'
import { ClusterMenu } from './cluster-menu'
import { Counts } from './counts'
import { LockMark } from './lock-mark'
import { NoteRow } from './note-row'
import styles from './outline.module.css'
import { clusterHeadId, KeptContext, useOutline } from './outline-context'
import { titleOf } from './places'
import { keepWritten } from './rows'
import { SelectBox } from './select-box'

const KIND_CLASS = { barrier: styles.barrier, proposal: styles.proposal, theme: styles.theme }

/** A barrier, proposal or theme with its notes, folded together by its heading. */
export function ClusterCard(props: { cluster: ClusterView }) {
  const outline = useOutline()
  const [folded, setFolded] = createSignal(false)
  const mayWrite = () => outline.workshop.may('write-cluster') && !kept()
  const isNamed = () => outline.renaming() === props.cluster.id
  const isRenaming = createMemo(() => isNamed() && mayWrite())
  const kind = () => outlineText.kind[props.cluster.kind]
  const rows = keepWritten(() => props.cluster.notes)
  const keptAround = useContext(KeptContext)
  const kept = () => keptAround() || (props.cluster.locked === true && !outline.may('change-locked'))
  createEffect(() => {
    if (isNamed() && !mayWrite()) stopRename(outline, props.cluster.id)
  })
  return (
    <div
      class={classes(styles.card, KIND_CLASS[props.cluster.kind])}
      style={{ '--rows': folded() ? 0 : rows().length }}
      data-cluster={props.cluster.id}
      hidden={!isRenaming() && !outline.list.showsCluster(props.cluster)}
    >
      <div class={classes(styles.head, outline.selection.isOn() && styles.selecting)}>
        <div class={styles.title}>
          <Show when={!isRenaming()} fallback={<TitleField cluster={props.cluster} />}>
            <h3>
              <button
                type="button"
                id={clusterHeadId(props.cluster.id)}
                class={styles.toggle}
                aria-expanded={!folded()}
                onClick={() => setFolded((now) => !now)}
              >
                <span dir="auto">
                  <VisuallyHidden>{kind()}: </VisuallyHidden>
                  <Show
                    when={props.cluster.title.trim()}
                    fallback={<span class={styles.unsaid}>{titleOf(props.cluster)}</span>}
                  >
                    <bdi>{props.cluster.title}</bdi>
                  </Show>
                </span>
                <ChevronDown aria-hidden="true" />
              </button>
            </h3>
          </Show>
        </div>
        <Show when={outline.selection.isOn()}>
          <SelectBox is="cluster" id={props.cluster.id} label={selectionText.headingNamed(titleOf(props.cluster))} />
        </Show>
        <div class={styles.meta}>
          <span aria-hidden="true">
            <KindMark kind={props.cluster.kind} label={kind()} />
          </span>
          <Counts notes={props.cluster.notes} />
          <Show when={props.cluster.locked}>
            <LockMark />
          </Show>
          <Show when={props.cluster.folded}>
            <span>{outlineText.cluster.isFolded}</span>
          </Show>
        </div>
        <Show when={outline.may('arrange') && !kept()}>
          <div class={styles.more}>
            <ClusterMenu cluster={props.cluster} />
          </div>
        </Show>
      </div>
      <Show when={!folded()}>
        <KeptContext.Provider value={kept}>
          <ClusterLinks cluster={props.cluster} />
          <Show when={rows().length > 0}>
            <ul class={classes('plain-list', styles.notes)} aria-label={outlineText.listOf(titleOf(props.cluster))}>
              <For each={outline.drawn.rows(rows())}>{(note) => <NoteRow note={note} />}</For>
            </ul>
          </Show>
        </KeptContext.Provider>
      </Show>
    </div>
  )
}

/** The title where it stands. Enter and Escape end it. */
function TitleField(props: { cluster: ClusterView }) {
  const outline = useOutline()
  const { id } = props.cluster
  let field!: HTMLInputElement
  followText(
    () => field,
    () => outline.canvas.clusterText(id, 'title'),
    {
      maxLength: LIMITS.clusterTitle,
      onTooLong: () => showToast({ text: outlineText.cluster.tooLong(LIMITS.clusterTitle), kind: 'alert' }),
    },
  )
  onMount(() => {
    outline.canvas.showPresence({ typing: id })
    queueMicrotask(() => field.focus())
  })
  const keys = (event: KeyboardEvent) => {
    if (!isPlainEnter(event) && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    outline.canvas.showPresence({})
    endRename(outline, id, { focus: true })
  }
  return (
    <input
      ref={field}
      id={`${clusterHeadId(id)}-title`}
      dir="auto"
      class={classes(lineLook, styles.titleInput)}
      aria-label={outlineText.cluster.titleField(props.cluster.kind)}
      onKeyDown={keys}
      onBlur={() => {
        // Another window, or a row that changed its place: not the end of it.
        setTimeout(() => {
          if (!document.hasFocus() || document.activeElement === field) return
          outline.canvas.showPresence({})
          endRename(outline, id, { focus: false })
        })
      }}
    />
  )
}
