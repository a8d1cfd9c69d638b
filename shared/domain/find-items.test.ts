import { describe, expect, test } from 'vitest'
import type { CanvasView, NoteView } from './canvas-view'
import { findItems, folded } from './find-items'
import type { ClusterId, NoteId } from './ids'

const note = (id: string, text: string): NoteView => {
  return { id: id as NoteId, text, side: null, author: null, createdAt: 1, at: null }
}
const view: CanvasView = {
  sections: [],
  loose: {
    notes: [note('a', 'Café hours\nin Łódź'), note('b', 'Straße und Bahn')],
    clusters: [
      {
        id: 'k' as ClusterId,
        title: 'Four returns ask the same questions',
        kind: 'barrier',
        addresses: [],
        residentChange: '',
        notes: [note('c', 'The café closes early')],
        at: null,
      },
    ],
  },
  drawings: [],
  bin: [],
  leftOut: 0,
}
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
