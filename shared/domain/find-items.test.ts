import { describe, expect, test } from 'vitest'
import { aCanvas, aCluster, aNote, aSection } from '../layout/testing/canvases'
import { findItems, folded } from './find-items'

const view = aCanvas([
  aSection(
    's',
    { x: 0, y: 0, w: 900, h: 300 },
    {
      notes: [aNote('a', 'Café hours\nin Łódź'), aNote('b', 'Straße und Bahn')],
      clusters: [aCluster('k', [aNote('c', 'The café closes early')])],
    },
  ),
])
const found = (words: string) => findItems(view, words).map(({ id }) => id)

describe('finding notes and headings', () => {
  test('capitals and accents make no difference, in what is sought and in what is there', () => {
    expect(found('cafe')).toEqual(['a', 'c'])
    expect(found('CAFÉ')).toEqual(['a', 'c'])
    expect(found('lodz')).toEqual(['a'])
    expect(found('strasse')).toEqual(['b'])
    expect(folded('Ørsted ﬁn Æon')).toBe('orsted fin aeon')
  })

  test('all words have to be there, in any order; nothing finds nothing', () => {
    expect(found('early cafe')).toEqual(['c'])
    expect(found('early hours')).toEqual([])
    expect(found('  ')).toEqual([])
  })

  test('headings are found where they stand in reading order', () => {
    expect(found('four returns')).toEqual(['k'])
  })
})
