import { createUniqueId, Show } from 'solid-js'
import { mayVote, type OpenBallot } from '../../shared/domain/ballot'
import { votingText } from '../text/voting'
import { Button } from '../ui/button'
import { Card } from '../ui/layout'
import { InlineNotice } from '../ui/notice'
import { createCommand } from '../workshop/shell/create-command'
import { useWorkshop } from '../workshop/workshop-context'
import { useOwnVote } from './own-vote'
import { secondsTo } from './seconds-to'
import { nounOf } from './terms'
import { TurnoutPart } from './turnout'
import { BallotItems } from './vote-form'
import styles from './voting.module.css'
import { whyNoVoting } from './waits'

/** The ballot that is open: to vote on, to follow, to close. */
export function OpenBallotCard(props: { ballot: OpenBallot }) {
  const workshop = useWorkshop()
  const { vote } = useOwnVote()
  const command = createCommand()
  const titleId = `ballot-${createUniqueId()}`
  const leads = () => workshop.me().role === 'facilitator' && !workshop.me().preview
  const noun = () => nounOf(props.ballot.items)
  const barred = () => whyNoVoting(workshop, leads())
  // facilitators vote whatever the step allows participants
  const waits = () => (leads() ? undefined : barred()) ?? command.waits()
  const rules = () => {
    const { dots, most } = props.ballot
    return vote() ? votingText.rules(dots, most, noun()) : votingText.rulesForOthers(dots, most, noun())
  }
  return (
    <Card as="article" aria-labelledby={titleId} class={styles.ballot}>
      <header class={styles.head}>
        <h2 id={titleId}>{props.ballot.question}</h2>
        <p class={styles.rules}>{rules()}</p>
      </header>
      <WhyNotHere ballot={props.ballot} />
      <Show when={barred()}>{(why) => <InlineNotice tone="warn">{why()}</InlineNotice>}</Show>
      <Show when={vote() && !barred() && command.waits()}>{(why) => <p class={styles.quiet}>{why()}</p>}</Show>
      <Closing ballot={props.ballot} />
      <TurnoutPart turnout={props.ballot.turnout} />
      <BallotItems ballot={props.ballot} vote={vote()} waits={waits()} />
      <Show when={leads() && props.ballot.closesAt === null}>
        <CloseButton ballot={props.ballot} />
      </Show>
    </Card>
  )
}

/** Who reads only is told so. */
function WhyNotHere(props: { ballot: OpenBallot }) {
  const workshop = useWorkshop()
  const why = () => {
    const me = workshop.me()
    if (me.preview) return votingText.preview
    if (me.role === 'observer') return votingText.observer
    return mayVote(props.ballot, me) ? undefined : votingText.facilitatorOut
  }
  return <Show when={why()}>{(text) => <p class={styles.quiet}>{text()}</p>}</Show>
}

/** The seconds are seen and not said; that it closes was said once. */
function Closing(props: { ballot: OpenBallot }) {
  const workshop = useWorkshop()
  const command = createCommand()
  const leads = () => workshop.me().role === 'facilitator' && !workshop.me().preview
  return (
    <Show when={props.ballot.closesAt}>
      {(at) => (
        <InlineNotice
          tone="warn"
          title={<span class="tabular">{votingText.closesIn(secondsTo(at(), workshop.now()))}</span>}
          actions={
            <Show when={leads()}>
              <Button
                small
                busy={command.busy()}
                onClick={() => void command.run(`ballots/${props.ballot.id}/call-off`)}
              >
                {votingText.callOff}
              </Button>
            </Show>
          }
        >
          {votingText.closesInText}
        </InlineNotice>
      )}
    </Show>
  )
}

function CloseButton(props: { ballot: OpenBallot }) {
  const command = createCommand()
  const hintId = `hint-${createUniqueId()}`
  const waiting = () => props.ballot.turnout.of - props.ballot.turnout.done
  return (
    <div class={styles.closing}>
      <Button
        kind="main"
        busy={command.busy()}
        aria-disabled={command.waits() ? 'true' : undefined}
        aria-describedby={hintId}
        onClick={() => void command.run(`ballots/${props.ballot.id}/close`)}
      >
        {votingText.close}
      </Button>
      <p id={hintId} class={styles.quiet}>
        {command.waits() ?? votingText.closeHint(waiting())}
      </p>
    </div>
  )
}
