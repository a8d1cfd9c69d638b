import { describe, expect, test } from 'vitest'
import type { DraftsDocument } from '../../shared/document/drafts'
import { addNotes, deleteNotes, moveNotes, noteText, putBack } from '../../shared/document/edits'
import type { NoteId, SectionId } from '../../shared/domain/ids'
import { LIMITS } from '../../shared/protocol/limits'
import { pick, seeded, seedsToRun } from '../../shared/testing/random'
import { AMINA, author, CANVAS, FORGED, mine, openDrafts as open, spot } from '../testing/forged-drafts'
import { judgeOfDrafts } from './judging-drafts'

const judge = judgeOfDrafts({ id: AMINA, sides: new Set(['central', 'other'] as const) })
const openDrafts = () => open(judge)

describe('[A19] what somebody may write into their own drafts', () => {
  test.each(FORGED)('not %s', (_what, forge) => {
    const { server, send } = openDrafts()
    let id = '' as NoteId
    expect(send((document) => (id = mine(document)))).toBeUndefined()
    const before = JSON.stringify(server.getMap('notes'))
    expect(send((document) => forge(document, id))).toMatch(/^(update-not-valid|not-as-joined|role-may-not-edit)$/)
    expect(JSON.stringify(server.getMap('notes'))).toBe(before)
  })

  test('only as many as one person writes', () => {
    const { send } = openDrafts()
    const many = (count: number) => Array.from({ length: count }, (_, index) => `note ${index}`)
    const add = (count: number) =>
      send((document) => addNotes(document, { texts: many(count), spot, author, canvas: CANVAS }))
    expect(add(LIMITS.draftNotes + 1)).toBe('document-full')
    const { send: again } = openDrafts()
    expect(
      again((document) => addNotes(document, { texts: many(LIMITS.draftNotes), spot, author, canvas: CANVAS })),
    ).toBeUndefined()
    expect(again((document) => void mine(document))).toBe('document-full')
  })

  test.each(seedsToRun())('whatever honest people do is taken, and a forgery among it is not (seed %i)', (seed) => {
    const random = seeded(seed)
    const { server, send } = openDrafts()
    const ids: NoteId[] = []
    const honest = [
      (document: DraftsDocument) => void ids.push(mine(document)),
      (document: DraftsDocument) =>
        void ids.push(
          ...addNotes(document, { texts: ['a', 'b'], spot, author: { ...author, side: 'other' }, canvas: CANVAS }).ids,
        ),
      (document: DraftsDocument) => void deleteNotes(document, ids.slice(-1), 3),
      (document: DraftsDocument) => void moveNotes(document, ids.slice(0, 2), { ...spot, in: 'section2' as SectionId }),
      (document: DraftsDocument) => ids[0] && void putBack(document, { is: 'note', id: ids[0] }),
      (document: DraftsDocument) => ids[0] && noteText(document, ids[0])?.insert(0, 'more '),
      (document: DraftsDocument) => {
        const text = ids[0] && noteText(document, ids[0])
        if (text && text.length > 1) text.delete(0, 1)
      },
    ]
    for (let step = 0; step < 30; step += 1) {
      const several = Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(random, honest))
      const together = (document: DraftsDocument) => {
        for (const edit of several) edit?.(document)
      }
      expect(send(together)).toBeUndefined()
    }
    const [, forge] = pick(random, FORGED) ?? []
    const id = ids[0] ?? mine(server)
    expect(
      send((document) => {
        pick(random, honest)?.(document)
        forge?.(document, id)
      }),
    ).toBeDefined()
  })
})
