import type * as Y from 'yjs'
import type { PutAction } from '../domain/action'
import { AT_THE_START, type StageState, type Step } from '../domain/agenda'
import type { Announcement, Spotlight } from '../domain/attention'
import type { Ballot, BallotTerms } from '../domain/ballot'
import type { MemberId } from '../domain/ids'
import type { Member } from '../domain/member'
import type { PrivateWriting, Signals, StagePatch, StageView } from '../domain/stage-view'
import type { WorkshopState } from '../domain/workshop'

/**
 * The stage document: `state: { workshop, steps, now, seats, writing, signals, spotlight, announcement }`, and by id `people`,
 * `actions`, `ballots` and `ballotStates`, every value plain. Only the server writes it, so the last write is the truth;
 * what is equal is not written again, which keeps the document small however often it is published. How many have voted
 * changes every second of a ballot, so it lies apart from the ballot's words.
 */
export function publishStage(document: Y.Doc, patch: StagePatch): void {
  const { workshop, stage, people = [], actions = [], ballots = [], ...others } = patch
  document.transact(() => {
    const state = document.getMap<unknown>('state')
    if (workshop) write(state, 'workshop', workshop)
    if (stage) {
      const { steps, ...now } = stage
      write(state, 'steps', steps)
      write(state, 'now', now)
    }
    for (const [key, value] of Object.entries(others)) if (value !== undefined) write(state, key, value)
    for (const member of people) write(document.getMap('people'), member.id, member)
    for (const action of actions) write(document.getMap('actions'), action.id, action)
    for (const ballot of ballots) {
      const { terms, state } = partsOf(ballot)
      write(document.getMap('ballots'), ballot.id, terms)
      write(document.getMap('ballotStates'), ballot.id, state)
    }
  })
}

type BallotState = Ballot extends infer One ? (One extends Ballot ? Omit<One, keyof BallotTerms> : never) : never

function partsOf(ballot: Ballot): { terms: BallotTerms; state: BallotState } {
  const { id, question, items, dots, most, facilitatorsVote, openedAt, ...state } = ballot
  return { terms: { id, question, items, dots, most, facilitatorsVote, openedAt }, state }
}

function readBallots(document: Y.Doc): Ballot[] {
  const states = document.getMap<BallotState>('ballotStates')
  const terms = [...document.getMap<BallotTerms>('ballots').values()]
  const ballots = terms.flatMap((one) => {
    const state = states.get(one.id)
    return state ? [{ ...one, ...state }] : []
  })
  return ballots.sort((a, b) => a.openedAt - b.openedAt)
}

function write(map: Y.Map<unknown>, key: string, value: unknown): void {
  if (JSON.stringify(map.get(key)) !== JSON.stringify(value)) map.set(key, value)
}

/** What every member sees. People who were removed are listed apart; actions come by number, ballots as they were opened. */
export function readStage(document: Y.Doc): StageView {
  const state = document.getMap<unknown>('state')
  const steps = (state.get('steps') as Step[] | undefined) ?? []
  const now = (state.get('now') as Omit<StageState, 'steps'> | undefined) ?? AT_THE_START
  const everybody = [...document.getMap<Member>('people').values()].sort(
    (a, b) => a.joinedAt - b.joinedAt || (a.id < b.id ? -1 : 1),
  )
  return {
    workshop: state.get('workshop') as WorkshopState | undefined,
    stage: { steps, ...now },
    people: everybody.filter((member) => member.removedAt === null),
    removed: everybody.filter((member) => member.removedAt !== null),
    seats: (state.get('seats') as MemberId[][] | undefined) ?? [],
    actions: [...document.getMap<PutAction>('actions').values()].sort((a, b) => a.number - b.number),
    ballots: readBallots(document),
    writing: (state.get('writing') as PrivateWriting | undefined) ?? null,
    signals: (state.get('signals') as Signals | undefined) ?? null,
    spotlight: (state.get('spotlight') as Spotlight | undefined) ?? null,
    announcement: (state.get('announcement') as Announcement | undefined) ?? null,
  }
}
