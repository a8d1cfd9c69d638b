import type { Ledger } from './ledger'
import type { Seat } from './scribe'

/** What a writer's process is told on its first line, as JSON: so many edits of all together, and how fast. */
export type WritingOrder = { seats: Seat[]; edits: number; aSecond: number; seed: number }

/** Its answers, one a line: `<name> sent <update in base64>` before it leaves, and `<name> saved <count> <position>`. */
export const sentLine = (name: string, update: Uint8Array) =>
  `${name} sent ${Buffer.from(update.buffer, update.byteOffset, update.length).toString('base64')}\n`
export const savedLine = (name: string, count: number, at: string) => `${name} saved ${count} ${at}\n`

/** Enters a line into the ledger. */
export function enter(ledger: Ledger, line: string): void {
  const [name = '', what, first = '', at = ''] = line.split(' ')
  if (what === 'sent') ledger.sent(name, Buffer.from(first, 'base64'))
  else if (what === 'saved') ledger.saved(name, Number(first), at)
  else throw new Error(`the writer said: ${line}`)
}
