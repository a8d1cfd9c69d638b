import { currentStep, type StageState } from '../../shared/domain/agenda'
import { type Ballot, type BallotTerms, mayVote, tallyOf, type Vote } from '../../shared/domain/ballot'
import type { ActionId, CanvasId, ClusterId, MemberId } from '../../shared/domain/ids'
import type { Member } from '../../shared/domain/member'
import { allowedTo } from '../../shared/domain/rights'
import { type Turnout, turnoutOf } from '../../shared/domain/turnout'
import type { RefusalCode } from '../../shared/protocol/refusals'
import type { Count, StoredBallot, Voted, VoteStanding } from './ports'

/** Why this member may not vote here and now; undefined when they may [B4, B5]. */
export function whyNotVote({ ballot, workshop, stage, member }: VoteStanding, now: number): RefusalCode | undefined {
  if (member.removedAt !== null) return 'removed'
  if (!mayVote(ballot, member)) return 'role-may-not'
  if (workshop.endedAt !== null) return 'workshop-ended'
  if (isShut(ballot, now)) return 'ballot-closed'
  if (member.role !== 'participant' || allowedTo({ ...stage, ...workshop }, now).now.includes('vote')) return undefined
  return workshop.locked ? 'canvas-locked' : 'step-does-not-allow'
}

/** From its announced end on nothing is taken, even if the server is late to count. */
export function isShut({ closesAt, closedAt }: Pick<StoredBallot, 'closesAt' | 'closedAt'>, now: number): boolean {
  return closedAt !== null || (closesAt !== null && now >= closesAt)
}

/** The step that people would have to be allowed to vote in; undefined when they are. */
export function stepWithoutVote(stage: StageState): StageState['steps'][number] | undefined {
  const step = currentStep(stage)?.step
  return step?.rights.includes('vote') ? undefined : step
}

/** The stage on which people may vote in that step, too; a new revision, so that nobody's older agenda takes it back unseen. */
export function withVote(stage: StageState, step: StageState['steps'][number]): StageState {
  const rights = [...step.rights, 'vote' as const]
  return {
    ...stage,
    revision: stage.revision + 1,
    steps: stage.steps.map((one) => (one.id === step.id ? { ...one, rights } : one)),
  }
}

/** How many of those who may vote have, each on the side on which they voted: moving them later changes no count. */
export function turnout(ballot: BallotTerms, members: readonly Member[], voted: Voted): Turnout {
  const people = members
    .filter((member) => mayVote(ballot, member))
    .map(({ id, side }) => ({ id, side: voted.get(id) ?? side }))
  return turnoutOf(people, new Set(voted.keys()))
}

/** Votes of those who are in: somebody who was removed is not counted. */
export function countOf(ballot: BallotTerms, members: readonly Member[], votes: readonly Vote[]): Count {
  const electorate = new Set<MemberId>(members.filter((member) => mayVote(ballot, member)).map(({ id }) => id))
  const counted = votes.filter((vote) => electorate.has(vote.memberId))
  const voted = new Map(counted.map(({ memberId, side }) => [memberId, side]))
  const came = turnout(ballot, members, voted)
  return { tally: tallyOf(ballot, counted), turnout: came, early: came.done < came.of }
}

/** What everybody sees of it. Before it is counted nothing of what anybody chose is at hand here. */
export function asShown(stored: StoredBallot, came: Turnout): Ballot {
  const { workshopId: _, closesAt, closedAt, count, ...terms } = stored
  if (closedAt === null || count === null) return { ...terms, is: 'open', turnout: came, closesAt }
  return { ...terms, is: 'closed', closedAt, ...count }
}

/** What a facilitator asks to be voted on: which things, and the words that they saw, to be compared and not to be used. */
export type WantedItem =
  | { is: 'cluster'; id: ClusterId; canvasId: CanvasId; seen?: string | undefined }
  | { is: 'action'; id: ActionId; seen?: string | undefined }
