import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { MESSAGE, SYNC } from '../../shared/protocol/messages'
import type { Browser } from './browser'

/** What only its owner may ever hear: words and ids, and the Yjs client ids of who wrote them. */
export type Secret = { owner: string; words: readonly string[]; clients?: readonly number[] }

/** Somebody heard what they should not have. */
export type Leak = { listener: string; where: string; owner: string; what: string }

type Heard = { where: string; bytes: Buffer; decoded: string }

/**
 * Records everything that reaches each device (messages as they came and as they read, HTTP answers with their headers)
 * and the server's log, and finds secrets of others in it.
 */
export class Ears {
  readonly #heard = new Map<string, Heard[]>()

  /** The log is nobody's: no secret may be in it. */
  readonly log = (line: string): void => this.#keep('the log', 'log', Buffer.from(line))

  listenTo(listener: string, browser: Browser): void {
    browser.listen((where, bytes) => this.#keep(listener, where, Buffer.from(bytes)))
  }

  leaks(secrets: readonly Secret[]): Leak[] {
    return [...this.#heard].flatMap(([listener, all]) =>
      secrets
        .filter(({ owner }) => owner !== listener)
        .flatMap((secret) => all.flatMap((heard) => leaksIn(heard, listener, secret))),
    )
  }

  /** How much was heard, so that a test can see that its ears are open. */
  count(listener: string): number {
    return this.#heard.get(listener)?.length ?? 0
  }

  #keep(listener: string, where: string, bytes: Buffer): void {
    const heard = { where, bytes, decoded: readingOf(bytes) }
    const all = this.#heard.get(listener)
    if (all) all.push(heard)
    else this.#heard.set(listener, [heard])
  }
}

function leaksIn({ where, bytes, decoded }: Heard, listener: string, { owner, words, clients = [] }: Secret): Leak[] {
  const saysWord = (word: string) => bytes.includes(word) || decoded.includes(word)
  const saysClient = (client: number) =>
    bytes.includes(varUint(client)) || bytes.includes(String(client)) || decoded.includes(`"client":${client}`)
  return [
    ...words.filter(saysWord).map((what) => ({ listener, where, owner, what })),
    ...clients.filter(saysClient).map((client) => ({ listener, where, owner, what: `client ${client}` })),
  ]
}

function varUint(value: number): Buffer {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, value)
  return Buffer.from(encoding.toUint8Array(encoder))
}

/** What an update says in plain words; empty for all other messages, which are plain already. */
function readingOf(bytes: Buffer): string {
  try {
    const decoder = decoding.createDecoder(bytes)
    if (decoding.readVarUint(decoder) !== MESSAGE.sync) return ''
    const kind = decoding.readVarUint(decoder)
    const content = decoding.readVarUint8Array(decoder)
    if (kind === SYNC.step1) return JSON.stringify([...Y.decodeStateVector(content)].map(([client]) => ({ client })))
    return JSON.stringify(Y.decodeUpdate(content).structs.map((struct) => ({ ...struct.id, ...contentOf(struct) })))
  } catch {
    return ''
  }
}

function contentOf(struct: object): object {
  return 'content' in struct &&
    typeof struct.content === 'object' &&
    struct.content !== null &&
    'getContent' in struct.content
    ? {
        content: (struct.content as { getContent(): unknown[] })
          .getContent()
          .map((value) => (value instanceof Y.AbstractType ? '' : value)),
      }
    : {}
}
