import {
  type Accessor,
  createComputed,
  createEffect,
  createMemo,
  createSignal,
  on,
  onCleanup,
  type Signal,
  untrack,
} from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import { readStage } from '../../shared/document/stage'
import type { MemberId, WorkshopId } from '../../shared/domain/ids'
import type { Member, Role } from '../../shared/domain/member'
import { type RoomAddress, type RoomName, roomName } from '../../shared/domain/room'
import type { StageView } from '../../shared/domain/stage-view'
import type { RefusalCode } from '../../shared/protocol/refusals'
import type { WorkshopPageBody } from '../connection/bodies'
import { createServerClock, type ServerClock } from '../connection/clock'
import type { ConnectionStatus } from '../connection/connection-status'
import type { Loss, RoomOptions } from '../connection/room-document'
import { workshopText } from '../text/workshop'
import { announce } from '../ui/live-region'
import { showToast } from '../ui/toast'
import type { Me, Workshop } from './contract'
import { createMay } from './create-may'
import { trayKey } from './kept-texts'
import { createNotAdded, type NotAdded } from './not-added'
import { createScreens } from './presence'
import { createRoom, type Room, worstStatus } from './room'
import { createServerTime } from './server-time'

/** A workshop with what only its own parts use: opening rooms, and the tray of words that were not added. */
export type WorkshopInside = {
  workshop: Workshop
  /** Opens a room for as long as the calling Solid owner lives, and counts it into the page's status. */
  openRoom(address: RoomAddress): Room
  openRooms: Accessor<readonly RoomName[]>
  /** Of the room that is open as long as the page is: whether this device has a connection at all. */
  stageStatus: Accessor<ConnectionStatus>
  notAdded: NotAdded
  /** While this is on, being put out of the workshop is what this person asked for, and no news. */
  leaving: Signal<boolean>
  /** Whether this device keeps what is written offline. False where the browser allows no storage. */
  keepsCopy: Accessor<boolean>
  /** Something that is open cannot be kept on this device: its storage is blocked or full. */
  isNotKept: Accessor<boolean>
}

export type WorkshopOptions = {
  loaded: WorkshopPageBody
  preview: Role | undefined
  /** The server closed the workshop for this person, or took them off the list. */
  onClosed: (code: RefusalCode) => void
  /** For tests. */
  open?: (options: RoomOptions) => Room
  clock?: ServerClock
}

export function createWorkshop(options: WorkshopOptions): WorkshopInside {
  const { loaded } = options
  const id = loaded.workshop.id as WorkshopId
  const clock = options.clock ?? createServerClock()
  const memberId = loaded.member.id as MemberId
  const notAdded = createNotAdded(trayKey(id, memberId), () => clock.now())
  const rooms = createRooms({ memberId, notAdded, open: options.open ?? createRoom })
  const stageRoom = rooms.open({ kind: 'stage', workshopId: id })
  const stage = createStage(stageRoom, loaded)
  const me = createMemo(() => meOf(stage, loaded, options.preview))
  const known = createMemo(() => new Map([...stage.people, ...stage.removed].map((one) => [one.id, one])))
  const member = (wanted: MemberId) => known().get(wanted)
  const now = createServerTime(clock)
  const workshop: Workshop = {
    id,
    stage,
    me,
    member,
    here: createHere(stageRoom, { me, member, stage }),
    now,
    status: createMemo(() => worstStatus(rooms.all().map((room) => room.status()))),
    ...createMay({ me, stage, now }),
    saved: async () => {
      await Promise.all(untrack(rooms.all).map((room) => room.saved()))
    },
  }
  const leaving = createSignal(false)
  watchClosing(stageRoom, { stage, me, leaving: leaving[0], onClosed: options.onClosed })
  askTimeAfterReconnect(stageRoom, clock)
  const kept = rooms.kept
  const keepsCopy = createMemo(() => kept().length > 0 && kept().every((room) => !room.ready() || room.keepsCopy()))
  const isNotKept = createMemo(() => kept().some((room) => room.ready() && !room.keepsCopy()))
  return {
    workshop,
    openRoom: rooms.open,
    openRooms: rooms.names,
    stageStatus: stageRoom.status,
    notAdded,
    leaving,
    keepsCopy,
    isNotKept,
  }
}

