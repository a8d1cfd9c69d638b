import { describe, expect, test } from 'vitest'
import { actionText, addAction, addCommitment, setActionBinned } from '../../shared/document/agreement'
import type { CanvasDocument } from '../../shared/document/authorship'
import {
  addCluster,
  addNote,
  deleteCluster,
  deleteNotes,
  moveNotes,
  noteText,
  noteToCluster,
  putBack,
} from '../../shared/document/edits'
import type { ActionId, MemberId } from '../../shared/domain/ids'
import type { Side } from '../../shared/domain/side'
import { itemsOf, JudgingTable, newItem } from '../testing/judging-table'
import { judgeOfAgreement, judgeOfCanvas } from './judging'

const AMINA = 'amina1' as MemberId
const JON = 'jon001' as MemberId
const NOW = 1_772_600_000_000

const amina = judgeOfCanvas({ id: AMINA, sides: new Set(['central']) })

describe('[A9] deleting', () => {
  test('one’s own note, and putting it back', () => {
    const table = new JudgingTable()
    const own = table.note('The lift is out of order on Fridays', AMINA, 'central')
    expect(table.judged(amina, (document) => deleteNotes(document, [own], NOW))).toBeUndefined()
    deleteNotes(table.document, [own], NOW)
    expect(table.judged(amina, (document) => putBack(document, { is: 'note', id: own }))).toBeUndefined()
  })

  test('a note of somebody else is refused, alone or among one’s own', () => {
    const table = new JudgingTable()
    const own = table.note('Mine', AMINA, 'central')
    const jons = table.note('Jon’s', JON, 'local')
    expect(table.judged(amina, (document) => deleteNotes(document, [jons], NOW))).toBe('not-your-note')
    expect(table.judged(amina, (document) => deleteNotes(document, [own, jons], NOW))).toBe('not-your-note')
  })

  test('a note that was written and deleted before the server heard of it', () => {
    const table = new JudgingTable()
    const write = (document: CanvasDocument) => {
      const author = { member: AMINA, side: 'central', now: NOW } as const
      const { id } = addNote(document, { text: 'On the train', spot: table.spot(), author })
      deleteNotes(document, [id], NOW)
    }
    expect(table.judged(amina, write)).toBeUndefined()
  })

  test('a heading leaves its notes, whoever wrote them', () => {
    const table = new JudgingTable()
    const jons = table.note('Jon’s', JON, 'local')
    const { id } = addCluster(table.document, {
      title: 'Returns',
      kind: 'theme',
      spot: table.spot(),
      notes: [jons],
      now: NOW,
    })
    const remove = (document: CanvasDocument) =>
      deleteCluster(document, { id, notes: [jons], home: table.section, now: NOW })
    expect(table.judged(amina, remove)).toBeUndefined()
  })
})

describe('[A9] working with the notes of others', () => {
  test('moving, sorting, typing and making a barrier of one are what people are here for', () => {
    const table = new JudgingTable()
    const jons = table.note('Four returns ask the same', JON, 'local')
    const edits: ((document: CanvasDocument) => void)[] = [
      (document) => moveNotes(document, [jons], table.spot(table.other)),
      (document) => noteText(document, jons)?.insert(0, 'Yes: '),
      (document) => noteToCluster(document, { id: jons, kind: 'barrier', spot: table.spot(), now: NOW }),
    ]
    for (const edit of edits) expect(table.judged(amina, edit)).toBeUndefined()
  })
})

describe('[A10] writing', () => {
  const write = (table: JudgingTable, member: MemberId | null, side: Side | null) =>
    table.judged(amina, (document) => {
      addNote(document, { text: 'Annual bids', spot: table.spot(), author: { member, side, now: NOW } })
    })

  test('as oneself, for one’s own side', () => {
    expect(write(new JudgingTable(), AMINA, 'central')).toBeUndefined()
  })

  test('in the name of somebody else is refused', () => {
    expect(write(new JudgingTable(), JON, 'central')).toBe('not-as-joined')
  })

  test('for another side, or none, is refused', () => {
    expect(write(new JudgingTable(), AMINA, 'local')).toBe('not-as-joined')
    expect(write(new JudgingTable(), AMINA, null)).toBe('not-as-joined')
  })

  test('for the side one was on a moment ago is not', () => {
    const moved = judgeOfCanvas({ id: AMINA, sides: new Set(['central', 'local']) })
    const table = new JudgingTable()
    const author = { member: AMINA, side: 'local', now: NOW } as const
    expect(
      table.judged(moved, (document) => addNote(document, { text: 'Late', spot: table.spot(), author })),
    ).toBeUndefined()
  })

  test('a note over again, or taking one over, is refused', () => {
    const table = new JudgingTable()
    const jons = table.note('Jon’s', JON, 'local')
    const notes = (document: CanvasDocument) => itemsOf(document, 'notes')
    expect(table.judged(amina, (document) => notes(document).get(jons)?.set('author', AMINA))).toBe('not-as-joined')
    expect(table.judged(amina, (document) => notes(document).get(jons)?.delete('author'))).toBe('not-as-joined')
    expect(table.judged(amina, (document) => notes(document).get(jons)?.set('side', 'central'))).toBe('not-as-joined')
    expect(table.judged(amina, (document) => notes(document).set(jons, newItem()))).toBe('not-your-note')
  })
})

test.each(['notes', 'clusters', 'sections', 'drawings'])('[A11] nobody takes an item out of %s', (root) => {
  const table = new JudgingTable()
  const items = (document: CanvasDocument) => itemsOf(document, root)
  items(table.document).set('item01', newItem())
  expect(table.judged(amina, (document) => items(document).delete('item01'))).toBe('role-may-not-edit')
})

describe('[A12] wording that was put to agreement', () => {
  const given = { title: 'One outcomes report', residentChange: '', from: null }

  test('is changed by nobody, while other actions are worded on', () => {
    const table = new JudgingTable()
    const put = addAction(table.document, given)
    const open = addAction(table.document, given)
    const locked = new Set<ActionId>()
    const judge = judgeOfAgreement(locked)
    const type = (id: ActionId) => (document: CanvasDocument) => actionText(document, id, 'title')?.insert(0, 'Now: ')
    expect(table.judged(judge, type(put))).toBeUndefined()
    locked.add(put)
    expect(table.judged(judge, type(put))).toBe('wording-locked')
    expect(table.judged(judge, (document) => setActionBinned(document, put, NOW))).toBe('wording-locked')
    expect(table.judged(judge, (document) => addCommitment(document, put, { side: 'local' }))).toBe('wording-locked')
    expect(table.judged(judge, type(open))).toBeUndefined()
    locked.delete(put)
    expect(table.judged(judge, type(put)), 'withdrawn, it is open again').toBeUndefined()
  })
})
