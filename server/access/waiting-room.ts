import { GONE_AFTER_MS, isAtTheDoor } from '../../shared/domain/at-the-door'
import { newId, type WorkshopId } from '../../shared/domain/ids'
import type { JoinLink } from '../../shared/domain/join-link'
import type { Role } from '../../shared/domain/member'
import type { WorkshopState } from '../../shared/domain/workshop'
import { LIMITS } from '../../shared/protocol/limits'
import type { RefusalCode, Reply } from '../../shared/protocol/refusals'
import { ok, refuse } from '../../shared/result'
import { whyShut } from './links'
import type { AccessStore, Rows, Seat, SeatedMember, SessionTicket, StagePort, Waiting } from './ports'
import { newcomer } from './ways-in'

/** One question is held this long; below what proxies allow. */
const HELD_MS = 25_000
/** How far what is stored of when a page asked may lag behind. */
const SEEN_MS = 10_000
const SWEEP_MS = 15_000

export type WaitingAnswer = { state: 'in'; member: SeatedMember } | { state: 'waiting' }

/** What a facilitator sees of somebody at the door; `role`: what they come in as. */
export type AtDoor = Pick<Waiting, 'id' | 'name' | 'organisation' | 'side' | 'askedAt'> & { role: Role }

/** The people at a closed door. */
export interface WaitingRoom {
  /** Notes that somebody waits, in the turn of the workshop; asking again changes what they said of themselves. */
  ask(ticket: SessionTicket, link: JoinLink, as: Pick<Waiting, 'name' | 'organisation' | 'side'>): Promise<Reply<null>>
  /** Held until somebody opens, or until it is time to ask again. */
  wait(sessionHash: string, workshopId: WorkshopId, signal: AbortSignal): Promise<Reply<WaitingAnswer>>
  list(workshopId: WorkshopId): Promise<AtDoor[]>
  letIn(workshopId: WorkshopId, waitingId: string): Promise<Reply<null>>
  /** The door was opened, a link replaced or the workshop ended: everybody who waits is to be answered. */
  wake(workshopId: WorkshopId): void
  close(): void
}

/** Somebody at the door and the link that they asked with. */
type Asking = { waiting: Waiting; link: JoinLink }

type Ports = { store: AccessStore; stage: StagePort; now: () => number; heldMs?: number }

