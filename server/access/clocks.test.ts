import { expect, test } from 'vitest'
import { addNote } from '../../shared/document/edits'
import { readCanvas } from '../../shared/document/projection'
import { allNotes } from '../../shared/domain/canvas-view'
import type { MemberId } from '../../shared/domain/ids'
import { itemsOf, JudgingTable } from '../testing/judging-table'
import { timesToMend } from './clocks'

const NOW = 1_772_600_000_000
const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** What stands in the server's document of a note that says it was written at a time. */
function takenAt(said: unknown): unknown {
  const table = new JudgingTable()
  const { document } = table
  const author = { member: 'amina1' as MemberId, side: 'central', now: said as number } as const
  const touched = table.takes((theirs) => void addNote(theirs, { text: 'The lift', spot: table.spot(), author }))
  timesToMend(touched, NOW)?.(document)
  const [note] = allNotes(readCanvas(document))
  expect(note).toMatchObject({ text: 'The lift', side: 'central' })
  return itemsOf(document, 'notes')
    .get(note?.id ?? '')
    ?.get('createdAt')
}

test('[A28] what was written on a train, or a moment ahead, stands as it was said', () => {
  for (const honest of [NOW, NOW - 20 * HOUR, 1, NOW + MINUTE]) expect(takenAt(honest)).toBe(honest)
})

test('[A28] what says that it was written in the future, or at no time, was written now', () => {
  for (const wrong of [
    NOW + HOUR,
    40 * 365 * 24 * HOUR * 10,
    Number.MAX_VALUE,
    Number.POSITIVE_INFINITY,
    Number.NaN,
    -1,
    'noon',
    null,
  ])
    expect(takenAt(wrong)).toBe(NOW)
})

test('[A28] where another write won, its time stands', () => {
  const table = new JudgingTable()
  const id = table.note('Jon’s', 'jon001' as MemberId, 'local')
  const mend = timesToMend([{ root: 'notes', path: [id, 'createdAt'], change: 'set', value: NOW + HOUR }], NOW)
  mend?.(table.document)
  expect(itemsOf(table.document, 'notes').get(id)?.get('createdAt')).toBe(1)
})
