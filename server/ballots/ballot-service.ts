import { type BadVote, type Ballot, CLOSING_NOTICE_MS, checkVote, type Vote } from '../../shared/domain/ballot'
import { type BallotId, type MemberId, newId, type WorkshopId } from '../../shared/domain/ids'
import type { Refused, Reply } from '../../shared/protocol/refusals'
import { ok, refuse } from '../../shared/result'
import { freeze } from './freeze'
import type { BallotStore, StagePort, StoredBallot, WrittenWords } from './ports'
import { asShown, countOf, isShut, stepWithoutVote, turnout, type WantedItem, whyNotVote, withVote } from './rules'
import { createThrottle, createTimers } from './timers'

export type Opening = {
  question: string
  items: WantedItem[]
  dots: number
  most: number
  facilitatorsVote: boolean
  /** Lets people vote in the step that is on, if they may not. */
  letVote: boolean
}

export type Voter = { workshopId: WorkshopId; ballotId: BallotId; memberId: MemberId }

/** Ballots: opened, closed and counted by the server; votes are kept apart from everything that anybody can see. */
export interface BallotService {
  open(workshopId: WorkshopId, given: Opening): Promise<Reply<Ballot>>
  /** A new ballot on the same items. */
  openAgain(workshopId: WorkshopId, ballotId: BallotId, given: Pick<Opening, 'letVote'>): Promise<Reply<Ballot>>
  vote(voter: Voter, dots: Vote['dots']): Promise<Reply<Vote['dots']>>
  /** One's own, empty when there is none. */
  ownVote(voter: Voter): Promise<Reply<Vote['dots']>>
  close(workshopId: WorkshopId, ballotId: BallotId): Promise<Reply<Ballot>>
  callOff(workshopId: WorkshopId, ballotId: BallotId): Promise<Reply<Ballot>>
  /** Somebody came, went or changed sides: there may be others to wait for. */
  peopleChanged(workshopId: WorkshopId): void
  /** A ballot that is open is closed and counted with what was given. */
  workshopEnded(workshopId: WorkshopId): Promise<void>
  /** Takes up again what was on when the server stopped, and does what came due meanwhile. */
  resume(): Promise<void>
  stop(): void
}

type Ports = {
  store: BallotStore
  stage: StagePort
  written: WrittenWords
  now: () => number
  fault: (error: unknown) => void
  /** How long closing is announced, and how often the turnout is told at most. */
  noticeMs?: number
  turnoutEveryMs?: number
}

/** A count that could not be stored is tried again. */
const RETRY_MS = 1_000
const TRIES = 3

