import { describe, expect, test } from 'vitest'
import {
  actionText,
  addAction,
  addCommitment,
  setActionBinned,
  setCommitment,
  setCommitmentRemoved,
} from '../../shared/document/agreement'
import type { CanvasDocument } from '../../shared/document/authorship'
import {
  addCluster,
  addNote,
  changeKind,
  deleteCluster,
  deleteNotes,
  moveNotes,
  noteText,
  noteToCluster,
  putBack,
  sectionTitle,
} from '../../shared/document/edits'
import { STEP_RIGHTS } from '../../shared/domain/agenda'
import { type Deed, mayDo } from '../../shared/domain/deeds'
import type { ActionId, MemberId } from '../../shared/domain/ids'
import type { Allowed } from '../../shared/domain/rights'
import type { Side } from '../../shared/domain/side'
import { itemsOf, JudgingTable, newItem, noMaps } from '../testing/judging-table'
import { judgeOfAgreement, judgeOfCanvas } from './judging'

const AMINA = 'amina1' as MemberId
const JON = 'jon001' as MemberId
const NOW = 1_772_600_000_000

const ALL = { now: STEP_RIGHTS, finishing: [] }
/** What a participant is denied where a step allows so much. */
const within = (allowed: Pick<Allowed, 'now' | 'finishing'>) => (deed: Deed) =>
  mayDo('participant', deed, allowed) ? undefined : 'step-does-not-allow'

const amina = judgeOfCanvas({ id: AMINA, sides: new Set(['central']), deny: within(ALL) })

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
      deleteCluster(document, { id, notes: [jons], to: { in: table.section, after: null, before: null }, now: NOW })
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
    const moved = judgeOfCanvas({ id: AMINA, sides: new Set(['central', 'local']), deny: within(ALL) })
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
    expect(table.judged(amina, (document) => notes(document).set(jons, newItem()))).toBe('role-may-not-edit')
  })
})

