import { render } from '@solidjs/testing-library'
import type { JSX } from 'solid-js'
import { createStore } from 'solid-js/store'
import { readAgreement } from '../../../shared/document/agreement'
import { addCluster } from '../../../shared/document/edits'
import { fillCanvas } from '../../../shared/document/new-canvas'
import { AT_THE_START, type StepRight } from '../../../shared/domain/agenda'
import {
  type Ballot,
  type BallotItem,
  type ClosedBallot,
  type OpenBallot,
  tallyOf,
  type Vote,
} from '../../../shared/domain/ballot'
import { type BallotId, type CanvasId, type ClusterId, type MemberId, newId } from '../../../shared/domain/ids'
import type { Member } from '../../../shared/domain/member'
import { SIDES, type Side } from '../../../shared/domain/side'
import type { StageView } from '../../../shared/domain/stage-view'
import { aStep } from '../../../shared/testing/steps'
import { LiveRegion } from '../../ui/live-region'
import { Toasts } from '../../ui/toast'
import { SharedCanvases } from '../../workshop/shell/shared-canvases'
import { workshopOf } from '../../workshop/testing/workshop-of'
import { WorkshopInsideProvider } from '../../workshop/workshop-context'
import { OwnVoteProvider } from '../own-vote'
import { VotingView } from '../voting-view'

export const CANVAS = 'canvas1' as CanvasId
export const BALLOT = 'ballot1' as BallotId
export const VOTE = `/api/workshops/workshop1/ballots/${BALLOT}/vote`

export const proposal = (id: string, title: string): BallotItem => ({
  ...{ is: 'cluster', id: id as ClusterId, canvasId: CANVAS, kind: 'proposal', title },
})
export const items = [
  proposal('report', 'One report'),
  proposal('settle', 'One settlement'),
  proposal('share', 'Shared'),
]
const sides = { central: { done: 9, of: 14 }, local: { done: 9, of: 17 }, other: { done: 0, of: 0 } }

const terms = {
  id: BALLOT,
  question: 'Which first?',
  items,
  dots: 3,
  most: 2,
  facilitatorsVote: false,
  openedAt: 1_000,
}

export function openBallot(given: Partial<OpenBallot> = {}): OpenBallot {
  return { ...terms, is: 'open', turnout: { done: 18, of: 31, sides }, closesAt: null, ...given }
}

/** Closed with so many supporters of so many voters on each side for each item, in the order of the items. */
export function closedBallot(by: Partial<Record<Side, { voters: number; support: number[] }>>): ClosedBallot {
  const votes = SIDES.flatMap((side) => {
    const { voters = 0, support = [] } = by[side] ?? {}
    return Array.from({ length: voters }, (_, at): Vote => {
      const given = items.filter((_, index) => at < (support[index] ?? 0)).map(({ id }) => [id, 1] as const)
      // whoever backs nothing of these has voted all the same
      const dots = given.length > 0 ? Object.fromEntries(given) : { elsewhere: 1 }
      return { memberId: `${side}${at}` as MemberId, side, dots }
    })
  })
  const turnout = { done: votes.length, of: votes.length, sides: null }
  return { ...terms, is: 'closed', turnout, closedAt: 2_000, early: false, tally: tallyOf(terms, votes) }
}

/** Something of voting as one person sees it; `setStage` tells what the server would. */
export function openVoting(options: {
  me: Member
  ballots?: Ballot[]
  rights?: StepRight[]
  view?: () => JSX.Element
  status?: 'live' | 'offline'
}) {
  const { inside, roomOf } = workshopOf({ me: options.me })
  const { workshop: state } = inside.workshop.stage
  const step = aStep('step1', { title: 'Prioritise', rights: options.rights ?? ['vote'], canvasId: CANVAS })
  const [stage, setStage] = createStore<StageView>({
    ...inside.workshop.stage,
    workshop: state && { ...state, canvases: [{ id: CANVAS, title: 'Main' }] },
    stage: { ...AT_THE_START, steps: [step], currentStepId: step.id },
    ballots: options.ballots ?? [],
  })
  const status = () => ({ is: options.status ?? 'live', unsaved: 0 }) as const
  const workshop = { ...inside.workshop, stage, status }
  const canvas = roomOf({ kind: 'canvas', canvasId: CANVAS }).document()
  const agreement = roomOf({ kind: 'agreement', workshopId: workshop.id }).document()
  const frame = { x: 0, y: 0, w: 800, h: 400 }
  const [into = newId<'section'>()] = fillCanvas(canvas, {
    title: 'Main',
    sections: [{ title: 'Ideas', prompt: '', layout: 'flow', frame, kind: 'proposal' }],
  })
  const asked: string[] = []
  const view =
    options.view ??
    (() => <VotingView onOpenBallot={() => asked.push('open')} onGoToAgreement={() => asked.push('agreement')} />)
  const page = render(() => (
    <WorkshopInsideProvider inside={{ ...inside, workshop }}>
      <SharedCanvases>
        <OwnVoteProvider>{view()}</OwnVoteProvider>
      </SharedCanvases>
      <LiveRegion />
      <Toasts />
    </WorkshopInsideProvider>
  ))
  return {
    ...page,
    stage,
    setStage,
    asked,
    actions: () => readAgreement(agreement).actions,
    agreement,
    addCluster: (kind: 'proposal' | 'barrier', title: string) =>
      addCluster(canvas, { kind, title, spot: { in: into, after: null, before: null }, now: 1 }).id,
  }
}
