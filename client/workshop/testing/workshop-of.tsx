import { createSignal } from 'solid-js'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { AT_THE_START, STEP_RIGHTS, type StepRight } from '../../../shared/domain/agenda'
import { mayDo } from '../../../shared/domain/deeds'
import type { MemberId, WorkshopId } from '../../../shared/domain/ids'
import type { Member, Role } from '../../../shared/domain/member'
import type { Allowed } from '../../../shared/domain/rights'
import { type RoomAddress, roomName } from '../../../shared/domain/room'
import type { Side } from '../../../shared/domain/side'
import type { StageView } from '../../../shared/domain/stage-view'
import type { WorkshopState } from '../../../shared/domain/workshop'
import type { ConnectionStatus } from '../../connection/connection-status'
import type { MayEdit, Workshop } from '../contract'
import type { WorkshopInside } from '../create-workshop'
import { createNotAdded } from '../not-added'
import { type Room, worstStatus } from '../room'

export function person(name: string, side: Side | null = 'central', role: Role = 'participant'): Member {
  const id = name.toLowerCase() as MemberId
  return { id, name, organisation: `${name}’s council`, side, role, joinedAt: 1, removedAt: null }
}

export const amina = person('Amina', 'central')
export const jon = person('Jon', 'local')
export const fay = person('Fay', null, 'facilitator')

const LIVE: ConnectionStatus = { is: 'live', unsaved: 0 }

/** A room in memory whose document the test can exchange with others, and replace. */
export function memoryRoom(
  first: Y.Doc = new Y.Doc(),
): Room & { replace(document: Y.Doc): void; say(status: ConnectionStatus): void } {
  const [document, setDocument] = createSignal(first)
  const [awareness, setAwareness] = createSignal(new Awareness(first))
  const [status, say] = createSignal<ConnectionStatus>(LIVE)
  return {
    document,
    awareness,
    status,
    ready: () => true,
    keepsCopy: () => true,
    saved: async () => {},
    say,
    replace(next) {
      setAwareness(new Awareness(next))
      setDocument(next)
    },
  }
}

/**
 * A workshop in memory as seen by one of its people, for component tests:
 * `<WorkshopInsideProvider inside={workshopOf({ me: jon }).inside}>`.
 */
export function workshopOf(
  options: {
    me?: Member
    people?: Member[]
    mayEdit?: MayEdit
    rights?: readonly StepRight[]
    cursors?: WorkshopState['cursors']
    door?: WorkshopState['door']
  } = {},
) {
  const me = options.me ?? amina
  const people = options.people ?? [amina, jon, fay]
  const rooms = new Map<string, ReturnType<typeof memoryRoom>>()
  const [mayEdit, setMayEdit] = createSignal<MayEdit>(options.mayEdit ?? 'yes')
  const [allowed, setAllowed] = createSignal<Pick<Allowed, 'now' | 'finishing'>>({
    now: options.rights ?? STEP_RIGHTS,
    finishing: [],
  })
  const workshop: Workshop = {
    id: 'workshop1' as WorkshopId,
    stage: stageOf(people, options),
    me: () => ({ ...me, preview: false }),
    here: () => people,
    now: () => 1_000_000,
    status: () => (rooms.size === 0 ? LIVE : worstStatus([...rooms.values()].map((room) => room.status()))),
    mayEdit,
    may: (deed) => mayEdit() === 'yes' && mayDo(me.role, deed, allowed()),
    member: (id) => people.find((one) => one.id === id),
    saved: async () => {},
  }
  const roomOf = (address: RoomAddress) => {
    const name = roomName(address)
    const room = rooms.get(name) ?? memoryRoom()
    rooms.set(name, room)
    return room
  }
  const notAdded = createNotAdded(`test/${me.id}`, () => 1_000_000, undefined)
  const inside: WorkshopInside = {
    workshop,
    openRoom: roomOf,
    openRooms: () => [],
    stageStatus: workshop.status,
    notAdded,
    leaving: createSignal(false),
    keepsCopy: () => true,
    isNotKept: () => false,
  }
  return { inside, workshop, roomOf, notAdded, setMayEdit, setAllowed }
}

function stageOf(
  people: Member[],
  { cursors = 'shown', door = 'open' }: Partial<Pick<WorkshopState, 'cursors' | 'door'>>,
): StageView {
  return {
    workshop: {
      id: 'workshop1' as WorkshopId,
      title: 'Homelessness funding',
      purpose: '',
      fixed: '',
      open: '',
      unknown: '',
      runBy: '',
      contact: '',
      attribution: 'named',
      banner: 'none',
      sides: { central: 'Central', local: 'Local' },
      expected: [],
      canvases: [],
      door,
      locked: false,
      cursors,
      endedAt: null,
      waiting: 0,
    },
    stage: { ...AT_THE_START, steps: [] },
    people,
    removed: [],
    seats: [],
    actions: [],
    ballots: [],
    writing: null,
    signals: null,
    spotlight: null,
    announcement: null,
  }
}
