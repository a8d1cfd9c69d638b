import { describe, expect, test } from 'vitest'
import type { CanvasDocument } from '../../shared/document/authorship'
import { addDrawing, deleteDrawings, describeDrawings, drawingText, moveDrawings } from '../../shared/document/drawings'
import { putBack } from '../../shared/document/edits'
import { STEP_RIGHTS, type StepRight } from '../../shared/domain/agenda'
import { type Deed, mayDo } from '../../shared/domain/deeds'
import { DRAWING_LIMITS, type DrawingRecord } from '../../shared/domain/drawing'
import type { MemberId } from '../../shared/domain/ids'
import { itemsOf, JudgingTable, newItem } from '../testing/judging-table'
import { judgeOfCanvas } from './judging'

const AMINA = 'amina1' as MemberId
const JON = 'jon001' as MemberId
const LINE: DrawingRecord = { v: 1, kind: 'pen', points: [0, 0, 40, 10], colour: 'ink', size: 'medium' }

function aminaIn(rights: readonly StepRight[] = STEP_RIGHTS) {
  const deny = (deed: Deed) =>
    mayDo('participant', deed, { now: rights, finishing: [] }) ? undefined : ('step-does-not-allow' as const)
  return judgeOfCanvas({ id: AMINA, sides: new Set(['central']), deny })
}
const amina = aminaIn()

function openTable() {
  const table = new JudgingTable()
  const place = { in: table.section, x: 10, y: 10 }
  const draw = (document: CanvasDocument, member: MemberId | null, record = LINE) =>
    addDrawing(document, { record, place, author: { member, side: null, now: 1 } }).id
  const fields = (edit: (document: CanvasDocument) => void) => table.judged(amina, edit)
  const set = (id: string, key: string, value: unknown) =>
    fields((document) => itemsOf(document, 'drawings').get(id)?.set(key, value))
  return { table, place, draw, judged: fields, set }
}

describe('[A26] drawings', () => {
  test('are made in one’s own name, moved, described, deleted and put back', () => {
    const { table, place, draw, judged } = openTable()
    expect(judged((document) => draw(document, AMINA))).toBeUndefined()
    const mine = draw(table.document, AMINA)
    expect(judged((document) => moveDrawings(document, [{ id: mine, place: { ...place, x: 90 } }]))).toBeUndefined()
    expect(judged((document) => describeDrawings(document, [mine], 'A map'))).toBeUndefined()
    expect(judged((document) => deleteDrawings(document, [mine], 5))).toBeUndefined()
    deleteDrawings(table.document, [mine], 5)
    expect(judged((document) => putBack(document, { is: 'drawing', id: mine }))).toBeUndefined()
  })

  test('in another’s name or in none they are refused', () => {
    const { draw, judged } = openTable()
    expect(judged((document) => draw(document, JON))).toBe('not-as-joined')
    expect(judged((document) => draw(document, null))).toBe('not-as-joined')
    expect(judged((document) => itemsOf(document, 'drawings').set('empty1', newItem()))).toBeDefined()
  })

  test('of somebody else are moved and described, and not deleted or drawn anew', () => {
    const { table, place, draw, judged, set } = openTable()
    const theirs = draw(table.document, JON)
    expect(judged((document) => moveDrawings(document, [{ id: theirs, place: { ...place, x: 90 } }]))).toBeUndefined()
    expect(judged((document) => describeDrawings(document, [theirs], 'A map'))).toBeUndefined()
    expect(judged((document) => deleteDrawings(document, [theirs], 5))).toBe('step-does-not-allow')
    expect(set(theirs, 'record', { ...LINE, points: [0, 0, 1, 1] })).toBe('update-not-valid')
    expect(set(theirs, 'author', AMINA)).toBe('not-as-joined')
    expect(set(theirs, 'sketch', 'mine01')).toBe('update-not-valid')
  })

  test.each<[string, unknown]>([
    ['of an unknown kind', { ...LINE, kind: 'embed' }],
    ['with a NaN', { ...LINE, points: [0, Number.NaN] }],
    ['far away', { ...LINE, points: [1e9, 1e9] }],
    ['of 100,000 points', { ...LINE, points: Array.from({ length: 200_000 }, () => 1) }],
    ['with something more in it', { ...LINE, more: 'x'.repeat(100_000) }],
  ])('a record %s is refused', (_name, record) => {
    const { draw, judged } = openTable()
    expect(judged((document) => draw(document, AMINA, record as DrawingRecord))).toBe('update-not-valid')
  })

  test.each<[string, unknown]>([
    ['place', { in: 'x', order: 'a0' }],
    ['place', undefined],
    ['description', 'x'.repeat(DRAWING_LIMITS.description + 1)],
    ['description', { big: 1 }],
    ['createdAt', 'long ago'],
    ['text', 'mine'],
    ['src', 'https://example.org'],
  ])('a %s that no view writes is refused', (key, value) => {
    const { table, draw, set } = openTable()
    expect(set(draw(table.document, AMINA), key, value)).toBe('update-not-valid')
  })

  test('[A18] in a locked section, or locked themselves, they stay as they are', () => {
    const { table, draw, judged } = openTable()
    const mine = draw(table.document, AMINA)
    const other = draw(table.document, AMINA)
    itemsOf(table.document, 'drawings').get(other)?.set('locked', true)
    expect(judged((document) => describeDrawings(document, [other], 'A map'))).toBe('item-locked')
    itemsOf(table.document, 'sections').get(table.section)?.set('locked', true)
    expect(judged((document) => draw(document, AMINA))).toBe('item-locked')
    expect(judged((document) => deleteDrawings(document, [mine], 5))).toBe('item-locked')
    const away = [{ id: mine, place: { in: table.other, x: 0, y: 0 } }]
    expect(judged((document) => moveDrawings(document, away))).toBe('item-locked')
  })

  test('[A17] a step that lets people only add notes lets nobody draw or write on the canvas', () => {
    const { table, draw } = openTable()
    const theirs = draw(table.document, JON, { ...LINE, kind: 'text', points: [] })
    const judge = aminaIn(['add-notes'])
    expect(table.judged(judge, (document) => draw(document, AMINA))).toBe('step-does-not-allow')
    const type = (document: CanvasDocument) => drawingText(document, theirs)?.insert(0, 'x')
    expect([table.judged(judge, type), table.judged(amina, type)]).toEqual(['step-does-not-allow', undefined])
  })
})
