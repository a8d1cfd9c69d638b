import { type Accessor, batch, createSignal, onCleanup } from 'solid-js'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { ConnectionStatus } from '../connection/connection-status'
import { openRoomDocument, type RoomDocument, type RoomOptions } from '../connection/room-document'

/** One open room as signals. The document and its presence change together when the document is replaced. */
export interface Room {
  document: Accessor<Y.Doc>
  awareness: Accessor<Awareness>
  ready: Accessor<boolean>
  status: Accessor<ConnectionStatus>
  keepsCopy: Accessor<boolean>
  saved(): Promise<void>
}

/** Opens a room for as long as its Solid owner lives. */
export function createRoom(options: RoomOptions): Room {
  return roomSignals(openRoomDocument(options))
}

export function roomSignals(open: RoomDocument): Room {
  const [document, setDocument] = createSignal(open.document())
  const [awareness, setAwareness] = createSignal(open.awareness())
  const [ready, setReady] = createSignal(open.ready())
  const [keepsCopy, setKeepsCopy] = createSignal(open.keepsCopy())
  const [status, setStatus] = createSignal(open.status(), { equals: sameStatus })
  const stop = open.subscribe(() =>
    batch(() => {
      setDocument(open.document())
      setAwareness(open.awareness())
      setReady(open.ready())
      setKeepsCopy(open.keepsCopy())
      setStatus(open.status())
    }),
  )
  onCleanup(() => {
    stop()
    open.close()
  })
  return { document, awareness, ready, keepsCopy, status, saved: () => open.saved() }
}

function sameStatus(a: ConnectionStatus, b: ConnectionStatus): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

const WORST_FIRST: ConnectionStatus['is'][] = ['refused', 'offline', 'connecting', 'saving-paused', 'live']

/** One status over all rooms of a page: the worst one speaks, with the unsaved changes of all. */
export function worstStatus(statuses: readonly ConnectionStatus[]): ConnectionStatus {
  const worst = WORST_FIRST.flatMap((is) => statuses.find((status) => status.is === is) ?? [])[0]
  if (!worst) return { is: 'connecting' }
  if (!('unsaved' in worst)) return worst
  return { ...worst, unsaved: statuses.reduce((sum, one) => sum + ('unsaved' in one ? one.unsaved : 0), 0) }
}