export async function createWaitingRoom(ports: Ports): Promise<WaitingRoom> {
  const { store, stage, now, heldMs = HELD_MS } = ports
  const bells = new Bells()
  /** Workshops whose published number may have to go down by itself. */
  const watched = new Set<WorkshopId>(await store.workshopsWithWaiting())
  const sweep = setInterval(() => void recountAll(), SWEEP_MS)
  sweep.unref()

  const counted = (rows: readonly Waiting[]) => rows.filter((row) => isAtTheDoor(row, now())).length

  /** Publishes how many wait, if that is another number than everybody sees. */
  async function recount(workshop: WorkshopState, rows: Rows, waiting: readonly Waiting[]): Promise<void> {
    const count = counted(waiting)
    await stage.publish(workshop.id, { workshop: { ...workshop, waiting: count } }, rows)
    if (waiting.length > 0) watched.add(workshop.id)
    else watched.delete(workshop.id)
  }

  async function recountAll(): Promise<void> {
    for (const workshopId of [...watched]) {
      // A failure here is one of the storage, which says so itself; the next round tries again.
      await stage.inTurn(workshopId, () => recountNow(workshopId)).catch(() => undefined)
    }
  }

  async function recountNow(workshopId: WorkshopId): Promise<void> {
    const workshop = await store.workshop(workshopId)
    if (workshop) await recount(workshop, [], await store.waitingOf(workshopId))
    else watched.delete(workshopId)
  }

  async function comeIn(workshop: WorkshopState, { waiting, link }: Asking, others: Waiting[]) {
    const member = newcomer(link, waiting, now())
    const rows = [
      ...store.rowsForNewMember(member, link.id),
      ...store.rowsForSeat(waiting.sessionHash, member),
      ...store.rowsForNoWaiting(waiting.id),
    ]
    const state = { ...workshop, waiting: counted(others) }
    await stage.publish(workshop.id, { workshop: state, people: [asMember(member)] }, rows)
    return ok({ state: 'in', member } satisfies WaitingAnswer)
  }

  /** What they asked with opens nothing any more: they wait for nothing, and are told. */
  async function turnAway(workshop: WorkshopState, waiting: Waiting, others: Waiting[]): Promise<void> {
    await recount(workshop, store.rowsForNoWaiting(waiting.id), others)
  }

  /**
   * What there is to say to them, read outside the turns of the workshop: people at a closed door must not keep those
   * inside from their commands. `undefined`: still to wait.
   */
  async function look(sessionHash: string, workshopId: WorkshopId): Promise<Reply<WaitingAnswer> | undefined> {
    const seat = await store.seat(sessionHash, workshopId)
    if (seat) return answerOf(seat)
    const [workshop, waiting] = await Promise.all([store.workshop(workshopId), store.waitingOf(workshopId)])
    const mine = waiting.find((row) => row.sessionHash === sessionHash)
    if (!workshop || !mine) return refuse('not-found')
    const link = await store.linkById(mine.linkId)
    const isOpen = mine.letInAt !== null || workshop.door === 'open' || workshop.endedAt !== null
    const isBack = now() - mine.seenAt >= GONE_AFTER_MS
    if (isOpen || isBack || !link || whyNoMore(link, mine, now())) {
      return stage.inTurn(workshopId, () => settle(sessionHash, workshopId))
    }
    if (now() - mine.seenAt >= SEEN_MS) await store.write(store.rowsForSeen(mine.id, now()))
    return undefined
  }

  /** The same in the turn of the workshop, where somebody may come in or be turned away. */
  async function settle(sessionHash: string, workshopId: WorkshopId): Promise<Reply<WaitingAnswer> | undefined> {
    const seat = await store.seat(sessionHash, workshopId)
    if (seat) return answerOf(seat)
    const [workshop, waiting] = await Promise.all([store.workshop(workshopId), store.waitingOf(workshopId)])
    const mine = waiting.find((row) => row.sessionHash === sessionHash)
    if (!workshop || !mine) return refuse('not-found')
    if (workshop.endedAt !== null) return refuse('workshop-ended')
    const others = waiting.filter((row) => row !== mine)
    const link = await store.linkById(mine.linkId)
    const shut = link ? whyNoMore(link, mine, now()) : 'link-unknown'
    if (!link || shut) {
      await turnAway(workshop, mine, others)
      return refuse(shut ?? 'link-unknown')
    }
    if (mine.letInAt === null && workshop.door === 'closed') {
      const seen = { ...mine, seenAt: now() }
      await recount(workshop, store.rowsForWaiting(seen), [...others, seen])
      return undefined
    }
    if (link.role !== 'facilitator' && (await store.members(workshopId)).length >= LIMITS.members) {
      await turnAway(workshop, mine, others)
      return refuse('room-full')
    }
    return comeIn(workshop, { waiting: mine, link }, others)
  }

  return {
    async ask(ticket, link, as) {
      const [workshop, waiting] = await Promise.all([store.workshop(link.workshopId), store.waitingOf(link.workshopId)])
      if (!workshop) return refuse('link-unknown')
      const at = now()
      const before = waiting.find((row) => row.sessionHash === ticket.hash)
      const others = waiting.filter((one) => one !== before)
      const gone = others.filter((one) => one.letInAt === null && !isAtTheDoor(one, at))
      if (!before && others.length - gone.length >= LIMITS.waiting) return refuse('door-full')
      const row: Waiting = {
        id: before?.id ?? newId(),
        workshopId: link.workshopId,
        sessionHash: ticket.hash,
        linkId: link.id,
        linkGeneration: link.generation,
        ...as,
        askedAt: before?.askedAt ?? at,
        seenAt: at,
        // Somebody was let in as who they said they were.
        letInAt: before && saysTheSame(before, link, as) ? before.letInAt : null,
      }
      const session = ticket.isNew ? store.rowsForSession({ idHash: ticket.hash, createdAt: at, seenAt: at }) : []
      // whose page was closed keeps their place as long as there are some
      const dropped = others.length >= LIMITS.waiting ? gone : []
      const rows = [
        ...session,
        ...dropped.flatMap(({ id }) => store.rowsForNoWaiting(id)),
        ...store.rowsForWaiting(row),
      ]
      await recount(workshop, rows, [...others.filter((one) => !dropped.includes(one)), row])
      return ok(null)
    },

    async wait(sessionHash, workshopId, signal) {
      const bell = bells.of(workshopId, sessionHash, { heldMs, signal })
      try {
        const answer = await look(sessionHash, workshopId)
        if (answer) return answer
        const rang = await bell.rings
        if (!rang) return ok({ state: 'waiting' })
        return (await look(sessionHash, workshopId)) ?? ok({ state: 'waiting' })
      } finally {
        bell.put()
      }
    },

    async list(workshopId) {
      const [rows, links] = await Promise.all([store.waitingOf(workshopId), store.links(workshopId)])
      const at = now()
      return rows.flatMap((row): AtDoor[] => {
        const link = links.find((one) => one.id === row.linkId)
        if (!link || whyNoMore(link, row, at) || !isAtTheDoor(row, at)) return []
        const { id, name, organisation, side, askedAt } = row
        return [{ id, name, organisation, side, askedAt, role: link.role }]
      })
    },

    async letIn(workshopId, waitingId) {
      const reply = await stage.inTurn(workshopId, async (): Promise<Reply<null>> => {
        const [workshop, waiting] = await Promise.all([store.workshop(workshopId), store.waitingOf(workshopId)])
        const row = waiting.find((one) => one.id === waitingId)
        if (!workshop || !row) return refuse('not-found')
        const letIn = { ...row, letInAt: now() }
        await recount(workshop, store.rowsForWaiting(letIn), [...waiting.filter((one) => one !== row), letIn])
        return ok(null)
      })
      if (reply.ok) bells.ring(workshopId)
      return reply
    },

    wake: (workshopId) => bells.ring(workshopId),

    close() {
      clearInterval(sweep)
      bells.ringAll()
    },
  }
}

