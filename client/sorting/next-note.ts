import type { NoteId } from '../../shared/domain/ids'

/** What the choice of the next note for one person stands on. */
export type Offer = {
  /** What waits, section by section, each in reading order. */
  groups: readonly (readonly NoteId[])[]
  /** How many others have each note before them just now. */
  claims: ReadonlyMap<NoteId, number>
  /** What this person skipped, the longest ago first. */
  skipped: readonly NoteId[]
  /** What this person had before them until now. */
  last?: NoteId | undefined
  /** Whose choice it is; people's starts are spread by it. */
  own: string
  /** Nobody else is here: from the top, as one reads. */
  alone: boolean
}

/**
 * The note to offer next: one that nobody else has before them and that was not skipped, from the section one is in, going on
 * as one reads. When there is none it is one that was skipped; then one that somebody else has, the fewest people first. So
 * nobody is without a note while one waits. The last one comes again only when it is the only one.
 */
export function nextNote(offer: Offer): NoteId | undefined {
  const { groups, skipped, last } = offer
  const ranks = new Map(groups.flatMap((group) => group.map((note) => [note, rankOf(offer, note)] as const)))
  const best = Math.min(...ranks.values())
  const isBest = (note: NoteId) => ranks.get(note) === best
  const again = skipped.find((note) => note !== last && isBest(note))
  if (again !== undefined) return again
  const here = groups.find((group) => last !== undefined && group.includes(last) && group.some(isBest))
  const group = here ?? groups.find((one) => one.some(isBest))
  return group && firstFrom(group, startIn(group, offer), isBest)
}

const LAST = Number.MAX_SAFE_INTEGER

/** A skipped note counts half of one that somebody else has. */
function rankOf({ claims, skipped, last }: Offer, note: NoteId): number {
  if (note === last) return LAST
  return (claims.get(note) ?? 0) * 2 + (skipped.includes(note) ? 1 : 0)
}

/**
 * After the last one. Who begins, or has just met somebody, starts at a place of their own: people who open the page at the
 * same moment do not know of each other yet, and two who went on side by side would meet again at every note.
 */
function startIn(group: readonly NoteId[], { last, claims, own, alone }: Offer): number {
  const at = last === undefined ? -1 : group.indexOf(last)
  if (last !== undefined && at >= 0 && !claims.has(last)) return at + 1
  return alone ? 0 : hashOf(`${own} ${last ?? ''}`) % group.length
}

function firstFrom(group: readonly NoteId[], start: number, fits: (note: NoteId) => boolean): NoteId | undefined {
  return group.slice(start).find(fits) ?? group.find(fits)
}

/** FNV-1a with a final mix: alike texts far apart. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}
