import { onCleanup } from 'solid-js'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { CanvasId } from '../../shared/domain/ids'
import type { ConnectionStatus } from '../connection/connection-status'
import { createCanvasIn } from './canvas'
import type { Canvas } from './contract'
import { useWorkshop } from './workshop-context'

/**
 * A canvas as it was, from its bytes: board and list show it as they show any other. Nobody else is on it and nothing on it
 * can be changed. Call inside a Solid owner; it goes with it.
 */
export function createStillCanvas(id: CanvasId, state: Uint8Array): Canvas {
  const workshop = useWorkshop()
  const document = new Y.Doc()
  Y.applyUpdate(document, state)
  const awareness = new Awareness(document)
  onCleanup(() => {
    awareness.destroy()
    document.destroy()
  })
  const status: ConnectionStatus = { is: 'live', unsaved: 0 }
  const room = { document: () => document, awareness: () => awareness, status: () => status, ready: () => true }
  const { now, stage, member } = workshop
  const me = () => ({ ...workshop.me(), preview: true })
  return createCanvasIn({ id, room, workshop: { now, stage, member, me, may: () => false } })
}
