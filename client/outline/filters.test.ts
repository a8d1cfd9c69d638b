import { describe, expect, test } from 'vitest'
import type { CanvasView, ClusterView, NoteView, SectionView } from '../../shared/domain/canvas-view'
import type { ClusterId, MemberId, NoteId, SectionId } from '../../shared/domain/ids'
import { type Filter, filterView, isFiltering, NO_FILTER } from './filters'

const note = (id: string, part: Partial<NoteView> = {}): NoteView => {
  return { id: id as NoteId, text: id, side: null, author: 'jon' as MemberId, createdAt: 1, at: null, ...part }
}
const cluster = (id: string, part: Partial<ClusterView>): ClusterView => {
  return {
    id: id as ClusterId,
    title: id,
    kind: 'barrier',
    addresses: [],
    residentChange: '',
    notes: [],
    at: null,
    ...part,
  }
}
const section = {
  id: 's' as SectionId,
  notes: [note('Café hours', { side: 'central' }), note('bids', { side: 'local', createdAt: 9 })],
  clusters: [
    cluster('returns', { notes: [note('forms', { side: 'local' })] }),
    cluster('money', { notes: [note('late', { createdAt: 9 })] }),
    cluster('one form', { kind: 'proposal', addresses: ['returns' as ClusterId], notes: [note('merge them')] }),
    cluster('nobody asks', {}),
  ],
} as Partial<SectionView> as SectionView
const view: CanvasView = { sections: [section], loose: { notes: [], clusters: [] }, drawings: [], bin: [], leftOut: 0 }
const shown = (part: Partial<Filter>, isNews = (id: NoteId) => id === 'bids') => {
  const { notes, clusters } = filterView(view, { ...NO_FILTER, ...part }, isNews)
  return [...notes, ...[...clusters].map((id) => `[${id}]`)]
}

describe('[L1] what passes a filter', () => {
  test('words without accents or capitals; the notes of a heading that holds them', () => {
    expect(shown({ words: 'CAFE' })).toEqual(['Café hours'])
    expect(shown({ words: 'returns' })).toEqual(['forms', '[returns]'])
    expect(shown({ words: 'nobody' })).toEqual(['[nobody asks]'])
  })

  test('side, kind, not sorted, barriers without a proposal', () => {
    expect(shown({ side: 'local' })).toEqual(['bids', 'forms', '[returns]'])
    expect(shown({ side: 'none', place: 'proposal' })).toEqual(['merge them', '[one form]'])
    expect(shown({ place: 'unsorted' })).toEqual(['Café hours', 'bids'])
    expect(shown({ place: 'unanswered' })).toEqual(['late', '[money]', '[nobody asks]'])
  })

  test('what others changed since I last looked', () => {
    expect(shown({ changed: true })).toEqual(['bids'])
    expect(shown({ changed: true, place: 'barrier' })).toEqual([])
  })

  test('nothing but spaces is no filter; all notes are counted', () => {
    expect(isFiltering({ ...NO_FILTER, words: '  ' })).toBe(false)
    expect(isFiltering({ ...NO_FILTER, side: 'none' })).toBe(true)
    expect(filterView(view, { ...NO_FILTER, words: 'xyz' }, () => false)).toMatchObject({ of: 5, loose: false })
  })
})
