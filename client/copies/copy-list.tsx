import { createMemo, For, Show } from 'solid-js'
import type { CanvasCopy } from '../../shared/domain/canvas-copy'
import { copiesText as words } from '../text/copies'
import { dateText, timeText } from '../text/dates'
import { EmptyState } from '../ui/notice'
import { PageHeader, ViewColumn } from '../ui/shell'
import { useWorkshop } from '../workshop/workshop-context'
import { createCanvasTitles } from './canvas-titles'
import styles from './copies.module.css'

/** All copies, by the step that they are the end of; the last step left comes first. */
export function CopyList(props: { copies: readonly CanvasCopy[]; pending: number }) {
  const groups = createMemo(() => groupsOf(props.copies))
  return (
    <ViewColumn width="rows">
      <PageHeader title={words.title} lead={words.lead} />
      <Show when={props.pending > 0}>
        <p class={styles.quiet}>{words.pending(props.pending)}</p>
      </Show>
      <For
        each={groups()}
        fallback={
          <Show when={props.pending === 0}>
            <EmptyState title={words.none}>{words.noneText}</EmptyState>
          </Show>
        }
      >
        {(group) => <Group copies={group} />}
      </For>
    </ViewColumn>
  )
}

/** Copies of one moment belong together. */
function groupsOf(copies: readonly CanvasCopy[]): CanvasCopy[][] {
  const groups = new Map<string, CanvasCopy[]>()
  for (const copy of copies) {
    const key = `${copy.leftAt} ${copy.stepId}`
    groups.set(key, [...(groups.get(key) ?? []), copy])
  }
  return [...groups.values()].reverse()
}

function Group(props: { copies: readonly CanvasCopy[] }) {
  const first = () => props.copies[0]
  return (
    <Show when={first()}>
      {(copy) => (
        <section class={styles.group}>
          <div class={styles.groupHead}>
            <h2>{words.after(copy().stepTitle)}</h2>
            <p class={`${styles.quiet} tabular`}>{words.keptAt(dateText(copy().leftAt), timeText(copy().leftAt))}</p>
          </div>
          <ul class={`plain-list ${styles.rows}`}>
            <For each={props.copies}>{(one) => <CopyRow copy={one} />}</For>
          </ul>
        </section>
      )}
    </Show>
  )
}

function CopyRow(props: { copy: CanvasCopy }) {
  const workshop = useWorkshop()
  const titleOf = createCanvasTitles()
  const title = () => titleOf(props.copy.canvasId)
  const about = () => {
    const { notes, unchanged, openedAs } = props.copy
    const opened = openedAs && words.openedAs(titleOf(openedAs))
    return [words.notes(notes), unchanged && words.unchanged, opened].filter(Boolean).join(' · ')
  }
  return (
    <li>
      <a
        class={styles.row}
        href={`/w/${workshop.id}/copies/${props.copy.id}`}
        aria-label={`${words.linkName(title(), props.copy.stepTitle, timeText(props.copy.at))}, ${about()}`}
      >
        <span class={styles.rowTitle}>{title()}</span>
        <span class={styles.quiet}>{about()}</span>
      </a>
    </li>
  )
}
