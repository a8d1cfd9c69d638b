import { describe, expect, test } from 'vitest'
import type { NoteId } from '../../shared/domain/ids'
import { pick, seeded, seedsToRun } from '../../shared/testing/random'
import { nextNote } from './next-note'

const ids = (...names: string[]) => names as NoteId[]
const nobody = new Map<NoteId, number>()
const taken = (...names: string[]) => new Map(ids(...names).map((note) => [note, 1]))
const alone = { claims: nobody, skipped: [], own: 'amina', alone: true }
const groups = [ids('a', 'b', 'c'), ids('d', 'e')]

describe('[L10] what one person is offered', () => {
  test('who sorts alone goes from the top, section by section, as one reads', () => {
    expect(nextNote({ ...alone, groups })).toBe('a')
    expect(nextNote({ ...alone, groups, last: 'a' as NoteId })).toBe('b')
    expect(nextNote({ ...alone, groups: [ids('b'), ids('d', 'e')], last: 'b' as NoteId })).toBe('d')
  })

  test('a section is finished before the next one, although one came into it in the middle', () => {
    expect(nextNote({ ...alone, groups, last: 'c' as NoteId })).toBe('a')
    expect(nextNote({ ...alone, groups, last: 'e' as NoteId })).toBe('d')
  })

  test('not what somebody else has before them, while there is another', () => {
    expect(nextNote({ ...alone, groups, claims: taken('a', 'b') })).toBe('c')
    expect(nextNote({ ...alone, groups, claims: taken('a', 'b', 'c') })).toBe('d')
  })

  test('what was skipped comes again at the end, the longest ago first, and before what others have', () => {
    const skipped = ids('b', 'a')
    expect(nextNote({ ...alone, groups: [ids('a', 'b', 'c')], skipped, last: 'a' as NoteId })).toBe('c')
    expect(nextNote({ ...alone, groups: [ids('a', 'b')], skipped, last: 'a' as NoteId })).toBe('b')
    expect(nextNote({ ...alone, groups: [ids('a', 'b', 'c')], skipped, claims: taken('c') })).toBe('b')
  })

  test('nobody is without a note while one waits: the one that the fewest others have', () => {
    const claims = new Map([...taken('b'), ['a' as NoteId, 2] as const])
    expect(nextNote({ ...alone, groups: [ids('a', 'b')], claims })).toBe('b')
    expect(nextNote({ ...alone, groups: [ids('a')], last: 'a' as NoteId })).toBe('a')
    expect(nextNote({ ...alone, groups: [[], []] })).toBeUndefined()
  })

  test('[L11] people who open it at the same moment, not knowing of each other, start at different places', () => {
    const many = [Array.from({ length: 40 }, (_, index) => `n${index}` as NoteId)]
    const people = Array.from({ length: 12 }, (_, index) => `member${index}`)
    const starts = new Set(people.map((own) => nextNote({ ...alone, groups: many, own, alone: false })))
    expect(starts.size).toBeGreaterThan(8)
  })

  test('[L11] two who met at a note and answer at the same moment do not go on side by side', () => {
    const many = [Array.from({ length: 40 }, (_, index) => `n${index}` as NoteId)]
    const met = { ...alone, groups: many, claims: taken('n3'), last: 'n3' as NoteId, alone: false }
    expect(nextNote({ ...met, own: 'amina' })).not.toBe(nextNote({ ...met, own: 'jon' }))
  })
})

type Sorter = { own: string; at: NoteId | undefined; skipped: NoteId[]; answers: number }

/** Several people at one canvas; what each knows of the others is as old as `delay` turns. */
function sortTogether(seed: number, { delay }: { delay: number }) {
  const random = seeded(seed)
  const sections = Array.from({ length: 3 }, (_, s) =>
    Array.from({ length: 5 + Math.floor(random() * 12) }, (_, n) => `s${s}n${n}` as NoteId),
  )
  const waiting = new Set(sections.flat())
  const people: Sorter[] = Array.from({ length: 2 + Math.floor(random() * 6) }, (_, index) => ({
    own: `member${seed}-${index}`,
    at: undefined,
    skipped: [],
    answers: 0,
  }))
  const past: Map<string, NoteId | undefined>[] = []
  let [meetings, offers] = [0, 0]
  const offer = (person: Sorter) => {
    const known = past[Math.max(0, past.length - 1 - delay)] ?? new Map()
    const claims = new Map<NoteId, number>()
    for (const [own, note] of known) if (note && own !== person.own) claims.set(note, (claims.get(note) ?? 0) + 1)
    const groups = sections.map((section) => section.filter((note) => waiting.has(note)))
    const next = nextNote({ groups, claims, skipped: person.skipped, last: person.at, own: person.own, alone: false })
    // nobody starves
    if (waiting.size > 0) expect(next, `seed ${seed}`).toBeDefined()
    const isFree = (note: NoteId) => !claims.has(note) && note !== person.at
    if (next && [...waiting].some(isFree)) expect(claims.has(next), `seed ${seed}: ${next} is taken`).toBe(false)
    if (next && delay === 0 && waiting.size > people.length) {
      offers += 1
      if (people.some((other) => other !== person && other.at === next)) meetings += 1
    }
    person.at = next
    past.push(new Map(people.map(({ own, at }) => [own, at])))
  }
  const take = (person: Sorter) => {
    const note = person.at
    if (!note) return
    if (random() < 0.2) person.skipped = [...person.skipped.filter((one) => one !== note), note]
    else if (waiting.delete(note)) person.answers += 1
  }
  for (const person of people) offer(person)
  for (let turn = 0; waiting.size > 0; turn += 1) {
    if (turn > 5_000) throw new Error(`seed ${seed}: never finished`)
    const person = pick(random, people)
    if (!person) break
    take(person)
    if (waiting.size > 0) offer(person)
  }
  return { meetings, offers, people }
}

describe('[L11] several people, seeded', () => {
  test.each(seedsToRun())(
    'seed %i: all notes are sorted, nobody starves, and nobody is offered what another has',
    (seed) => {
      const { meetings, offers } = sortTogether(seed, { delay: 0 })
      expect(offers).toBeGreaterThan(0)
      expect(meetings).toBe(0)
    },
  )

  test.each(seedsToRun())('seed %i: all are sorted also where news of the others comes late', (seed) => {
    sortTogether(seed, { delay: 3 })
  })
})
