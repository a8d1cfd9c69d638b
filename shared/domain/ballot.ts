import type { ActionId, BallotId, CanvasId, ClusterId, MemberId } from './ids'
import type { Side } from './side'
import type { Turnout } from './turnout'

/** What is voted on, with its words as they were when voting opened. */
export type BallotItem =
  | { is: 'cluster'; id: ClusterId; canvasId: CanvasId; title: string }
  | { is: 'action'; id: ActionId; title: string }

export type BallotTerms = {
  id: BallotId
  question: string
  items: BallotItem[]
  /** Dots that each voter has, and how many of them may go on one item. */
  dots: number
  most: number
  facilitatorsVote: boolean
  openedAt: number
}

/** Dots by item; items without any are left out. Nobody but the voter and the counting ever sees one. */
export type Vote = { memberId: MemberId; side: Side; dots: Record<string, number> }

/** People who gave an item at least one dot, and the dots. */
export type Backing = { supporters: number; dots: number }

export type ItemTally = {
  id: BallotItem['id']
  all: Backing
  /** Null where the sides are too small to be shown. */
  sides: Record<Side, Backing> | null
}

export type Tally = {
  voters: { all: number; sides: Record<Side, number> | null }
  /** In the order of the ballot. */
  items: ItemTally[]
}

/** A ballot as everybody sees it: while it is open how many have voted, and what they chose only once it is closed. */
export type Ballot = BallotTerms &
  (
    | { is: 'open'; turnout: Turnout; closesAt: number | null }
    | { is: 'closed'; turnout: Turnout; closedAt: number; early: boolean; tally: Tally }
  )
