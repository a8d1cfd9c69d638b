/**
 * How the text in a field lies on the shared text: for each character of the field its index in the shared text, or -1
 * once somebody else took it out. Identity but while the field may not be touched (composition), or where it shows less
 * than the text has (line breaks in a one-line field).
 */
export type Alignment = number[]

/** One replacement that turns a text into another. */
export type Splice = { at: number; remove: number; insert: string }

/** A change of the shared text as Yjs reports it. */
export type TextDelta = readonly { retain?: number; delete?: number; insert?: unknown }[]

/** Aligns what a field shows with the text it was given: fields drop or change line breaks, and nothing else. */
export function align(shown: string, text: string): Alignment {
  const alignment: Alignment = []
  let index = 0
  for (const character of shown.split('')) {
    while (index < text.length && !matches(character, text[index])) index += 1
    alignment.push(index < text.length ? index : -1)
    index += 1
  }
  return alignment
}

/** Aligns what a field shows with another text that took its place: what both begin and end with stays. */
export function alignWithSuccessor(shown: string, text: string): Alignment {
  const { at, remove, insert } = spliceBetween(shown, text, text.length)
  return Array.from({ length: shown.length }, (_, index) => {
    if (index < at) return index
    return index < at + remove ? -1 : index - remove + insert.length
  })
}

function matches(shown: string, character: string | undefined): boolean {
  return shown === character || (shown === '\n' && character === '\r')
}

/** The smallest splice; of several places (typing a second "l" in "hello") the one that ends at the caret. */
export function spliceBetween(before: string, after: string, caret: number): Splice {
  const shorter = Math.min(before.length, after.length)
  const growth = after.length - before.length
  let end = 0
  const mostEnd = Math.min(shorter, after.length - Math.min(caret, after.length))
  while (end < mostEnd && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  let start = 0
  while (start < shorter - end && before[start] === after[start]) start += 1
  // The caret hint may stop short of the common end (text dropped in elsewhere); take the rest as well.
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  // Never between the two halves of an emoji: Yjs would replace each by a question mark.
  if (isHigh(before, start - 1)) start -= 1
  if (isLow(before, before.length - end)) end -= 1
  const remove = before.length - end - start
  return { at: start, remove, insert: after.slice(start, start + remove + growth) }
}

function isHigh(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return code >= 0xd800 && code <= 0xdbff
}

function isLow(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return code >= 0xdc00 && code <= 0xdfff
}

/** Where a position between two characters of the field lies in the shared text: right after its left neighbour. */
export function positionIn(alignment: Alignment, position: number): number {
  for (let left = position - 1; left >= 0; left--) {
    const index = alignment[left]
    if (index !== undefined && index >= 0) return index + 1
  }
  for (let right = position; right < alignment.length; right++) {
    const index = alignment[right]
    if (index !== undefined && index >= 0) return index
  }
  return 0
}

/** The other way round: where a position of the shared text is in the field. */
export function positionShown(alignment: Alignment, index: number): number {
  let position = 0
  alignment.forEach((at, place) => {
    if (at >= 0 && at < index) position = place + 1
  })
  return position
}

/** What a splice of the field does to the shared text: runs to delete, last first, and where the new words go. */
export function splicesOfShared(
  alignment: Alignment,
  splice: Splice,
): { deletions: { at: number; length: number }[]; insertAt: number } {
  const indices = alignment.slice(splice.at, splice.at + splice.remove).filter((index) => index >= 0)
  const runs: { at: number; length: number }[] = []
  for (const index of indices) {
    const run = runs.at(-1)
    if (run && run.at + run.length === index) run.length += 1
    else runs.push({ at: index, length: 1 })
  }
  return { deletions: runs.reverse(), insertAt: positionIn(alignment, splice.at) }
}

/** The alignment after a splice of the field was carried out on the shared text. */
export function afterOwnSplice(alignment: Alignment, splice: Splice): Alignment {
  const { deletions, insertAt } = splicesOfShared(alignment, splice)
  const gone = (index: number) =>
    deletions.reduce((sum, run) => sum + Math.max(0, Math.min(index - run.at, run.length)), 0)
  const start = insertAt - gone(insertAt)
  const length = splice.insert.length
  const moved = (index: number) => {
    if (index < 0) return -1
    const left = index - gone(index)
    return left >= start ? left + length : left
  }
  return [
    ...alignment.slice(0, splice.at).map(moved),
    ...Array.from({ length }, (_, offset) => start + offset),
    ...alignment.slice(splice.at + splice.remove).map(moved),
  ]
}

/** The alignment after others changed the shared text and the field stayed as it is. */
export function afterOthers(alignment: Alignment, delta: TextDelta): Alignment {
  return alignment.map((index) => (index < 0 ? -1 : movedBy(index, delta)))
}

function movedBy(index: number, delta: TextDelta): number {
  let read = 0
  let written = 0
  for (const { retain = 0, delete: removed = 0, insert } of delta) {
    if (retain > 0) {
      if (index < read + retain) return written + index - read
      read += retain
      written += retain
    } else if (removed > 0) {
      if (index < read + removed) return -1
      read += removed
    } else written += typeof insert === 'string' ? insert.length : 1
  }
  return written + index - read
}
