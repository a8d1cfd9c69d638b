import { For, Show } from 'solid-js'
import { type Ranked, shareOf } from '../../shared/domain/common-ground'
import { DEFAULT_SIDE_NAMES, SIDES, sideName } from '../../shared/domain/side'
import { votingText } from '../text/voting'
import { Badge } from '../ui/badge'
import { Meter } from '../ui/progress'
import { VisuallyHidden } from '../ui/visually-hidden'
import { useWorkshop } from '../workshop/workshop-context'
import { kindOf, titleOf } from './terms'
import styles from './voting.module.css'

export type RowMark =
  | { is: 'none' }
  | { is: 'has-action' }
  | { is: 'tick'; ticked: boolean; onTick: (ticked: boolean) => void }

const words = votingText.result

/** One line of the result: its place, its words, and bars that say their numbers. */
export function RankedRow(props: { row: Ranked; gone: boolean; mark: RowMark }) {
  const title = () => titleOf(props.row.item)
  return (
    <li class={styles.ranked}>
      <Show when={props.row.rank}>
        {(rank) => (
          <span class={`${styles.rank} tabular`}>
            <span aria-hidden="true">{words.rank(rank(), props.row.tied)}</span>
            <VisuallyHidden>{words.rankHeard(rank(), props.row.tied)}: </VisuallyHidden>
          </span>
        )}
      </Show>
      <div class={styles.rankedWords}>
        <p class={styles.itemTitle} dir="auto">
          {title()}
        </p>
        <Show when={props.gone}>
          <p class={styles.quiet}>{votingText.gone(kindOf(props.row.item))}</p>
        </Show>
        <Bars row={props.row} />
      </div>
      <Mark mark={props.mark} title={title()} />
    </li>
  )
}

function Mark(props: { mark: RowMark; title: string }) {
  const tick = () => (props.mark.is === 'tick' ? props.mark : undefined)
  return (
    <>
      <Show when={props.mark.is === 'has-action'}>
        <Badge tone="brand" class={styles.rowMark}>
          {words.has}
        </Badge>
      </Show>
      <Show when={tick()}>
        {(now) => (
          <label class={styles.tick}>
            <input
              type="checkbox"
              aria-label={words.tick(props.title)}
              checked={now().ticked}
              onChange={(event) => now().onTick(event.currentTarget.checked)}
            />
          </label>
        )}
      </Show>
    </>
  )
}

function Bars(props: { row: Ranked }) {
  const workshop = useWorkshop()
  const names = () => workshop.stage.workshop?.sides ?? DEFAULT_SIDE_NAMES
  const sides = () => SIDES.filter((side) => props.row.sides?.[side])
  return (
    <div class={styles.bars}>
      <For each={sides()}>
        {(side) => (
          <Show when={props.row.sides?.[side]}>
            {(support) => (
              <Meter
                side={side}
                label={sideName(side, names())}
                value={shareOf(support())}
                max={1}
                text={words.of(support().supporters, support().voters)}
              />
            )}
          </Show>
        )}
      </For>
      <Show when={props.row.sides === null && props.row.all}>
        {(all) => (
          <Meter
            label={words.together}
            value={shareOf(all())}
            max={1}
            text={words.of(all().supporters, all().voters)}
          />
        )}
      </Show>
      <Show when={props.row.commonGround !== null}>
        <p class={styles.ground}>
          {words.commonGround} <strong class="tabular">{words.percent(props.row.commonGround ?? 0)}</strong>
          <Show when={props.row.all}>
            {(all) => (
              <span class={styles.quiet}>
                {' '}
                · {words.together} {words.of(all().supporters, all().voters)}
              </span>
            )}
          </Show>
        </p>
      </Show>
    </div>
  )
}
