import { createMemo, For, Show } from 'solid-js'
import type { CanvasView, ClusterView, NoteView } from '../../shared/domain/canvas-view'
import type { NoteId } from '../../shared/domain/ids'
import { DEFAULT_SIDE_NAMES, sideName } from '../../shared/domain/side'
import { copiesText as words } from '../text/copies'
import { Badge } from '../ui/badge'
import { KindMark, SideMark } from '../ui/mark'
import { useWorkshop } from '../workshop/workshop-context'
import styles from './copies.module.css'
import type { Since } from './since'

type Shown = { since: ReadonlyMap<NoteId, Since>; only: boolean }
type Part = { key: string; title: string; clusters: ClusterView[]; notes: NoteView[] }

/** The canvas as it was, as headings and lists. `only`: what became of nothing is left out. */
export function CopyInWords(props: Shown & { view: CanvasView }) {
  const parts = createMemo(() => partsOf(props.view))
  return (
    <For each={parts()}>
      {(part) => (
        <section class={styles.section} aria-labelledby={`then-${part.key}`}>
          <h2 id={`then-${part.key}`}>{part.title}</h2>
          <Contents part={part} since={props.since} only={props.only} />
        </section>
      )}
    </For>
  )
}

function partsOf({ sections, loose }: CanvasView): Part[] {
  const all = sections.map(({ id, title, clusters, notes }) => {
    return { key: id, title: title || words.untitledSection, clusters, notes }
  })
  const isBare = loose.clusters.length + loose.notes.length === 0
  return isBare ? all : [...all, { key: 'loose', title: words.loose, ...loose }]
}

function Contents(props: Shown & { part: Part }) {
  const notes = () => shownOf(props.part.notes, props)
  const clusters = () =>
    props.part.clusters.filter((cluster) => !props.only || shownOf(cluster.notes, props).length > 0)
  return (
    <Show
      when={notes().length + clusters().length > 0}
      fallback={<p class={styles.quiet}>{props.only ? words.noneSinceHere : words.nothing}</p>}
    >
      <Show when={notes().length > 0}>
        <div class={styles.cluster}>
          <Show when={props.part.clusters.length > 0}>
            <h3>
              {words.notSorted} <span class={styles.count}>{words.notes(props.part.notes.length)}</span>
            </h3>
          </Show>
          <Notes notes={notes()} since={props.since} />
        </div>
      </Show>
      <For each={clusters()}>
        {(cluster) => (
          <div class={styles.cluster}>
            <h3>
              <KindMark kind={cluster.kind} label={words.kinds[cluster.kind]} />{' '}
              {cluster.title.trim() || words.untitled[cluster.kind]}{' '}
              <span class={styles.count}>{words.notes(cluster.notes.length)}</span>
            </h3>
            <Show when={cluster.residentChange.trim()}>{(change) => <p>{change()}</p>}</Show>
            <Notes notes={shownOf(cluster.notes, props)} since={props.since} />
          </div>
        )}
      </For>
    </Show>
  )
}

function shownOf(notes: readonly NoteView[], { since, only }: Shown): NoteView[] {
  return notes.filter(({ id }) => !only || since.has(id))
}

function Notes(props: { notes: readonly NoteView[]; since: ReadonlyMap<NoteId, Since> }) {
  const workshop = useWorkshop()
  const sides = () => workshop.stage.workshop?.sides ?? DEFAULT_SIDE_NAMES
  const became = (id: NoteId) => {
    const what = props.since.get(id)
    return what && (what === 'deleted' ? words.deletedSince : words.changedSince)
  }
  return (
    <Show when={props.notes.length > 0}>
      <ul class={`plain-list ${styles.notes}`}>
        <For each={props.notes}>
          {(note) => (
            <li class={styles.note}>
              <p class={styles.text}>{note.text.trim() || words.emptyNote}</p>
              <p class={styles.about}>
                <SideMark side={note.side} label={note.side ? sideName(note.side, sides()) : words.noSide} />
                <Show when={became(note.id)}>{(what) => <Badge>{what()}</Badge>}</Show>
              </p>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
