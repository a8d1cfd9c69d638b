import { ok, type Result, refuse } from '../result'
import type { ClusterKind } from './cluster'
import type { ActionId, BallotId, CanvasId, ClusterId, MemberId } from './ids'
import type { Member } from './member'
import type { Side } from './side'
import { LEAST_OF_A_SIDE, type Turnout } from './turnout'

/** What is voted on, with its words as they were when voting opened. */
export type BallotItem =
  | { is: 'cluster'; id: ClusterId; canvasId: CanvasId; kind: ClusterKind; title: string }
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
  /** Null where it would tell what one or two people chose, by itself or by subtraction. */
  all: Backing | null
  /** Null where central or local is too small to be shown; `other` is null when only it is. */
  sides: SideBacking | null
}

export type SideBacking = { central: Backing; local: Backing; other: Backing | null }

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

export type OpenBallot = Extract<Ballot, { is: 'open' }>
export type ClosedBallot = Extract<Ballot, { is: 'closed' }>

/** Limits of a ballot: one item is no choice, and more than these nobody reads. */
export const BALLOT_LIMITS = { fewestItems: 2, mostItems: 60, dots: 20 } as const

/** A ballot's close is announced so long before it happens, unless everybody has voted. */
export const CLOSING_NOTICE_MS = 10_000

export type BadVote = 'dots-not-whole' | 'not-on-ballot' | 'too-many-dots'

/** Is it a vote that these terms allow? Answers it without the items that got none; no dots at all take one's vote back. */
export function checkVote(
  terms: Pick<BallotTerms, 'items' | 'dots' | 'most'>,
  dots: Readonly<Record<string, number>>,
): Result<Vote['dots'], BadVote> {
  const onBallot = new Set<string>(terms.items.map((item) => item.id))
  const given = Object.entries(dots)
  if (given.some(([, count]) => !Number.isSafeInteger(count) || count < 0)) return refuse('dots-not-whole')
  if (given.some(([id]) => !onBallot.has(id))) return refuse('not-on-ballot')
  const counts = given.map(([, count]) => count)
  if (counts.some((count) => count > terms.most)) return refuse('too-many-dots')
  if (counts.reduce((sum, count) => sum + count, 0) > terms.dots) return refuse('too-many-dots')
  return ok(Object.fromEntries(given.filter(([, count]) => count > 0)))
}

/** Who may vote: participants who are in, and facilitators where the ballot says so. Observers never. */
export function mayVote(
  terms: Pick<BallotTerms, 'facilitatorsVote'>,
  member: Pick<Member, 'role' | 'removedAt'>,
): boolean {
  if (member.removedAt !== null) return false
  return member.role === 'participant' || (member.role === 'facilitator' && terms.facilitatorsVote)
}

/**
 * The count of a ballot, with only those figures in it that point at nobody. Side figures need at least three voters
 * (`LEAST_OF_A_SIDE`) on central and three on local. Where *other* has one or two, neither its figures nor those of all
 * are given, since subtracting the two sides from all would give them. With fewer than three voters in all nothing is.
 * Source: the product's definition of ballots (secret; "below three voters on a side no side figures").
 */
export function tallyOf(terms: Pick<BallotTerms, 'items'>, votes: readonly Vote[]): Tally {
  const cast = votes.filter((vote) => Object.values(vote.dots).some((count) => count > 0))
  const on = { central: bySide(cast, 'central'), local: bySide(cast, 'local'), other: bySide(cast, 'other') }
  const enough = (of: readonly Vote[]) => of.length >= LEAST_OF_A_SIDE
  const showsSides = enough(on.central) && enough(on.local)
  const showsOther = enough(on.other) || on.other.length === 0
  const showsAll = enough(cast) && (!showsSides || showsOther)
  return {
    voters: {
      all: cast.length,
      sides: showsSides ? { central: on.central.length, local: on.local.length, other: on.other.length } : null,
    },
    items: terms.items.map(({ id }) => ({
      id,
      all: showsAll ? backingOf(cast, id) : null,
      sides: showsSides
        ? {
            central: backingOf(on.central, id),
            local: backingOf(on.local, id),
            other: showsOther ? backingOf(on.other, id) : null,
          }
        : null,
    })),
  }
}

function bySide(votes: readonly Vote[], side: Side): Vote[] {
  return votes.filter((vote) => vote.side === side)
}

function backingOf(votes: readonly Vote[], id: BallotItem['id']): Backing {
  const given = votes.map((vote) => vote.dots[id] ?? 0)
  return { supporters: given.filter((count) => count > 0).length, dots: given.reduce((sum, count) => sum + count, 0) }
}