function answerOf({ member }: Seat): Reply<WaitingAnswer> {
  return member.removedAt === null ? ok({ state: 'in', member }) : refuse('removed')
}

function saysTheSame(before: Waiting, link: JoinLink, as: Pick<Waiting, 'name' | 'organisation' | 'side'>): boolean {
  const { name, organisation, side } = as
  const isSamePerson = before.name === name && before.organisation === organisation && before.side === side
  return isSamePerson && before.linkId === link.id && before.linkGeneration === link.generation
}

/** A link that was replaced while somebody waited with it makes nobody a member, whatever role it gave. */
function whyNoMore(link: JoinLink, waiting: Waiting, now: number): RefusalCode | undefined {
  return link.generation === waiting.linkGeneration ? whyShut(link, now) : 'link-replaced'
}

/** What is told to everybody of a member; when they read the brief is their own. */
export function asMember({ briefReadAt: _, workshopId: __, ...member }: SeatedMember) {
  return member
}

/** Wakes the questions that are held for a workshop: one of each session. */
class Bells {
  readonly #held = new Map<WorkshopId, Map<string, (rang: boolean) => void>>()

  /** Hung up before one looks, so that what happens while looking is not missed. */
  of(
    workshopId: WorkshopId,
    sessionHash: string,
    { heldMs, signal }: { heldMs: number; signal: AbortSignal },
  ): { rings: Promise<boolean>; put(): void } {
    const held = this.#held.get(workshopId) ?? new Map<string, (rang: boolean) => void>()
    this.#held.set(workshopId, held)
    let settle: (rang: boolean) => void = () => undefined
    const rings = new Promise<boolean>((resolve) => {
      settle = resolve
    })
    const silent = () => settle(false)
    const timer = setTimeout(silent, heldMs)
    if (signal.aborted) silent()
    signal.addEventListener('abort', silent, { once: true })
    held.get(sessionHash)?.(false)
    held.set(sessionHash, settle)
    const put = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', silent)
      if (held.get(sessionHash) === settle) held.delete(sessionHash)
      if (held.size === 0) this.#held.delete(workshopId)
    }
    return { rings, put }
  }

  ring(workshopId: WorkshopId): void {
    for (const settle of [...(this.#held.get(workshopId)?.values() ?? [])]) settle(true)
  }

  ringAll(): void {
    for (const held of this.#held.values()) for (const settle of [...held.values()]) settle(false)
  }
}
