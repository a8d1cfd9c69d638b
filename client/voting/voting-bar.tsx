import Vote from 'lucide-solid/icons/vote'
import { createMemo, Match, Show, Switch } from 'solid-js'
import { currentStep } from '../../shared/domain/agenda'
import type { OpenBallot } from '../../shared/domain/ballot'
import { votingText } from '../text/voting'
import { Button, ButtonLink } from '../ui/button'
import { useWorkshop } from '../workshop/workshop-context'
import { openBallotIn, useOwnVote } from './own-vote'
import { secondsTo } from './seconds-to'
import { createTurnoutWords } from './turnout'
import styles from './voting.module.css'
import { whyNoVoting } from './waits'

const words = votingText.bar

/** One line on the pages where people work: voting is open, and where. For facilitators, that it can be opened. */
export function VotingBar(props: { href: string; onOpenBallot: () => void }) {
  const workshop = useWorkshop()
  const open = createMemo(() => openBallotIn(workshop.stage.ballots))
  const leads = () => workshop.me().role === 'facilitator' && !workshop.me().preview
  const mayOpen = () => leads() && currentStep(workshop.stage.stage)?.step.rights.includes('vote') === true
  return (
    <Show when={workshop.stage.workshop?.endedAt === null}>
      <Switch>
        <Match when={open()}>{(ballot) => <OpenBar ballot={ballot()} href={props.href} leads={leads()} />}</Match>
        <Match when={mayOpen()}>
          <section class={styles.bar} aria-label={words.region}>
            <Vote aria-hidden="true" />
            <p>{words.mayOpen}</p>
            <Button small onClick={() => props.onOpenBallot()}>
              {votingText.open}
            </Button>
          </section>
        </Match>
      </Switch>
    </Show>
  )
}

function OpenBar(props: { ballot: OpenBallot; href: string; leads: boolean }) {
  const workshop = useWorkshop()
  const { vote } = useOwnVote()
  const turnoutWords = createTurnoutWords()
  const toVote = () => (vote() ? vote()?.hasVoted() === false : false)
  const text = () => {
    const { closesAt, turnout } = props.ballot
    if (closesAt !== null) return votingText.closesIn(secondsTo(closesAt, workshop.now()))
    const why = props.leads ? undefined : whyNoVoting(workshop, false)
    if (vote() && why) return `${words.open}. ${why}`
    if (vote()?.hasVoted()) return words.voted
    return toVote() ? words.open : `${words.open}. ${turnoutWords(turnout, votingText.turnout)}`
  }
  return (
    <section class={styles.bar} aria-label={words.region}>
      <Vote aria-hidden="true" />
      <p class="tabular">{text()}</p>
      <ButtonLink small kind={toVote() ? 'main' : 'plain'} href={props.href}>
        {toVote() ? words.vote : vote() ? words.change : words.look}
      </ButtonLink>
    </section>
  )
}
