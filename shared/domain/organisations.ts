import { type Member, organisationKey } from './member'
import type { Side } from './side'
import type { ExpectedOrganisation } from './workshop'

/** One organisation as far as its key tells. `name`: the spelling that most of its people use. */
export type Spelling = {
  key: string
  name: string
  /** Other ways of writing it, which differ in capitals, spaces or full stops only. */
  others: string[]
  people: number
  sides: Side[]
  expected: boolean
}

type Written = { name: string; side: Side | null; counts: 0 | 1 }

/** Every organisation that somebody is from or that is expected, by name. */
export function spellingsOf(
  people: readonly Pick<Member, 'organisation' | 'side'>[],
  expected: readonly ExpectedOrganisation[],
): Spelling[] {
  const found = new Map<string, Written[]>()
  const note = (written: Written) => {
    const key = organisationKey(written.name)
    if (key === '') return
    found.set(key, [...(found.get(key) ?? []), written])
  }
  for (const { organisation, side } of people) note({ name: organisation, side, counts: 1 })
  for (const { name, side } of expected) note({ name, side, counts: 0 })
  const expectedKeys = new Set(expected.map(({ name }) => organisationKey(name)))
  return [...found]
    .map(([key, all]) => spellingOf(key, all, expectedKeys.has(key)))
    .sort((a, b) => a.name.localeCompare(b.name))
}

function spellingOf(key: string, all: readonly Written[], expected: boolean): Spelling {
  const uses = new Map<string, number>()
  for (const { name, counts } of all) uses.set(name, (uses.get(name) ?? 0) + counts)
  // what the facilitator wrote when setting up wins over what people typed in a hurry
  const planned = expected ? all.find(({ counts }) => counts === 0)?.name : undefined
  const [name = '', ...others] = [...uses]
    .sort(([a, usesOfA], [b, usesOfB]) => Number(b === planned) - Number(a === planned) || usesOfB - usesOfA)
    .map(([spelling]) => spelling)
  const sides = [...new Set(all.flatMap(({ side }) => side ?? []))]
  return { key, name, others, people: all.reduce((sum, { counts }) => sum + counts, 0), sides, expected }
}

/** More than this would be compared for too long, and nobody reads that many suggestions. */
const MOST_COMPARED = 200

/** Pairs that may be one organisation: the same but for small words, or a slip of one or two letters. */
export function likelyTheSame<T extends Pick<Spelling, 'key'>>(spellings: readonly T[]): [T, T][] {
  const compared = spellings.slice(0, MOST_COMPARED).map((spelling) => ({ spelling, core: coreOf(spelling.key) }))
  return compared.flatMap((one, index) =>
    compared
      .slice(index + 1)
      .flatMap((other): [T, T][] => (isLike(one.core, other.core) ? [[one.spelling, other.spelling]] : [])),
  )
}

const SMALL_WORDS = new Set([
  'the',
  'of',
  'and',
  '&',
  'council',
  'city',
  'county',
  'borough',
  'district',
  'metropolitan',
  'unitary',
  'royal',
  'london',
])

/** What is left of a name without the words that people add or leave out, and without spaces and hyphens. */
function coreOf(key: string): string {
  const words = key.split(/[\s\-–/]+/)
  const core = words.filter((word) => !SMALL_WORDS.has(word)).join('')
  return core === '' ? words.join('') : core
}

function isLike(a: string, b: string): boolean {
  if (a === b) return true
  // nobody slips at the first letter, and it is what tells Northshire from Southshire
  if (a[0] !== b[0]) return false
  const shorter = Math.min(a.length, b.length)
  const slips = shorter >= 10 ? 2 : shorter >= 5 ? 1 : 0
  return Math.abs(a.length - b.length) <= slips && editDistance(a, b, slips) <= slips
}

/**
 * How many letters have to be put in, taken out, changed, or swapped with their neighbour (optimal string alignment). Ends
 * early, with something above `most`, once it cannot be less.
 */
export function editDistance(a: string, b: string, most: number): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    if (Math.min(...row) > most) return most + 1
    before = last
    last = row
  }
  return last[b.length] ?? 0
}

/** The expected organisations with every spelling that means the same written alike, each side's once. */
export function mergeExpected(
  expected: readonly ExpectedOrganisation[],
  means: (name: string) => boolean,
  keep: string,
): ExpectedOrganisation[] {
  const written = expected.map((one) => (means(one.name) ? { ...one, name: keep } : one))
  const isFirst = (one: ExpectedOrganisation, index: number) =>
    one.name !== keep || written.findIndex((other) => other.name === keep && other.side === one.side) === index
  return written.filter(isFirst)
}
