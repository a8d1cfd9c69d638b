import CircleCheck from 'lucide-solid/icons/circle-check'
import { Show } from 'solid-js'
import { sortingText as words } from '../text/sorting'
import { Button, ButtonLink } from '../ui/button'
import type { Sorting } from './create-sorting'
import styles from './sorting.module.css'

/** Nothing waits: what now. What comes in later waits to be asked for, so that nothing changes under one's eyes. */
export function Ending(props: { sorting: Sorting; listHref: string; boardHref: string | undefined }) {
  const progress = () => props.sorting.progress()
  const title = () => {
    if (progress().left > 0) return words.waiting(progress().left)
    return progress().total === 0 ? words.emptyTitle : words.doneTitle
  }
  return (
    <div class={styles.ending}>
      <CircleCheck aria-hidden="true" />
      <h3 tabindex="-1" data-turn>
        {title()}
      </h3>
      <Show when={progress().left === 0}>
        <p>{progress().total === 0 ? words.emptyLead : words.doneLead}</p>
      </Show>
      <div class={styles.endingActs}>
        <Show when={progress().left > 0}>
          <Button kind="main" onClick={() => props.sorting.goOn()}>
            {words.resume}
          </Button>
        </Show>
        <ButtonLink kind={progress().left > 0 ? 'plain' : 'main'} href={props.listHref}>
          {words.list}
        </ButtonLink>
        <Show when={props.boardHref}>{(href) => <ButtonLink href={href()}>{words.board}</ButtonLink>}</Show>
        <Show when={props.sorting.lastStep()}>
          <Button kind="quiet" onClick={() => props.sorting.back()}>
            {props.sorting.lastStep() === 'answered' ? words.undo : words.back}
          </Button>
        </Show>
      </div>
    </div>
  )
}
