import { expect, test } from 'vitest'
import type { NoteId } from '../../shared/domain/ids'
import { copiesOf } from './copies-of'

const note = (id: string, at: { x: number; y: number } | null = null) => ({ id, text: `words of ${id}`, at })
const view = {
  sections: [
    {
      id: 's',
      notes: [note('a'), note('free', { x: 10, y: 20 }), note('b')],
      clusters: [{ id: 'c', notes: [note('d')] }],
    },
  ],
  loose: { clusters: [], notes: [note('bare', { x: 0, y: 0 })] },
} as unknown as Parameters<typeof copiesOf>[0]

test('[B55] a copy comes right after its original, or beside it, and counts for whoever makes it', () => {
  const ids = ['a', 'free', 'd', 'bare'] as NoteId[]
  expect(copiesOf(view, ids, 'local').map(({ spot, notes }) => [spot, notes[0]])).toEqual([
    [
      { in: 's', after: 'a', before: 'b' },
      { text: 'words of a', side: 'local' },
    ],
    [
      { in: 's', x: 34, y: 44 },
      { text: 'words of free', side: 'local' },
    ],
    [
      { in: 'c', after: 'd', before: null },
      { text: 'words of d', side: 'local' },
    ],
    [
      { in: null, x: 24, y: 24 },
      { text: 'words of bare', side: 'local' },
    ],
  ])
})
