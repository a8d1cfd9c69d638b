import { describe, expect, test } from 'vitest'
import { person } from '../testing/workshop-of'
import { groupPeople } from './people-panel'

describe('people by side and organisation', () => {
  test('sides in their order, no side last; spellings of one council together', () => {
    const people = [
      { ...person('Jon', 'local'), organisation: 'Northshire Council' },
      { ...person('Fay', null, 'facilitator'), organisation: '' },
      { ...person('Kit', 'local'), organisation: 'northshire  council.' },
      { ...person('Lou', 'local'), organisation: 'Eastshire' },
      { ...person('Amina', 'central'), organisation: 'The Department' },
    ]
    const shown = groupPeople(people).map((group) => [
      group.side,
      group.count,
      ...group.organisations.map((one) => `${one.name}: ${one.people.map((member) => member.name).join(', ')}`),
    ])
    expect(shown).toEqual([
      ['central', 1, 'The Department: Amina'],
      ['local', 3, 'Eastshire: Lou', 'Northshire Council: Jon, Kit'],
      [null, 1, ': Fay'],
    ])
  })
})
