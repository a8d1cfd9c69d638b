import { describe, expect, test } from 'vitest'
import { organisationKey } from './member'
import { editDistance, likelyTheSame, mergeExpected, spellingsOf } from './organisations'

const from = (organisation: string, side: 'central' | 'local' | null = 'local') => ({ organisation, side })

describe('spellings of organisations', () => {
  test('those that differ in capitals, spaces and full stops are one, under the name most people use', () => {
    const people = [from('north shire'), from('North Shire'), from('North  Shire.'), from('North Shire'), from('')]
    expect(spellingsOf(people, [])).toEqual([
      {
        key: 'north shire',
        name: 'North Shire',
        others: ['north shire', 'North  Shire.'],
        people: 4,
        sides: ['local'],
        expected: false,
      },
    ])
  })

  test('what was expected counts as no person, and its spelling comes first', () => {
    const [department, westshire] = spellingsOf(
      [from('westshire council'), from('westshire council')],
      [
        { name: 'Westshire Council', side: 'local' },
        { name: 'Department', side: 'central' },
      ],
    )
    expect(department).toMatchObject({ name: 'Department', people: 0, sides: ['central'], expected: true })
    expect(westshire).toMatchObject({ name: 'Westshire Council', others: ['westshire council'], people: 2 })
  })
})

describe('which may be one organisation', () => {
  const pairs = (...names: string[]) =>
    likelyTheSame(names.map((name) => ({ key: organisationKey(name), name }))).map(([a, b]) => `${a.name} = ${b.name}`)

  test.each([
    ['Westshire Council', 'Westshire County Council'],
    ['Westshire', 'Westshire Council'],
    ['West Shire', 'Westshire'],
    ['The Department', 'Department'],
    ['Northshire Council', 'Nothshire Council'],
    ['Northshire', 'Norhtshire'],
    ['Stoke-on-Trent', 'Stoke on Trent'],
  ])('%s and %s', (a, b) => expect(pairs(a, b)).toEqual([`${a} = ${b}`]))

  test.each([
    ['Eastshire', 'Westshire County'],
    ['Bath', 'Bach'],
    ['DWP', 'DfE'],
    ['Council', 'Borough Council'],
    ['Northshire', 'Southshire'],
  ])('%s and %s are two', (a, b) => expect(pairs(a, b)).toEqual([]))

  test('of thousands only as many are looked at as somebody would read suggestions of', () => {
    let looked = 0
    const many = Array.from({ length: 2_000 }, (_, index) => ({
      get key() {
        looked += 1
        return `council of place number ${index * 7919}`
      },
    }))
    likelyTheSame(many)
    expect(looked).toBe(200)
  })
})

test('a swap of two letters is one slip, and counting stops when there are too many', () => {
  expect(editDistance('norhtshire', 'northshire', 3)).toBe(1)
  expect(editDistance('abc', 'abc', 1)).toBe(0)
  expect(editDistance('', 'ab', 3)).toBe(2)
  expect(editDistance('abcdefgh', 'stuvwxyz', 2)).toBe(3)
})

test('who is expected is expected once', () => {
  const means = (name: string) => /^west/i.test(name)
  const expected = [
    { name: 'Department', side: 'central' as const },
    { name: 'West Shire', side: 'local' as const },
    { name: 'Westshire', side: 'local' as const },
    { name: 'Westshire', side: 'other' as const },
  ]
  expect(mergeExpected(expected, means, 'Westshire')).toEqual([
    { name: 'Department', side: 'central' },
    { name: 'Westshire', side: 'local' },
    { name: 'Westshire', side: 'other' },
  ])
})
