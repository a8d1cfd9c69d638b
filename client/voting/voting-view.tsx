import { Key } from '@solid-primitives/keyed'
import Vote from 'lucide-solid/icons/vote'
import { createMemo, on, Show } from 'solid-js'
import type { Ballot, ClosedBallot } from '../../shared/domain/ballot'
import { timeText } from '../text/dates'
import { votingText } from '../text/voting'
import { Button } from '../ui/button'
import { Disclosure } from '../ui/disclosure'
import { EmptyState } from '../ui/notice'
import { PageHeader, ViewColumn } from '../ui/shell'
import { createAgreement } from '../workshop/agreement-document'
import { useWorkshop } from '../workshop/workshop-context'
import { OpenBallotCard } from './open-ballot-card'
import { openBallotIn, useOwnVote } from './own-vote'
import { ResultCard } from './result-card'
import { OwnDots } from './vote-form'

/** Ballots of the workshop: the one that is open, the latest result, and those before it. */
export function VotingView(props: { onOpenBallot: () => void; onGoToAgreement: () => void }) {
  const workshop = useWorkshop()
  const { vote } = useOwnVote()
  const open = createMemo(() => openBallotIn(workshop.stage.ballots))
  const closed = createMemo(() => workshop.stage.ballots.filter(isClosed).reverse())
  const leads = () =>
    workshop.me().role === 'facilitator' && !workshop.me().preview && workshop.stage.workshop?.endedAt === null
  // once for all results: opening it again for each would make the page wait for a connection each time
  const agreement = createMemo(on(createMemo(leads), (now) => (now ? createAgreement() : undefined)))
  const openButton = () => (
    <Show when={leads() && !open()}>
      <Button kind={closed().length > 0 ? 'plain' : 'main'} onClick={() => props.onOpenBallot()}>
        {votingText.open}
      </Button>
    </Show>
  )
  return (
    <>
      <ViewColumn width="rows">
        <PageHeader title={votingText.heading} actions={closed().length > 0 ? openButton() : undefined} />
        <Show when={open()?.id} keyed>
          <Show when={open()}>{(ballot) => <OpenBallotCard ballot={ballot()} />}</Show>
        </Show>
        <Key each={closed()} by="id">
          {(ballot, index) => (
            <Show
              when={index() === 0 && !open()}
              fallback={
                <Disclosure label={votingText.result.earlier(ballot().question, timeText(ballot().closedAt))}>
                  <ResultCard
                    ballot={ballot()}
                    latest={false}
                    agreement={agreement()}
                    onGoToAgreement={props.onGoToAgreement}
                  />
                </Disclosure>
              }
            >
              <ResultCard ballot={ballot()} latest agreement={agreement()} onGoToAgreement={props.onGoToAgreement} />
            </Show>
          )}
        </Key>
        <Show when={workshop.stage.ballots.length === 0}>
          <EmptyState
            level={2}
            title={votingText.empty.title}
            icon={<Vote aria-hidden="true" />}
            actions={openButton()}
          >
            {leads() ? votingText.empty.lead : votingText.empty.text}
          </EmptyState>
        </Show>
      </ViewColumn>
      <Show when={vote()}>
        {(own) => <Show when={open()}>{(ballot) => <OwnDots ballot={ballot()} vote={own()} />}</Show>}
      </Show>
    </>
  )
}

function isClosed(ballot: Ballot): ballot is ClosedBallot {
  return ballot.is === 'closed'
}
