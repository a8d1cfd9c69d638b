import { LIMITS } from '../../shared/protocol/limits'

/** What one paste becomes. `rest` stays in the field: lines over the limits, for the person to deal with. */
export type PastedLines = { notes: string[]; rest: string; tooLong: number; tooMany: number }

/** Bullets, dashes and numbers that lists are pasted with; a number needs its full stop or bracket to count as one. */
const BULLET = /^(?:[-*•‣◦·–—▪●○]|\(?\d{1,3}[.)])\s+/

/** Each line of a paste with words in it is a note; too long a line or too many of them are kept aside, never cut. */
export function splitPastedLines(pasted: string): PastedLines {
  const lines = pasted
    .split(/\r\n|\r|\n|\u2028|\u2029/)
    .map((line) => line.trim().replace(BULLET, ''))
    .filter((line) => line !== '')
  const fitting = lines.filter((line) => line.length <= LIMITS.note)
  const long = lines.filter((line) => line.length > LIMITS.note)
  const notes = fitting.slice(0, LIMITS.pastedLines)
  const over = fitting.slice(LIMITS.pastedLines)
  return { notes, rest: [...long, ...over].join('\n'), tooLong: long.length, tooMany: over.length }
}

/** One line is typed text like any other; from two on the person is asked. */
export function isManyLines(pasted: string): boolean {
  return splitPastedLines(pasted).notes.length > 1
}
