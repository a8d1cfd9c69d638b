import { createEffect, on, untrack } from 'solid-js'
import type { Ballot } from '../../shared/domain/ballot'
import { votingText } from '../text/voting'
import { announce } from '../ui/live-region'
import { showToast } from '../ui/toast'
import { useWorkshop } from '../workshop/workshop-context'

type Seen = { id: string; is: Ballot['is']; question: string; closing: boolean }

/** Says what happens to voting, once each; not what was so when the page opened. Nobody’s focus is moved. `isHere`: the page of the result is open. */
export function createVotingNews(place: { isHere: () => boolean; onSee: () => void }): void {
  const workshop = useWorkshop()
  const plain = () => ({
    // until the stage arrives, nobody is known to have joined
    loaded: workshop.me().joinedAt > 0,
    ballots: workshop.stage.ballots.map(
      (ballot): Seen => ({
        id: ballot.id,
        is: ballot.is,
        question: ballot.question,
        closing: ballot.is === 'open' && ballot.closesAt !== null,
      }),
    ),
  })
  createEffect(
    on(plain, (now, before) => {
      if (!before?.loaded) return
      for (const ballot of now.ballots) {
        const was = before.ballots.find((one) => one.id === ballot.id)
        if (ballot.is === 'closed' && was?.is === 'open') {
          if (untrack(place.isHere)) announce(votingText.said.closed, { kind: 'step' })
          else
            showToast({
              text: votingText.said.closed,
              action: { label: votingText.seeResult, run: place.onSee },
              about: 'step',
            })
        } else if (ballot.is === 'open' && !was) announce(votingText.said.open(ballot.question), { kind: 'step' })
        else if (was && ballot.closing && !was.closing) announce(votingText.said.closing, { kind: 'step' })
        else if (was?.closing && ballot.is === 'open' && !ballot.closing)
          announce(votingText.said.goesOn, { kind: 'step' })
      }
    }),
  )
}
