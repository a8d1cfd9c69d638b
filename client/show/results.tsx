import { Key } from '@solid-primitives/keyed'
import { Show } from 'solid-js'
import type { ClosedBallot } from '../../shared/domain/ballot'
import { hiddenIn, type Ranked, rankByCommonGround, type Support, shareOf } from '../../shared/domain/common-ground'
import { type Side, sideName } from '../../shared/domain/side'
import { showText } from '../text/show'
import { SideMark } from '../ui/mark'
import { useWorkshop } from '../workshop/workshop-context'
import styles from './results.module.css'

const words = showText.results
/** What can still be read from the last row. */
const MOST = 6

/** A closed ballot: what both sides support first, with every bar's number in words. */
export function Results(props: { ballot: ClosedBallot }) {
  const rows = () => rankByCommonGround(props.ballot)
  return (
    <section class={styles.results} aria-labelledby="show-results">
      <h2 id="show-results" class={styles.question}>
        {props.ballot.question || words.heading}
      </h2>
      <p class={styles.lead}>{words.lead[hiddenIn(props.ballot.tally)]}</p>
      <ol class={styles.list}>
        <Key each={rows().slice(0, MOST)} by={(row) => row.item.id}>
          {(row) => <Row row={row()} />}
        </Key>
      </ol>
      <Show when={rows().length > MOST}>
        <p class={styles.lead}>{words.more(rows().length - MOST)}</p>
      </Show>
    </section>
  )
}

function Row(props: { row: Ranked }) {
  return (
    <li class={styles.row}>
      <p class={styles.title}>
        <bdi>{props.row.item.title || showText.untitled}</bdi>
        <Show when={props.row.tied}>
          <span class={styles.tied}> {words.tied}</span>
        </Show>
      </p>
      <Show when={props.row.sides} fallback={<Alone support={props.row.all} />}>
        {(sides) => (
          <>
            <Bar side="central" support={sides().central} />
            <Bar side="local" support={sides().local} />
            <p class={styles.common}>
              <span class={styles.percent}>{words.percent(Math.round((props.row.commonGround ?? 0) * 100))}</span>{' '}
              {words.common}
            </p>
          </>
        )}
      </Show>
    </li>
  )
}

/** Where the sides are not shown: how many of all. */
function Alone(props: { support: Support | null }) {
  return (
    <Show when={props.support}>
      {(support) => <p class={styles.alone}>{words.support(support().supporters, support().voters)}</p>}
    </Show>
  )
}

function Bar(props: { side: Side; support: Support | null }) {
  const workshop = useWorkshop()
  const name = () => sideName(props.side, workshop.stage.workshop?.sides ?? { central: '', local: '' })
  const share = () => (props.support ? shareOf(props.support) : 0)
  return (
    <div class={styles.bar}>
      <SideMark side={props.side} label={name()} />
      <span class={styles.track} aria-hidden="true">
        <span class={`${styles.fill} ${styles[props.side]}`} style={{ 'inline-size': `${share() * 100}%` }} />
      </span>
      <span class={styles.figure}>{words.support(props.support?.supporters ?? 0, props.support?.voters ?? 0)}</span>
    </div>
  )
}
