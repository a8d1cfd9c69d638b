import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js'
import type { MemberId } from '../../shared/domain/ids'
import type { Member } from '../../shared/domain/member'
import type { MemberBody } from '../../shared/protocol/http'
import { call } from '../connection/call'
import { useWorkshop } from '../workshop/workshop-context'

/** What the server says of this device. */
export type SeatsBody = { current: string | null; seats: MemberBody[] }

export type SeatsHere = {
  /** Everybody who shares this device, in the order they sat down. Empty while nobody does. */
  people: Accessor<Member[]>
  /** The others, beginning with whose turn is next. */
  others: Accessor<Member[]>
  /** What a command has just answered. */
  heard(body: SeatsBody): void
}

/** Who shares this device. The stage says that one does; which of the people, only the server knows of this very device. */
export function createSeatsHere(): SeatsHere {
  const workshop = useWorkshop()
  const [ids, setIds] = createSignal<readonly string[]>([])
  const me = createMemo(() => workshop.me().id)
  const group = createMemo(() =>
    workshop.stage.seats
      .filter((members) => members.includes(me()))
      .flat()
      .join(),
  )
  const live = createMemo(() => workshop.status().is === 'live')
  const heard = ({ seats }: SeatsBody) => setIds(seats.length > 1 ? seats.map((seat) => seat.id) : [])

  createEffect(
    on([group, live], ([now, isLive]) => {
      if (now === '') setIds([])
      else if (isLive) void ask()
    }),
  )
  const ask = async () => {
    const called = await call<SeatsBody>('GET', `/api/workshops/${workshop.id}/seats`)
    if (called.ok) heard(called.body)
  }
  const people = createMemo(() => {
    const here = ids().flatMap((id) => workshop.member(id as MemberId) ?? [])
    const present = here.filter((member) => member.removedAt === null)
    return present.length > 1 ? present : []
  })
  const others = createMemo(() => {
    const at = people().findIndex((member) => member.id === me())
    return [...people().slice(at + 1), ...people().slice(0, Math.max(at, 0))].filter((member) => member.id !== me())
  })
  return { people, others, heard }
}
