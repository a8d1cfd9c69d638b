import { randomInt } from 'node:crypto'
import { FIRST_WORDS, SECOND_WORDS } from './join-words'

const FIRST = new Set(FIRST_WORDS)
const SECOND = new Set(SECOND_WORDS)

/**
 * A code that can be read aloud: `amber-otter-42`, one of about six million, which rate limits make too many to try.
 * A link that makes somebody a facilitator, or is somebody's own, gets two pairs of words.
 */
export function newCode(pairs: 1 | 2): string {
  for (;;) {
    const words = Array.from({ length: pairs }, () => [pick(FIRST_WORDS), pick(SECOND_WORDS)]).flat()
    const code = [...words, randomInt(10, 100)].join('-')
    if (readCode(code) === code) return code
  }
}

/** The code as it is stored, however it was typed: case, spaces and hyphens do not matter. Undefined: no code at all. */
export function readCode(typed: string): string | undefined {
  const match = /^([a-z]{6,40})(\d\d)$/.exec(typed.toLowerCase().replace(/[^a-z0-9]/g, ''))
  const [, letters = '', digits] = match ?? []
  const readings = splits(letters).filter((words) => words.length === 2 || words.length === 4)
  return readings.length === 1 ? `${readings[0]?.join('-')}-${digits}` : undefined
}

/** Every way to read letters as pairs of a first and a second word. */
function splits(letters: string): string[][] {
  if (letters === '') return [[]]
  return parts(letters, FIRST).flatMap(([first, afterFirst]) =>
    parts(afterFirst, SECOND).flatMap(([second, rest]) => splits(rest).map((words) => [first, second, ...words])),
  )
}

function parts(letters: string, words: ReadonlySet<string>): [word: string, rest: string][] {
  const found: [string, string][] = []
  for (let length = 3; length <= 7; length += 1) {
    const word = letters.slice(0, length)
    if (word.length === length && words.has(word)) found.push([word, letters.slice(length)])
  }
  return found
}

function pick(words: readonly string[]): string {
  return words[randomInt(words.length)] ?? ''
}
