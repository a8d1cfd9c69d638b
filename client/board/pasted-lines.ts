import { LIMITS } from '../../shared/protocol/limits'

/** What a paste would add: one note a line, and what does not fit in one paste. */
export type PastedLines = { lines: string[]; rest: number }

/** Empty lines and the bullets of a list do not count; a line longer than a note may be is divided between words. */
export function linesOf(pasted: string): PastedLines {
  const all = pasted
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d{1,3}[.)])\s+/, '').trim())
    .filter((line) => line !== '')
    .flatMap(dividedAtLimit)
  return { lines: all.slice(0, LIMITS.pastedLines), rest: Math.max(0, all.length - LIMITS.pastedLines) }
}

function dividedAtLimit(line: string): string[] {
  const parts: string[] = []
  let rest = line
  while (rest.length > LIMITS.note) {
    const space = rest.lastIndexOf(' ', LIMITS.note)
    const end = space > LIMITS.note / 2 ? space : LIMITS.note
    parts.push(rest.slice(0, end).trim())
    rest = rest.slice(end).trim()
  }
  return rest === '' ? parts : [...parts, rest]
}
