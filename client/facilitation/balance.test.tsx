import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import type { Ballot } from '../../shared/domain/ballot'
import type { BallotId } from '../../shared/domain/ids'
import type { Turnout } from '../../shared/domain/turnout'
import { fay, workshopOf } from '../workshop/testing/workshop-of'
import { WorkshopInsideProvider } from '../workshop/workshop-context'
import { Balance } from './balance'

vi.mock('../workshop/shell/canvas-choice', () => ({ createCanvasChoice: () => () => undefined }))
afterEach(cleanup)

const terms = { question: '', items: [], dots: 3, most: 2, facilitatorsVote: false, openedAt: 1 }

function open(...turnouts: Turnout[]) {
  const { inside, workshop } = workshopOf({ me: fay })
  const ballots = turnouts.map(
    (turnout, index): Ballot => ({ ...terms, id: `b${index}` as BallotId, is: 'open', turnout, closesAt: null }),
  )
  const now = { ...workshop, stage: { ...workshop.stage, ballots } }
  render(() => (
    <WorkshopInsideProvider inside={{ ...inside, workshop: now }}>
      <Balance />
    </WorkshopInsideProvider>
  ))
}

const nobody = { done: 0, of: 0 }

test('votes by side are shares of the votes of the latest ballot, with words', () => {
  const earlier = { done: 1, of: 31, sides: null }
  open(earlier, {
    done: 18,
    of: 31,
    sides: { central: { done: 9, of: 14 }, local: { done: 9, of: 17 }, other: nobody },
  })
  expect(screen.getByText('18 of 31 have voted so far')).toBeTruthy()
  expect(screen.getByText('9 of 14 (50% of votes)')).toBeTruthy()
  expect(screen.getByText('9 of 17 (50% of votes)')).toBeTruthy()
})

test('where a figure would point at somebody there is none, and it says why', () => {
  open({ done: 3, of: 5, sides: null })
  expect(screen.getByText('3 of 5 have voted so far')).toBeTruthy()
  expect(screen.getByText(/^Not shown by side: with fewer than 3 people on a side/)).toBeTruthy()
})

test('before the first vote it says so', () => {
  open()
  expect(screen.getByText('There has been no vote yet.')).toBeTruthy()
})