function createRooms(options: { memberId: MemberId; notAdded: NotAdded; open: (room: RoomOptions) => Room }) {
  const [entries, setEntries] = createSignal<readonly { name: RoomName; room: Room; persist: boolean }[]>([])
  const open = (address: RoomAddress): Room => {
    const name = roomName(address)
    const persist = address.kind !== 'stage'
    const room = options.open({
      room: name,
      memberId: options.memberId,
      persist,
      onLost: (loss) => {
        options.notAdded.keep(name, loss)
        tell(loss)
      },
    })
    setEntries((rooms) => [...rooms, { name, room, persist }])
    onCleanup(() => setEntries((rooms) => rooms.filter((one) => one.room !== room)))
    return room
  }
  const all = createMemo(() => entries().map(({ room }) => room))
  const names = createMemo(() => entries().map(({ name }) => name))
  const kept = createMemo(() => entries().flatMap(({ room, persist }) => (persist ? [room] : [])))
  return { all, names, kept, open }
}

/** As alert: somebody who goes on writing has to know that it does not arrive. */
function tell(loss: Loss): void {
  if (loss.words.length > 0) announce(workshopText.notAdded.announced, { kind: 'alert' })
  else showToast({ text: workshopText.notAdded.nothingLost, kind: 'alert' })
}

/** The stage as a store; until its first reading arrives, as the page was loaded. */
function createStage(room: Room, loaded: WorkshopPageBody): StageView {
  const [stage, setStage] = createStore<StageView>(stageAsLoaded(loaded))
  createComputed(() => {
    const document = room.document()
    const show = () => {
      // A copy: the store writes into what it is given, and this lies in the document.
      const reading = structuredClone(readStage(document))
      if (reading.workshop) setStage(reconcile(reading, { key: 'id', merge: false }))
    }
    document.on('afterTransaction', show)
    onCleanup(() => document.off('afterTransaction', show))
    show()
  })
  return stage
}

function stageAsLoaded({ workshop, canvases, stage, member }: WorkshopPageBody): StageView {
  const rest = {
    id: workshop.id as WorkshopId,
    expected: [],
    door: 'open' as const,
    locked: false,
    cursors: 'shown' as const,
    waiting: 0,
  }
  return {
    workshop: { ...workshop, canvases, ...rest },
    stage,
    people: [{ ...member, id: member.id as MemberId, joinedAt: 0, removedAt: null }],
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

function meOf(stage: StageView, { member }: WorkshopPageBody, preview: Role | undefined): Me {
  const listed = stage.people.find((one) => one.id === member.id)
  const known: Member = listed ?? { ...member, id: member.id as MemberId, joinedAt: 0, removedAt: null }
  return { ...known, role: preview ?? known.role, preview: preview !== undefined }
}

/** Everybody with a screen open and those who share one with them, each once, this person first of all. */
function createHere(room: Room, workshop: Pick<Workshop, 'me' | 'member' | 'stage'>): Accessor<Member[]> {
  const screens = createScreens(room)
  return createMemo(() => {
    const before = new Set<MemberId>([workshop.me().id, ...screens().map((screen) => screen.memberId)])
    const beside = workshop.stage.seats.filter((seats) => seats.some((id) => before.has(id))).flat()
    return [...new Set([...before, ...beside])]
      .flatMap((id) => workshop.member(id) ?? [])
      .filter((member) => member.removedAt === null)
  })
}

type Closing = {
  stage: StageView
  me: Accessor<Me>
  leaving: Accessor<boolean>
  onClosed: (code: RefusalCode) => void
}

function watchClosing(room: Room, { stage, me, leaving, onClosed }: Closing): void {
  const isMe = (one: Member) => one.id === me().id
  createEffect(() => {
    const status = room.status()
    if (leaving()) return
    if (status.is === 'refused') onClosed(status.code)
    else if (room.ready() && !stage.people.some(isMe)) onClosed(stage.removed.some(isMe) ? 'removed' : 'not-a-member')
  })
}

function askTimeAfterReconnect(room: Room, clock: ServerClock): void {
  const live = createMemo(() => room.status().is === 'live')
  createEffect(
    on(live, (now) => {
      if (now) clock.refresh().catch(() => undefined)
    }),
  )
}
