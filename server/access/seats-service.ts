import type { MemberId, WorkshopId } from '../../shared/domain/ids'
import type { Reply } from '../../shared/protocol/refusals'
import { ok, refuse } from '../../shared/result'
import type { AccessStore, Left, SeatedMember, Sitting, StagePort } from './ports'
import { groupsOf, inOrder, type NewSeat, sitDown } from './seats'
import { asMember } from './waiting-room'

/** Who sits at one device, in the order they sat down; whose turn it is. Nobody who was removed. */
export type SeatsHere = { current: SeatedMember; seats: SeatedMember[] }

/** Several named people at one device. It is always the session that asks: of other devices nothing is told or changed. */
export interface SeatsService {
  list(sessionHash: string, workshopId: WorkshopId): Promise<Reply<SeatsHere>>
  add(sessionHash: string, workshopId: WorkshopId, given: NewSeat): Promise<Reply<SeatsHere>>
  /** From now on this device is that member; what it has open as the former is closed. */
  pass(sessionHash: string, workshopId: WorkshopId, memberId: MemberId): Promise<Reply<SeatsHere>>
  /** The member stays in the workshop. Null: nobody is left here. */
  leave(sessionHash: string, workshopId: WorkshopId, memberId: MemberId): Promise<Reply<SeatsHere | null>>
}

type Ports = { store: AccessStore; stage: StagePort; now: () => number; left: Left }

type Device = { current: SeatedMember; here: Sitting[]; others: Sitting[] }

export function createSeats({ store, stage, now, left }: Ports): SeatsService {
  async function deviceOf(sessionHash: string, workshopId: WorkshopId): Promise<Device | undefined> {
    const [seat, sitting] = await Promise.all([store.seat(sessionHash, workshopId), store.sitting(workshopId)])
    if (!seat || seat.member.removedAt !== null) return undefined
    const mine = inOrder(sitting.filter((one) => one.sessionHash === sessionHash))
    const alone: Sitting = { sessionHash, position: 0, member: seat.member }
    return {
      current: seat.member,
      here: mine.length === 0 ? [alone] : mine,
      others: sitting.filter((one) => one.sessionHash !== sessionHash),
    }
  }

  /** In its turn, on the device as it is then: whose turn it is may have changed since it was asked who may do this. */
  function onDevice<T>(
    sessionHash: string,
    workshopId: WorkshopId,
    decide: (device: Device) => Promise<Reply<T>>,
  ): Promise<Reply<T>> {
    return stage.inTurn(workshopId, async () => {
      const device = await deviceOf(sessionHash, workshopId)
      return device ? decide(device) : refuse('not-a-member')
    })
  }

  async function add(
    { current, here, others }: Device,
    sessionHash: string,
    given: NewSeat,
  ): Promise<Reply<SeatsHere>> {
    const { workshopId } = current
    const [workshop, members] = await Promise.all([store.workshop(workshopId), store.members(workshopId)])
    if (!workshop) return refuse('not-found')
    const present = here.map((seat) => seat.member)
    const sat = sitDown({ by: current, given, here: present, members, workshop, now: now() })
    if (!sat.ok) return sat
    const next = Math.max(...here.map((seat) => seat.position)) + 1
    const all = [...here, { sessionHash, position: next, member: sat.value }]
    const rows = [...store.rowsForNewMember(sat.value, null), ...all.flatMap(store.rowsForSitting)]
    await stage.publish(workshopId, { people: [asMember(sat.value)], seats: groupsOf([...others, ...all]) }, rows)
    return ok(asHere(current, all))
  }

  async function pass({ current, here }: Device, sessionHash: string, memberId: MemberId): Promise<Reply<SeatsHere>> {
    const next = here.find((seat) => seat.member.id === memberId)?.member
    if (!next) return refuse('not-found')
    if (next.removedAt !== null) return refuse('removed')
    if (next.id === current.id) return ok(asHere(current, here))
    await store.write(store.rowsForSeat(sessionHash, next))
    left(sessionHash, current.workshopId)
    return ok(asHere(next, here))
  }

  async function leave(device: Device, sessionHash: string, memberId: MemberId): Promise<Reply<SeatsHere | null>> {
    const { current, here, others } = device
    const { workshopId } = current
    if (!here.some((seat) => seat.member.id === memberId)) return refuse('not-found')
    const rest = here.filter((seat) => seat.member.id !== memberId)
    const present = rest.filter((seat) => seat.member.removedAt === null)
    const next = memberId === current.id ? present[0]?.member : current
    const rows = next
      ? [...store.rowsForStandingUp(sessionHash, memberId), ...store.rowsForSeat(sessionHash, next)]
      : store.rowsForNoSeat(sessionHash, workshopId)
    await stage.publish(workshopId, { seats: groupsOf(next ? [...others, ...rest] : others) }, rows)
    if (next !== current) left(sessionHash, workshopId)
    return ok(next ? asHere(next, rest) : null)
  }

  return {
    async list(sessionHash, workshopId) {
      const device = await deviceOf(sessionHash, workshopId)
      return device ? ok(asHere(device.current, device.here)) : refuse('not-a-member')
    },
    add: (session, workshop, given) => onDevice(session, workshop, (device) => add(device, session, given)),
    pass: (session, workshop, member) => onDevice(session, workshop, (device) => pass(device, session, member)),
    leave: (session, workshop, member) => onDevice(session, workshop, (device) => leave(device, session, member)),
  }
}

function asHere(current: SeatedMember, sitting: readonly Sitting[]): SeatsHere {
  return { current, seats: sitting.map((seat) => seat.member).filter((member) => member.removedAt === null) }
}
