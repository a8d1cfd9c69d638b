import type { AgreementView, PutAction } from '../../shared/domain/action'
import type { StageState } from '../../shared/domain/agenda'
import type { BallotTerms, Tally, Vote } from '../../shared/domain/ballot'
import type { CanvasView } from '../../shared/domain/canvas-view'
import type { BallotId, CanvasId, MemberId, StepId, WorkshopId } from '../../shared/domain/ids'
import type { Member } from '../../shared/domain/member'
import type { Side } from '../../shared/domain/side'
import type { StagePatch } from '../../shared/domain/stage-view'
import type { Turnout } from '../../shared/domain/turnout'
import type { WorkshopState } from '../../shared/domain/workshop'

/** Rows to be stored in one transaction; only storage knows what is inside. */
export type Rows = readonly unknown[]

/** What the count of a ballot came to. */
export type Count = { tally: Tally; turnout: Turnout; early: boolean }

/**
 * A ballot as it is stored. `closesAt`: closing was announced. `closedAt`: no vote is taken any more; it is counted, and
 * everybody sees the result, once `count` is there too.
 */
export type StoredBallot = BallotTerms & {
  workshopId: WorkshopId
  closesAt: number | null
  closedAt: number | null
  count: Count | null
}

/** What the rules about voting look at, as it stands now. */
export type VoteStanding = {
  ballot: StoredBallot
  workshop: Pick<WorkshopState, 'locked' | 'endedAt'>
  stage: StageState
  member: Member
}

/** Who has voted, and on which side they stood then. What they chose is not in it. */
export type Voted = ReadonlyMap<MemberId, Side>

export type Casting = {
  workshopId: WorkshopId
  ballotId: BallotId
  memberId: MemberId
  dots: Vote['dots']
  /** The revision of the stage on which it was found to be allowed. */
  revision: number
}

/** Keeps ballots and votes. A vote leaves it only to its voter and to the count. */
export interface BallotStore {
  stage(workshopId: WorkshopId): Promise<Omit<VoteStanding, 'ballot' | 'member'> | undefined>
  standing(of: Pick<Casting, 'workshopId' | 'ballotId' | 'memberId'>): Promise<VoteStanding | undefined>
  /** The one that is not counted yet, if any. */
  unfinished(workshopId: WorkshopId): Promise<StoredBallot | undefined>
  /** The same of every workshop, and whether that has ended. */
  allUnfinished(): Promise<{ ballot: StoredBallot; ended: boolean }[]>
  ballot(workshopId: WorkshopId, ballotId: BallotId): Promise<StoredBallot | undefined>
  people(ballot: Pick<StoredBallot, 'id' | 'workshopId'>): Promise<{ members: Member[]; voted: Voted }>
  /** Every vote, for the count alone. */
  votes(ballotId: BallotId): Promise<Vote[]>
  ownVote(ballotId: BallotId, memberId: MemberId): Promise<Vote['dots']>
  /**
   * Takes a vote in one statement, if at that very moment the ballot is open, the member is in and may vote, and the stage
   * is the one on which that was found to be allowed. False when it was not taken.
   */
  cast(vote: Casting): Promise<boolean>
  /** From when this resolves no vote is taken. */
  shut(ballotId: BallotId, at: number): Promise<void>
  rowsForBallot(ballot: StoredBallot): Rows
  rowsForClosing(ballotId: BallotId, closesAt: number | null): Rows
  rowsForCount(ballotId: BallotId, count: Count): Rows
  /** The rights of one step, as this stage has them, and its revision. */
  rowsForRights(workshopId: WorkshopId, stage: StageState, stepId: StepId): Rows
}

/** The live state everybody sees; commands of one workshop take turns. */
export interface StagePort {
  inTurn<T>(workshopId: WorkshopId, work: () => Promise<T>): Promise<T>
  /** Stores the rows and the change of the stage together; it is seen by all after that commit. */
  publish(workshopId: WorkshopId, patch: StagePatch, rows: Rows): Promise<void>
}

/** What people wrote together, as it stands on the server now: the words of a ballot are taken from it. */
export interface WrittenWords {
  agreement(workshopId: WorkshopId): Promise<AgreementView>
  /** A canvas of this workshop; undefined for any other. */
  canvasOf(workshopId: WorkshopId, canvasId: CanvasId): Promise<CanvasView | undefined>
  actionsOf(workshopId: WorkshopId): Promise<PutAction[]>
}
