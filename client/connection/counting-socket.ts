import { createDecoder, readVarUint } from 'lib0/decoding'
import { MESSAGE, SYNC } from '../../shared/protocol/messages'

/** The standard constructor, or a stand-in of a test. */
export type SocketClass = typeof WebSocket

/** `count`: how many document messages this socket has sent, this one included. */
export type DocumentMessage = { kind: 'step2' | 'update'; count: number }

/**
 * A WebSocket that says when a document message (sync step 2 or update) goes out, numbered from 1 as the server numbers
 * them: `saved` and `refused` speak of these numbers.
 */
export function countingSocket(Base: SocketClass, sending: (message: DocumentMessage) => void): SocketClass {
  return class extends Base {
    #count = 0

    override send(message: Parameters<WebSocket['send']>[0]): void {
      const kind = message instanceof Uint8Array ? documentMessage(message) : undefined
      if (kind) {
        this.#count += 1
        sending({ kind, count: this.#count })
      }
      super.send(message)
    }
  }
}

function documentMessage(bytes: Uint8Array): DocumentMessage['kind'] | undefined {
  const decoder = createDecoder(bytes)
  if (readVarUint(decoder) !== MESSAGE.sync) return undefined
  const sync = readVarUint(decoder)
  if (sync === SYNC.step2) return 'step2'
  return sync === SYNC.update ? 'update' : undefined
}
