import { type Decoder, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import type { WebsocketProvider } from 'y-websocket'
import { MESSAGE } from '../../shared/protocol/messages'

/** Movement goes out at most this often, ms. */
const EVERY_MS = 30
/** Others forget a state after 30 s; renewed well before. */
const RENEW_MS = 14_000

/**
 * Sends this tab's own presence and nobody else's: the provider by itself echoes every state it hears back to the server,
 * which makes N² messages of N people moving. Returns how to stop.
 */
export function sendOwnPresence(provider: WebsocketProvider): () => void {
  const { awareness, messageHandlers } = provider
  awareness.off('update', provider._awarenessUpdateHandler)
  // Others take no notice of a state that has never changed (its clock is 0).
  awareness.setLocalState(awareness.getLocalState() ?? {})
  let timer: ReturnType<typeof setTimeout> | undefined
  let sentAt = 0
  const send = () => {
    timer = undefined
    sentAt = Date.now()
    if (provider.ws?.readyState === 1) provider.ws.send(ownState(provider))
  }
  const changed = (_change: unknown, origin: unknown) => {
    if (origin === 'local') timer ??= setTimeout(send, Math.max(0, sentAt + EVERY_MS - Date.now()))
  }
  // y-protocols gives the first state clock 0 and takes no clock but a higher one than 0 from somebody new: without a
  // second state nobody would be seen until they move
  awareness.setLocalState(awareness.getLocalState() ?? {})
  awareness.on('update', changed)
  // Who loses the connection forgets the others but not how new their states were, and takes none that is not newer: without
  // this nobody would be seen after a restart of the server until they move. The provider sends it itself, right after this.
  const connected = ({ status }: { status: string }) => {
    if (status !== 'connected') return
    awareness.setLocalState(awareness.getLocalState() ?? {})
    clearTimeout(timer)
    timer = undefined
  }
  provider.on('status', connected)
  messageHandlers[MESSAGE.awareness] = (_encoder, decoder) => readPresence(provider, decoder)
  messageHandlers[MESSAGE.queryAwareness] = () => send()
  return () => {
    clearTimeout(timer)
    awareness.off('update', changed)
    provider.off('status', connected)
  }
}

/** A hidden tab's timers hardly run, but messages arrive: the server's signs of life keep ours going. */
function readPresence(provider: WebsocketProvider, decoder: Decoder): void {
  const { awareness } = provider
  applyAwarenessUpdate(awareness, readVarUint8Array(decoder), provider)
  const mine = awareness.meta.get(awareness.clientID)
  const state = awareness.getLocalState()
  if (mine && state && Date.now() - mine.lastUpdated > RENEW_MS) awareness.setLocalState(state)
}

function ownState(provider: WebsocketProvider): Uint8Array<ArrayBuffer> {
  const encoder = createEncoder()
  writeVarUint(encoder, MESSAGE.awareness)
  writeVarUint8Array(encoder, encodeAwarenessUpdate(provider.awareness, [provider.awareness.clientID]))
  return toUint8Array(encoder) as Uint8Array<ArrayBuffer>
}
