import type { MemberId, NoteId, SectionId } from '../../shared/domain/ids'
import { seeded } from '../../shared/testing/random'
import type { StructId } from './hostile-structs'

/** What an attacker knows of the canvas: as much as anybody who was let in. */
export type Scene = {
  /** The whole canvas before the attack. */
  state: Uint8Array
  /** A well made update that this attacker may not make: a note in the name of somebody else. */
  honest: Uint8Array
  section: SectionId
  note: NoteId
  /** The Yjs items of that note, of its text, and of a word in it. */
  ids: { note: StructId; text: StructId; word: StructId }
  /** Yjs clients of those who are there. */
  clients: number[]
  attacker: MemberId
  author: MemberId
}

export type Random = () => number
export type Kind = (random: Random, scene: Scene) => (Uint8Array | string)[]
export type Kinds = Record<string, Kind>

export const upTo = (random: Random, end: number): number => Math.floor(random() * end)

/** A source of one's own, so that what comes of it does not hang on who else draws meanwhile. */
export const forked = (random: Random): Random => seeded(upTo(random, 2 ** 31))

export function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

export const bytesOf = (random: Random, length: number): Uint8Array =>
  Uint8Array.from(many(length, () => upTo(random, 256)))

/** A copy with one to four bits turned over. */
export function flipped(random: Random, bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice()
  for (let left = 1 + upTo(random, 4); left > 0; left -= 1) {
    const at = upTo(random, copy.length)
    copy[at] = (copy[at] ?? 0) ^ (1 << upTo(random, 8))
  }
  return copy
}
