import { createDecoder, readTailAsUint8Array, readVarUint } from 'lib0/decoding'
import { createEncoder } from 'lib0/encoding'
import type { WebsocketProvider } from 'y-websocket'
import { MESSAGE } from '../../shared/protocol/messages'

/**
 * Reads messages that come deflated, as the others are read. Inflating takes a moment, in which the socket goes on: updates may
 * overtake the document that they belong to, since Yjs keeps them until it is there; what tells of everything sent so far may not.
 */
export class DeflatedMessages {
  #reading: Promise<void> | undefined

  constructor(
    private readonly provider: WebsocketProvider,
    /** It could not be read. */
    private readonly failed: () => void,
  ) {
    provider.messageHandlers[MESSAGE.deflated] = (_encoder, decoder) => {
      const reading = this.#read(readTailAsUint8Array(decoder)).finally(() => {
        if (this.#reading === reading) this.#reading = undefined
      })
      this.#reading = reading
    }
  }

  /** Once all that came before has been read; never, when the socket has gone by then. */
  afterThem(run: () => void): void {
    const { ws } = this.provider
    if (!this.#reading) run()
    else void this.#reading.then(() => this.provider.ws === ws && run())
  }

  async #read(stream: Uint8Array): Promise<void> {
    const { provider } = this
    const { ws } = provider
    try {
      const message = await inflated(stream)
      // another socket is asked anew
      if (provider.ws === ws) read(provider, message)
    } catch {
      if (provider.ws === ws) this.failed()
    }
  }
}

/** The answer that the handlers of the provider may want to give is for questions, which do not come deflated. */
function read(provider: WebsocketProvider, message: Uint8Array): void {
  const decoder = createDecoder(message)
  const type = readVarUint(decoder)
  provider.messageHandlers[type]?.(createEncoder(), decoder, provider, true, type)
}

async function inflated(stream: Uint8Array): Promise<Uint8Array> {
  const { readable, writable } = new DecompressionStream('deflate-raw')
  const writer = writable.getWriter()
  const written = writer.write(stream as Uint8Array<ArrayBuffer>).then(() => writer.close())
  const [plain] = await Promise.all([new Response(readable).arrayBuffer(), written])
  return new Uint8Array(plain)
}
