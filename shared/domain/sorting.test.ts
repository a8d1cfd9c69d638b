import { expect, test } from 'vitest'
import type { CanvasView, ClusterView, NoteView, SectionView } from './canvas-view'
import type { ClusterId, NoteId, SectionId } from './ids'
import { groupsToSort, sortingProgress, standingOf } from './sorting'

const note = (text: string, more: Partial<NoteView> = {}): NoteView => ({
  id: text as NoteId,
  text,
  side: null,
  author: null,
  createdAt: 1,
  at: null,
  ...more,
})
const cluster = (title: string, notes: NoteView[]): ClusterView => ({
  id: title as ClusterId,
  title,
  kind: 'barrier',
  addresses: [],
  residentChange: '',
  notes,
  at: null,
})
const section = (title: string, more: Partial<SectionView>): SectionView => ({
  id: title as SectionId,
  title,
  prompt: '',
  layout: 'flow',
  frame: { x: 0, y: 0, w: 1, h: 1 },
  locked: false,
  kind: 'barrier',
  parked: false,
  clusters: [],
  notes: [],
  ...more,
})

const view: CanvasView = {
  sections: [
    section('Barriers', { notes: [note('a'), note(' ', { id: 'blank' as NoteId }), note('kept', { locked: true })] }),
    section('Proposals', { clusters: [cluster('One report', [note('b'), note('c')])], notes: [note('d')] }),
    section('Closed', { locked: true, notes: [note('e')] }),
    section('Parked', { parked: true, notes: [note('f')] }),
  ],
  loose: { clusters: [], notes: [note('g')] },
  drawings: [],
  bin: [],
  leftOut: 0,
}
const waiting = (scope: Parameters<typeof groupsToSort>[1]) =>
  groupsToSort(view, scope).map(({ notes }) => notes.map(({ id }) => id))

test('[L16] what is locked, parked or without words does not wait; facilitators sort what is locked too', () => {
  expect(waiting({ locked: false })).toEqual([['a'], ['d'], [], ['g']])
  expect(waiting({ locked: true })).toEqual([['a', 'kept'], ['d'], ['e'], ['g']])
})

test('[L17] one section alone, without what lies outside', () => {
  expect(waiting({ locked: false, section: 'Proposals' as SectionId })).toEqual([['d']])
})

test('progress counts what is in clusters and what waits', () => {
  expect(sortingProgress(groupsToSort(view, { locked: false }))).toEqual({ sorted: 2, left: 3, total: 5 })
  expect(sortingProgress([])).toEqual({ sorted: 0, left: 0, total: 0 })
})

test('[L12] what has become of a note', () => {
  const standing = (id: string) => standingOf(view, id as NoteId, { locked: false }).is
  expect(['a', 'b', 'f', 'kept', 'e', 'g', 'nowhere'].map(standing)).toEqual([
    'waits',
    'placed',
    'parked',
    'locked',
    'locked',
    'waits',
    'gone',
  ])
})
