import { Key } from '@solid-primitives/keyed'
import { Show } from 'solid-js'
import type { Ballot } from '../../shared/domain/ballot'
import { type Side, sideName } from '../../shared/domain/side'
import { showText } from '../text/show'
import { SideMark } from '../ui/mark'
import { useWorkshop } from '../workshop/workshop-context'
import { type Ranked, ranked } from './rank'
import styles from './results.module.css'

const words = showText.results
/** What can still be read from the last row. */
const MOST = 6

type Closed = Extract<Ballot, { is: 'closed' }>

/** A closed ballot: what both sides support first, with every bar's number in words. */
export function Results(props: { ballot: Closed }) {
  const rows = () => ranked(props.ballot)
  const bySide = () => rows().some((row) => row.sides !== null)
  return (
    <section class={styles.results} aria-labelledby="show-results">
      <h2 id="show-results" class={styles.question}>
        {props.ballot.question || words.heading}
      </h2>
      <p class={styles.lead}>{bySide() ? words.lead : words.leadAll}</p>
      <ol class={styles.list}>
        <Key each={rows().slice(0, MOST)} by={(row) => row.item.id}>
          {(row) => <Row row={row()} voters={props.ballot.tally.voters} />}
        </Key>
      </ol>
      <Show when={rows().length > MOST}>
        <p class={styles.lead}>{words.more(rows().length - MOST)}</p>
      </Show>
    </section>
  )
}

function Row(props: { row: Ranked; voters: Closed['tally']['voters'] }) {
  return (
    <li class={styles.row}>
      <p class={styles.title}>
        {props.row.item.title || showText.untitled}
        <Show when={props.row.tied}>
          <span class={styles.tied}> {words.tied}</span>
        </Show>
      </p>
      <Show
        when={props.row.sides}
        fallback={<p class={styles.alone}>{words.people(props.row.all?.supporters ?? 0)}</p>}
      >
        {(sides) => (
          <>
            <Bar side="central" supporters={sides().central.supporters} of={props.voters.sides?.central ?? 0} />
            <Bar side="local" supporters={sides().local.supporters} of={props.voters.sides?.local ?? 0} />
            <p class={styles.common}>
              <span class={styles.percent}>{words.percent(Math.round((props.row.common ?? 0) * 100))}</span>{' '}
              {words.common}
            </p>
          </>
        )}
      </Show>
    </li>
  )
}

function Bar(props: { side: Side; supporters: number; of: number }) {
  const workshop = useWorkshop()
  const name = () => sideName(props.side, workshop.stage.workshop?.sides ?? { central: '', local: '' })
  const percent = () => (props.of > 0 ? (props.supporters / props.of) * 100 : 0)
  return (
    <div class={styles.bar}>
      <SideMark side={props.side} label={name()} />
      <span class={styles.track} aria-hidden="true">
        <span class={`${styles.fill} ${styles[props.side]}`} style={{ 'inline-size': `${percent()}%` }} />
      </span>
      <span class={styles.figure}>{words.support(props.supporters, props.of)}</span>
    </div>
  )
}