describe('[A11] what no view does', () => {
  const note = (document: CanvasDocument, id: string) => itemsOf(document, 'notes').get(id)

  test('a note of Jon’s does not vanish by a place that nobody can read, nor by none', () => {
    const table = new JudgingTable()
    const jons = table.note('Jon’s', JON, 'local')
    const places = [undefined, null, 'bin', {}, { in: 'bin' }, { in: table.section }, { in: null, x: Number.NaN, y: 0 }]
    for (const place of places) {
      const judged = table.judged(amina, (document) => note(document, jons)?.set('place', place))
      expect(judged, JSON.stringify(place)).toBe('update-not-valid')
    }
    expect(table.judged(amina, (document) => note(document, jons)?.set('place', newItem()))).toBe('update-not-valid')
    expect(table.judged(amina, (document) => note(document, jons)?.delete('place'))).toBe('update-not-valid')
  })

  test('his words are typed in, but not replaced, taken away or dated back', () => {
    const table = new JudgingTable()
    const jons = table.note('Jon’s', JON, 'local')
    const no = 'role-may-not-edit'
    expect(table.judged(amina, (document) => note(document, jons)?.set('text', 'plain'))).toBe(no)
    expect(table.judged(amina, (document) => note(document, jons)?.set('text', newItem()))).toBe(no)
    expect(table.judged(amina, (document) => note(document, jons)?.delete('text'))).toBe(no)
    expect(table.judged(amina, (document) => note(document, jons)?.set('createdAt', 1))).toBe('not-as-joined')
  })

  test('a note that says nobody wrote it, at once or later, is not taken', () => {
    const table = new JudgingTable()
    const author = { member: null, side: 'central', now: NOW } as const
    const unsigned = (document: CanvasDocument) => addNote(document, { text: 'Who?', spot: table.spot(), author })
    expect(table.judged(amina, unsigned)).toBe('not-as-joined')
    expect(table.judged(amina, (document) => itemsOf(document, 'notes').set('n1', newItem()))).toBe('not-as-joined')
  })

  test.each(['notes', 'clusters', 'drawings', 'actions'])('what is no map is no item of %s', (root) => {
    const table = new JudgingTable()
    const judge = root === 'actions' ? judgeOfAgreement(new Set()) : amina
    for (const thing of noMaps()) {
      const judged = table.judged(judge, (document) => document.getMap(root).set('item01', thing))
      expect(judged, String(thing)).toBe('update-not-valid')
    }
    const item = table.judged(judge, (document) => itemsOf(document, root).set('item01', newItem()))
    expect(item).toBe(['notes', 'drawings'].includes(root) ? 'not-as-joined' : undefined)
  })

  test('a cluster keeps its title, its place and a kind', () => {
    const table = new JudgingTable()
    const spot = table.spot()
    const { id } = addCluster(table.document, { title: 'Returns', kind: 'barrier', spot, now: NOW })
    const cluster = (document: CanvasDocument) => itemsOf(document, 'clusters').get(id)
    expect(table.judged(amina, (document) => cluster(document)?.set('title', 5))).toBe('role-may-not-edit')
    expect(table.judged(amina, (document) => cluster(document)?.set('place', 5))).toBe('update-not-valid')
    expect(table.judged(amina, (document) => cluster(document)?.delete('kind'))).toBe('update-not-valid')
    expect(table.judged(amina, (document) => cluster(document)?.set('kind', 'folder'))).toBe('update-not-valid')
    expect(table.judged(amina, (document) => itemsOf(document, 'clusters').set(id, newItem()))).toBe(
      'role-may-not-edit',
    )
    expect(table.judged(amina, (document) => changeKind(document, id, 'theme'))).toBeUndefined()
  })

  test('sections are the template’s and the facilitators’; other roots are nobody’s', () => {
    const table = new JudgingTable()
    const section = (document: CanvasDocument) => itemsOf(document, 'sections').get(table.section)
    const rename = (document: CanvasDocument) => sectionTitle(document, table.section)?.insert(0, 'Our ')
    expect(table.judged(amina, rename)).toBe('role-may-not-edit')
    expect(table.judged(amina, (document) => section(document)?.set('frame', 'gone'))).toBe('role-may-not-edit')
    expect(table.judged(amina, (document) => itemsOf(document, 'sections').set('s9', newItem()))).toBe(
      'role-may-not-edit',
    )
    expect(table.judged(amina, (document) => document.getMap('cupboard').set('a', 'b'))).toBe('update-not-valid')
    expect(table.judged(amina, (document) => document.getText('notes').insert(0, 'loose words'))).toBe(
      'update-not-valid',
    )
  })

  test.each(['__proto__', '', 'a b', '"><img src=x>', 'x'.repeat(65)])('an item does not go by the name %s', (id) => {
    const table = new JudgingTable()
    expect(table.judged(amina, (document) => itemsOf(document, 'clusters').set(id, newItem()))).toBe('update-not-valid')
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

  test('nobody tears a draft apart: not the action, its words, its commitments or theirs', () => {
    const table = new JudgingTable()
    const id = addAction(table.document, given)
    const promise = addCommitment(table.document, id, { side: 'local', what: 'report monthly' }) ?? ''
    const judge = judgeOfAgreement(new Set())
    const actions = (document: CanvasDocument) => itemsOf(document, 'actions')
    const commitments = (document: CanvasDocument) => actions(document).get(id)?.get('commitments') as typeof all
    const all = itemsOf(table.document, 'actions')
    const harm: ((document: CanvasDocument) => void)[] = [
      (document) => actions(document).delete(id),
      (document) => actions(document).set(id, newItem()),
      (document) => actions(document).get(id)?.set('title', 'plain'),
      (document) => actions(document).get(id)?.delete('commitments'),
      (document) => commitments(document).delete(promise),
      (document) => commitments(document).set(promise, newItem()),
      (document) => commitments(document).get(promise)?.delete('what'),
    ]
    for (const edit of harm) expect(table.judged(judge, edit), String(edit)).toBe('role-may-not-edit')
    expect(table.judged(judge, (document) => document.getMap('notes').set('a', 'b'))).toBe('update-not-valid')
    const noDays: ((document: CanvasDocument) => void)[] = ['2026-13-45', 'soon', 5 as never].flatMap((by) => [
      (document) => setCommitment(document, id, promise as never, { by }),
      (document) => addCommitment(document, id, { side: 'local', by }),
    ])
    for (const edit of noDays) expect(table.judged(judge, edit), String(edit)).toBe('update-not-valid')
    const honest: ((document: CanvasDocument) => void)[] = [
      (document) => setActionBinned(document, id, NOW),
      (document) => setCommitment(document, id, promise as never, { by: '2026-06-30', waitsOn: [promise as never] }),
      (document) => setCommitmentRemoved(document, id, promise as never, true),
      (document) => addCommitment(document, id, { side: 'central' }),
      (document) => setCommitment(document, id, promise as never, { by: '' }),
    ]
    for (const edit of honest) expect(table.judged(judge, edit), String(edit)).toBeUndefined()
  })
})
