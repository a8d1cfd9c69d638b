import { Show } from 'solid-js'
import type { Ballot } from '../../shared/domain/ballot'
import type { ShareLink } from '../../shared/protocol/http'
import { showText } from '../text/show'
import { useWorkshop } from '../workshop/workshop-context'
import { JoinHere } from './join-here'
import styles from './scenes.module.css'

/** Before it begins: what it is about, and how to come in, as large as it goes. */
export function Welcome(props: { link: ShareLink | undefined }) {
  const workshop = useWorkshop()
  const about = () => workshop.stage.workshop
  return (
    <div class={styles.welcome}>
      <div class={styles.about}>
        <p class={styles.name}>{about()?.title}</p>
        <Show when={about()?.purpose}>{(purpose) => <p class={styles.purpose}>{purpose()}</p>}</Show>
      </div>
      <Show when={props.link}>{(link) => <JoinHere large link={link()} />}</Show>
    </div>
  )
}

/** While people write for themselves: how many have, and nothing of what. */
export function Writing() {
  const workshop = useWorkshop()
  const writing = () => {
    const now = workshop.stage.writing
    return now?.stepId === workshop.stage.stage.currentStepId ? now : null
  }
  const soon = () => secondsTo(writing()?.revealAt ?? null, workshop.now())
  return (
    <div class={styles.middle}>
      <Show when={writing()?.written}>
        {(written) => (
          <p class={styles.big}>
            <span class={styles.number}>{showText.writing.count(written().done, written().of)}</span>{' '}
            {showText.writing.done}
          </p>
        )}
      </Show>
      <Show when={soon()} fallback={<p class={styles.lead}>{showText.writing.private}</p>}>
        {(seconds) => (
          <p class={styles.soon}>
            {showText.writing.soon(seconds())} <span class={styles.lead}>{showText.writing.finish}</span>
          </p>
        )}
      </Show>
    </div>
  )
}

/** While people vote. */
export function Voting(props: { ballot: Extract<Ballot, { is: 'open' }> }) {
  const workshop = useWorkshop()
  const soon = () => secondsTo(props.ballot.closesAt, workshop.now())
  return (
    <div class={styles.middle}>
      <h2 class={styles.question}>{props.ballot.question}</h2>
      <p class={styles.big}>
        <span class={styles.number}>{showText.writing.count(props.ballot.turnout.done, props.ballot.turnout.of)}</span>{' '}
        {showText.voting.done}
      </p>
      <Show when={soon()} fallback={<p class={styles.lead}>{showText.voting.secret}</p>}>
        {(seconds) => <p class={styles.soon}>{showText.voting.closing(seconds())}</p>}
      </Show>
    </div>
  )
}

/** Whole seconds until then; undefined when it is not set, or past. */
function secondsTo(at: number | null, now: number): number | undefined {
  const seconds = at === null ? 0 : Math.ceil((at - now) / 1000)
  return seconds > 0 ? seconds : undefined
}
