import ListChecks from 'lucide-solid/icons/list-checks'
import { createMemo, Show } from 'solid-js'
import { currentStep } from '../../../shared/domain/agenda'
import { groupsToSort, sortingProgress } from '../../../shared/domain/sorting'
import { sortingText as words } from '../../text/sorting'
import { ButtonLink } from '../../ui/button'
import type { Canvas, Workshop } from '../contract'
import { useWorkshop } from '../workshop-context'
import styles from './sort-link.module.css'

/** How many notes of a canvas wait to be sorted by this person; undefined when they may not sort. Tracks. */
export function createLeftToSort(canvas: Canvas, workshop: Pick<Workshop, 'may'>): () => number | undefined {
  return createMemo(() => {
    if (!workshop.may('move-note') || !canvas.ready()) return undefined
    return sortingProgress(groupsToSort(canvas.reading(), { locked: workshop.may('change-locked') })).left
  })
}

export function sortHref(workshop: Pick<Workshop, 'id'>, canvas: Pick<Canvas, 'id'>): string {
  return `/w/${workshop.id}/sort?canvas=${canvas.id}`
}

/** The way into the sorting mode: "Sort one by one, 12 left". In a step for sorting it is the thing to do. */
export function SortLink(props: { canvas: Canvas }) {
  const workshop = useWorkshop()
  const left = createLeftToSort(props.canvas, workshop)
  const isTheTask = () => currentStep(workshop.stage.stage)?.step.kind === 'sort'
  return (
    <Show when={left()}>
      {(count) => (
        <ButtonLink
          class={styles.link}
          kind={isTheTask() ? 'main' : 'plain'}
          icon={<ListChecks />}
          href={sortHref(workshop, props.canvas)}
        >
          {words.link(count())}
        </ButtonLink>
      )}
    </Show>
  )
}