export function createBallots(ports: Ports): BallotService {
  const { store, stage, now, fault, noticeMs = CLOSING_NOTICE_MS, turnoutEveryMs = 1_000 } = ports
  /** Workshops with a ballot that is not counted: nobody else's people matter here. */
  const running = new Set<WorkshopId>()
  const alarms = createTimers<WorkshopId>()
  const turnouts = createThrottle<WorkshopId>(turnoutEveryMs, (id) => void tellTurnout(id).catch(fault))

  /** On the ballot as it is when its turn comes. */
  function onBallot(
    workshopId: WorkshopId,
    ballotId: BallotId,
    decide: (ballot: StoredBallot) => Promise<Reply<Ballot>>,
  ): Promise<Reply<Ballot>> {
    return stage.inTurn(workshopId, async () => {
      const ballot = await store.ballot(workshopId, ballotId)
      return ballot ? decide(ballot) : refuse('not-found')
    })
  }

  const cameTo = async (ballot: StoredBallot) => {
    if (ballot.count) return ballot.count.turnout
    const { members, voted } = await store.people(ballot)
    return turnout(ballot, members, voted)
  }

  async function show(ballot: StoredBallot, rows: readonly unknown[]): Promise<Ballot> {
    const shown = asShown(ballot, await cameTo(ballot))
    await stage.publish(ballot.workshopId, { ballots: [shown] }, rows)
    return shown
  }

  /** [B7] Shut first, then counted: a vote that was taken is in the count, and one that came later was refused. */
  async function finish(ballot: StoredBallot): Promise<Ballot> {
    const { id, workshopId } = ballot
    alarms.set(workshopId, RETRY_MS, () => void finishDue(workshopId))
    const closedAt = ballot.closedAt ?? now()
    await store.shut(id, closedAt)
    const [{ members }, votes] = await Promise.all([store.people(ballot), store.votes(id)])
    const count = countOf(ballot, members, votes)
    const shown = await show({ ...ballot, closedAt, count }, store.rowsForCount(id, count))
    alarms.clear(workshopId)
    running.delete(workshopId)
    return shown
  }

  function finishDue(workshopId: WorkshopId): Promise<void> {
    const work = stage.inTurn(workshopId, async () => {
      const ballot = await store.unfinished(workshopId)
      if (!ballot) return
      if (isShut(ballot, now())) await finish(ballot)
      else if (ballot.closesAt !== null) setAlarm(ballot)
    })
    return work.catch(fault)
  }

  function setAlarm({ workshopId, closesAt }: StoredBallot): void {
    if (closesAt !== null) alarms.set(workshopId, Math.max(0, closesAt - now()), () => void finishDue(workshopId))
  }

  async function tellTurnout(workshopId: WorkshopId): Promise<void> {
    await stage.inTurn(workshopId, async () => {
      const ballot = await store.unfinished(workshopId)
      if (ballot && ballot.closedAt === null) await show(ballot, [])
    })
  }

  async function start(workshopId: WorkshopId, given: Opening, before?: StoredBallot): Promise<Reply<Ballot>> {
    if (await store.unfinished(workshopId)) return refuse('ballot-open-already')
    const at = await store.stage(workshopId)
    if (!at) return refuse('not-found')
    if (at.workshop.endedAt !== null) return refuse('workshop-ended')
    const step = stepWithoutVote(at.stage)
    if (step && !given.letVote) return refuse('step-does-not-allow')
    const items = await freeze(ports.written, workshopId, { wanted: given.items, before: before?.items })
    if (!items.ok) return items
    const { letVote: _, ...terms } = given
    const fields = { id: newId<'ballot'>(), workshopId, openedAt: now(), closesAt: null, closedAt: null, count: null }
    const ballot: StoredBallot = { ...terms, ...fields, items: items.value }
    const shown = asShown(ballot, await cameTo(ballot))
    const opened = step && withVote(at.stage, step)
    const rights = opened && step ? store.rowsForRights(workshopId, opened, step.id) : []
    const patch = { ballots: [shown], ...(opened ? { stage: opened } : {}) }
    await stage.publish(workshopId, patch, [...store.rowsForBallot(ballot), ...rights])
    running.add(workshopId)
    return ok(shown)
  }

  const workshopEnded = (workshopId: WorkshopId) =>
    stage.inTurn(workshopId, async () => {
      const ballot = await store.unfinished(workshopId)
      if (ballot) await finish(ballot)
    })

  return {
    open: (workshopId, given) => stage.inTurn(workshopId, () => start(workshopId, given)),

    openAgain: (workshopId, ballotId, { letVote }) =>
      onBallot(workshopId, ballotId, (ballot) => {
        const { question, dots, most, facilitatorsVote } = ballot
        const items = ballot.items.map(({ title: _, ...item }): WantedItem => item)
        return start(workshopId, { question, items, dots, most, facilitatorsVote, letVote }, ballot)
      }),

    async vote(voter, dots) {
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        const standing = await store.standing(voter)
        if (!standing) return refuse('not-found')
        const why = whyNotVote(standing, now())
        if (why) return refuse(why)
        const { ballot, stage: at } = standing
        const checked = checkVote(ballot, dots)
        if (!checked.ok) return badVote(checked.refusal, ballot)
        if (await store.cast({ ...voter, dots: checked.value, revision: at.revision })) {
          turnouts.soon(voter.workshopId)
          return checked
        }
        // something moved between looking and voting: look again
      }
      return refuse('state-moved-on')
    },

    async ownVote({ workshopId, ballotId, memberId }) {
      if (!(await store.ballot(workshopId, ballotId))) return refuse('not-found')
      return ok(await store.ownVote(ballotId, memberId))
    },

    close: (workshopId, ballotId) =>
      onBallot(workshopId, ballotId, async (ballot) => {
        const came = await cameTo(ballot)
        // twice is once
        if (ballot.count || ballot.closesAt !== null) return ok(asShown(ballot, came))
        const at = await store.stage(workshopId)
        if (came.done === came.of || at?.workshop.endedAt !== null) return ok(await finish(ballot))
        const closing = { ...ballot, closesAt: now() + noticeMs }
        const shown = await show(closing, store.rowsForClosing(ballotId, closing.closesAt))
        setAlarm(closing)
        return ok(shown)
      }),

    callOff: (workshopId, ballotId) =>
      onBallot(workshopId, ballotId, async (ballot) => {
        if (isShut(ballot, now())) return refuse('ballot-closed')
        if (ballot.closesAt === null) return ok(asShown(ballot, await cameTo(ballot)))
        const open = { ...ballot, closesAt: null }
        const shown = await show(open, store.rowsForClosing(ballotId, null))
        alarms.clear(workshopId)
        return ok(shown)
      }),

    peopleChanged(workshopId) {
      if (running.has(workshopId)) turnouts.soon(workshopId)
    },

    workshopEnded,

    async resume() {
      for (const { ballot, ended } of await store.allUnfinished()) {
        const { workshopId } = ballot
        running.add(workshopId)
        if (ended) await workshopEnded(workshopId)
        else if (ballot.closesAt !== null || ballot.closedAt !== null) await finishDue(workshopId)
        // what was voted just before the stop may not have been told yet
        else turnouts.soon(workshopId)
      }
    },

    stop() {
      alarms.stop()
      turnouts.stop()
    },
  }
}

function badVote(refusal: BadVote, { dots, most }: StoredBallot): Refused {
  if (refusal === 'dots-not-whole') return { ...refuse('not-valid'), field: 'dots' }
  return { ...refuse(refusal), detail: { dots, most } }
}
