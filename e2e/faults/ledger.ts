import * as Y from 'yjs'
import type { Report } from './scribe'

type Line = { updates: Uint8Array[]; saved: number }

/** What people were told is on disk, kept outside the server, to be held against what is there afterwards. */
export class Ledger {
  readonly #lines = new Map<string, Line>()
  /** The last position in the log of which anybody was told, and the log's epoch. */
  position = 0
  epoch = ''

  /** Of one connection. */
  reportOf(connection: string): Report {
    return {
      sent: (update) => this.sent(connection, update),
      saved: (count, at) => this.saved(connection, count, at),
    }
  }

  sent(connection: string, update: Uint8Array): void {
    this.#lineOf(connection).updates.push(update)
  }

  saved(connection: string, count: number, at: string): void {
    const line = this.#lineOf(connection)
    if (count < line.saved || count > line.updates.length) {
      throw new Error(`${connection} sent ${line.updates.length}, had ${line.saved} saved and was told ${count}`)
    }
    line.saved = count
    const colon = at.lastIndexOf(':')
    this.epoch = at.slice(0, colon)
    this.position = Math.max(this.position, Number(at.slice(colon + 1)))
  }

  /** Takes over what another ledger holds; `round` keeps its connections apart from those of the same name. */
  absorb(other: Ledger, round: number): void {
    for (const [connection, line] of other.#lines) this.#lines.set(`${round} ${connection}`, line)
    this.epoch = other.epoch
    this.position = Math.max(this.position, other.position)
  }

  /** Updates of which their writers were told that they are on disk; what says nothing new is not counted. */
  acknowledged(): Uint8Array[] {
    return [...this.#lines.values()].flatMap(({ updates, saved }) => updates.slice(0, saved)).filter(saysSomething)
  }

  sentCount(): number {
    return [...this.#lines.values()].reduce((sum, { updates }) => sum + updates.filter(saysSomething).length, 0)
  }

  #lineOf(connection: string): Line {
    const line = this.#lines.get(connection) ?? { updates: [], saved: 0 }
    this.#lines.set(connection, line)
    return line
  }
}

/** An update without structs and deletions is two zeros. */
function saysSomething(update: Uint8Array): boolean {
  return update.length > 2
}

/**
 * How many of the updates are not in the document: those that would still change it, or, as one, those that would have to
 * wait for others. The document stays as it is.
 */
export function countLost(document: Y.Doc, updates: readonly Uint8Array[]): number {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(document))
  let lost = 0
  copy.on('update', () => {
    lost += 1
  })
  for (const update of updates) Y.applyUpdate(copy, update)
  return hasGaps(copy) ? lost + 1 : lost
}

/** Whether something in it waits for what is missing. */
export function hasGaps(document: Y.Doc): boolean {
  return document.store.pendingStructs !== null || document.store.pendingDs !== null
}
