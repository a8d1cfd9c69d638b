import { type Accessor, batch, createComputed, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js'
import { drawingText } from '../../shared/document/drawings'
import { clusterText, noteText, sectionTitle } from '../../shared/document/edits'
import { type CanvasReader, openCanvasReader } from '../../shared/document/projection'
import { allClusters, type CanvasView } from '../../shared/domain/canvas-view'
import type { CanvasId, MemberId } from '../../shared/domain/ids'
import { roomName } from '../../shared/domain/room'
import { createCanvasEdits } from './canvas-edits'
import type { Canvas, OtherPerson, Workshop } from './contract'
import { createUndo } from './create-undo'
import { createViewStore } from './follow-view'
import type { NotAddedItem } from './not-added'
import { createScreens, presenceToSend, readPresence, type Screen } from './presence'
import type { Room } from './room'
import { useWorkshopInside } from './workshop-context'

/** One open canvas, for board and list alike. Call inside a Solid owner; it closes with it. */
export function createCanvas(id: CanvasId): Canvas {
  const { workshop, openRoom, notAdded } = useWorkshopInside()
  const room = openRoom({ kind: 'canvas', canvasId: id })
  const canvas = createCanvasIn({ id, room, workshop })
  onCleanup(notAdded.offer(roomName({ kind: 'canvas', canvasId: id }), (item) => addAgain(canvas, item)))
  return canvas
}

/** A canvas in a room that is open already. */
export function createCanvasIn(options: {
  id: CanvasId
  room: Pick<Room, 'document' | 'awareness' | 'status' | 'ready'>
  workshop: Pick<Workshop, 'me' | 'may' | 'now' | 'stage' | 'member'>
}): Canvas {
  const { room, workshop } = options
  const reading = createReading(room.document)
  const screens = createScreens(room)
  const memberOf = rememberMembers(screens)
  const nameOf = (clientId: number) => {
    const memberId = memberOf(clientId)
    return memberId && workshop.member(memberId)?.name
  }
  const undo = createUndo({
    document: room.document,
    may: workshop.may,
    me: () => workshop.me().id,
    nameOf,
    view: reading.now,
  })
  const { id } = options
  const edits = createCanvasEdits({ id, document: room.document, view: reading.now, ready: room.ready, workshop, undo })
  return {
    id: options.id,
    view: reading.view,
    reading: reading.tracked,
    ready: room.ready,
    document: room.document,
    subscribe: reading.subscribe,
    edits,
    others: createMemo(() => othersOf(screens(), workshop)),
    isOwnScreen: (client) => client === untrack(room.document).clientID || memberOf(client) === workshop.me().id,
    showPresence(presence) {
      if (!workshop.me().preview) untrack(room.awareness).setLocalState(presenceToSend(presence))
    },
    noteText: (note) => noteText(room.document(), note),
    clusterText: (cluster, key) => clusterText(room.document(), cluster, key),
    drawingText: (drawing) => drawingText(room.document(), drawing),
    sectionTitle: (section) => sectionTitle(room.document(), section),
  }
}

/** Follows the document, whichever it is now: as a store whose rows keep their objects, and as plain readings. */
function createReading(document: Room['document']) {
  const listeners = new Set<(view: CanvasView) => void>()
  let reader: CanvasReader = openCanvasReader(untrack(document))
  const { view, follow } = createViewStore(reader.view())
  const [tracked, setTracked] = createSignal(reader.view())
  const show = (reading: CanvasView) => {
    batch(() => {
      follow(reading)
      setTracked(() => reading)
    })
    for (const listener of [...listeners]) listener(reading)
  }
  createComputed(
    on(document, (now, before) => {
      const mine = before ? openCanvasReader(now) : reader
      reader = mine
      if (before) show(mine.view())
      mine.subscribe(show)
      onCleanup(() => mine.close())
    }),
  )
  return {
    view,
    tracked,
    now: () => reader.view(),
    subscribe(listener: (view: CanvasView) => void) {
      listeners.add(listener)
      listener(reader.view())
      return () => listeners.delete(listener)
    },
  }
}

function othersOf(screens: Screen[], workshop: Pick<Workshop, 'me' | 'member'>): OtherPerson[] {
  const me = workshop.me().id
  return screens.flatMap(({ clientId, memberId, state }) => {
    const member = memberId === me ? undefined : workshop.member(memberId)
    return member ? { clientId, member, presence: readPresence(state) } : []
  })
}

/** Who is behind a Yjs client id, kept after their screens are closed: undo wants to say who changed something. */
function rememberMembers(screens: Accessor<Screen[]>): (clientId: number) => MemberId | undefined {
  const [members] = createSignal(new Map<number, MemberId>())
  createComputed(() => {
    for (const { clientId, memberId } of screens()) members().set(clientId, memberId)
  })
  return (clientId) => members().get(clientId)
}

/** Words that were not taken come back as a new item, where the old one lay if that is still there. */
function addAgain({ view, edits }: Canvas, { path, text, home }: NotAddedItem): boolean {
  const section = view.sections.find(({ id }) => id === home) ?? view.sections[0]
  if (!section) return false
  if (path[0] === 'clusters' && path[2] === 'title') {
    return edits.addCluster({ title: text, kind: section.kind, spot: edits.endOfSection(section.id) }) !== undefined
  }
  const cluster = allClusters(view).find(({ id }) => id === home)
  return edits.addNote({ text, spot: edits.endOf((cluster ?? section).id) }) !== undefined
}
