import { describe, expect, test } from 'vitest'
import { person } from '../testing/workshop-of'
import { findPeople, firstOf, groupPeople } from './people-groups'

const people = [
  { ...person('Jon', 'local'), organisation: 'Northshire Council' },
  { ...person('Fay', null, 'facilitator'), organisation: '' },
  { ...person('Kit', 'local'), organisation: 'northshire  council.' },
  { ...person('Lou', 'local'), organisation: 'Eastshire' },
  { ...person('Amélie Roux', 'central'), organisation: 'The Department' },
]

describe('people by side and organisation', () => {
  test('sides in their order, no side last; spellings of one council together; how many are here', () => {
    const shown = groupPeople(people, (id) => id === 'jon' || id === 'lou').map((group) => [
      group.side,
      `${group.here}/${group.count}`,
      ...group.organisations.map(
        (one) => `${one.name}: ${one.people.map((member) => member.name).join(', ')} ${one.here}/${one.people.length}`,
      ),
    ])
    expect(shown).toEqual([
      ['central', '0/1', 'The Department: Amélie Roux 0/1'],
      ['local', '2/3', 'Eastshire: Lou 1/1', 'Northshire Council: Jon, Kit 1/2'],
      [null, '0/1', ': Fay 0/1'],
    ])
  })

  test('are drawn as far as the first so many, counted as they are', () => {
    const groups = groupPeople(people, () => true)
    const shown = firstOf(groups, 3).map((group) => [
      group.count,
      ...group.organisations.map((one) => `${one.people.length} of ${one.count}`),
    ])
    expect(shown).toEqual([
      [1, '1 of 1'],
      [3, '1 of 1', '1 of 2'],
    ])
    expect(firstOf(groups, 99)).toEqual(groups)
  })

  test('are found by parts of name and organisation, whatever the accents and capitals', () => {
    const found = (wanted: string) => findPeople(people, wanted).map((member) => member.name)
    expect(found('amelie')).toEqual(['Amélie Roux'])
    expect(found('COUNCIL jo')).toEqual(['Jon'])
    expect(found('nobody')).toEqual([])
    expect(found('  ')).toHaveLength(5)
  })
})
