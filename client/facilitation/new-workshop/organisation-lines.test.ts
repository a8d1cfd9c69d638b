import { describe, expect, test } from 'vitest'
import { addOrganisations, readOrganisations } from './organisation-lines'

const sides = { central: 'Whitehall', local: 'Councils' }

describe('a pasted list of organisations', () => {
  test('takes the side after a comma or a tab, by the workshop’s own name or ours', () => {
    const read = readOrganisations(
      'Northshire, Councils\nWestshire\tlocal\nThe Treasury; Whitehall\nShelter, other',
      sides,
      'local',
    )
    expect(read).toEqual([
      { name: 'Northshire', side: 'local' },
      { name: 'Westshire', side: 'local' },
      { name: 'The Treasury', side: 'central' },
      { name: 'Shelter', side: 'other' },
    ])
  })

  test('keeps commas that belong to a name', () => {
    const name = 'Ministry of Housing, Communities and Local Government'
    expect(readOrganisations(name, sides, 'central')).toEqual([{ name, side: 'central' }])
  })

  test('leaves out empty lines and the same council spelled twice', () => {
    expect(readOrganisations('\n  Northshire  Council \r\nnorthshire council\n\n', sides, 'local')).toEqual([
      { name: 'Northshire Council', side: 'local' },
    ])
  })

  test('adds to what is listed, once each, up to the limit', () => {
    const listed = [
      { name: 'Northshire', side: 'local' as const },
      { name: ' ', side: 'local' as const },
    ]
    const more = readOrganisations('NORTHSHIRE\nWestshire\nEastshire', sides, 'local')
    expect(addOrganisations(listed, more, 2).map((one) => one.name)).toEqual(['Northshire', 'Westshire'])
  })
})
