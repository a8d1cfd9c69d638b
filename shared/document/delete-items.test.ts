import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import type { ClusterId, MemberId, NoteId, SectionId } from '../domain/ids'
import { barriersAndProposals } from '../templates/barriers-and-proposals'
import { openCopies } from '../testing/copies'
import { revert } from './change'
import { deleteItems, type ItemDeletion } from './delete-items'
import { addDrawing } from './drawings'
import { addCluster, addNote, addNotes, mergeClusters, moveNotes } from './edits'
import { fillCanvas } from './new-canvas'
import { readCanvas } from './projection'

const amina = { member: 'amina000' as MemberId, side: 'central', now: 1 } as const
const end = <In extends SectionId | ClusterId>(container: In) => ({ in: container, after: null, before: null })
const LINE = { v: 1, kind: 'pen', points: [0, 0, 20, 10], colour: 'ink', size: 'thin' } as const

/** A note that is not sorted, two barriers of two notes each, a third one of one, and a line. */
function canvas() {
  const { documents, settle } = openCopies(2)
  const [document, jons] = documents as [Y.Doc, Y.Doc]
  const [template] = barriersAndProposals.canvases
  const [barriers, proposals] = (template ? fillCanvas(document, template) : []) as [SectionId, SectionId]
  const notesOf = (...texts: string[]) => addNotes(document, { texts, spot: end(barriers), author: amina }).ids
  let last: ClusterId | null = null
  const cluster = (title: string, notes: NoteId[]): ClusterId => {
    const spot = { in: barriers, after: last, before: null }
    last = addCluster(document, { title, kind: 'barrier', spot, notes, now: 1 }).id
    return last
  }
  const [alone] = notesOf('alone') as [NoteId]
  const [a, b, c, d, e] = notesOf('a', 'b', 'c', 'd', 'e') as [NoteId, NoteId, NoteId, NoteId, NoteId]
  const [forms, money, silence] = [cluster('Forms', [a, b]), cluster('Money', [c, d]), cluster('Silence', [e])]
  const line = addDrawing(document, { record: LINE, place: { in: barriers, x: 1, y: 1 }, author: amina }).id
  settle()
  const gone = (more: Partial<ItemDeletion> = {}) =>
    deleteItems(
      document,
      {
        notes: [],
        headings: [{ ids: [forms, money], notes: [a, b, c, d], to: { in: barriers, after: alone, before: null } }],
        drawings: [],
        ...more,
      },
      2,
    )
  const shown = (of = document) => {
    const { sections, drawings, bin } = readCanvas(of)
    return {
      notes: sections[0]?.notes.map(({ text }) => text),
      clusters: sections[0]?.clusters.map(({ title, notes }) => `${title}: ${notes.map(({ text }) => text).join()}`),
      drawings: drawings.length,
      bin: bin.map(({ is }) => is).sort(),
    }
  }
  return { document, jons, settle, barriers, proposals, alone, a, c, forms, money, silence, line, gone, shown }
}

describe('[B28] several items deleted together', () => {
  test('of headings the notes stay, in their order, after what was not sorted before', () => {
    const { gone, shown } = canvas()
    gone()
    expect(shown()).toMatchObject({
      notes: ['alone', 'a', 'b', 'c', 'd'],
      clusters: ['Silence: e'],
      bin: ['cluster', 'cluster'],
    })
  })

  test('are one update, and one undo puts everything back where it was', () => {
    const { document, gone, shown, alone, a, line } = canvas()
    const before = shown()
    let updates = 0
    document.on('update', () => updates++)
    const edit = gone({ notes: [alone, a], drawings: [line] })
    expect(updates).toBe(1)
    expect(shown()).toMatchObject({ notes: ['b', 'c', 'd'], drawings: 0 })
    expect(revert(document, edit).ok).toBe(true)
    expect(shown()).toEqual(before)
    expect(updates).toBe(2)
  })

  test('a note that is chosen, and in a heading that is, is deleted and not moved as well', () => {
    const { gone, a, shown } = canvas()
    const edit = gone({ notes: [a] })
    expect(edit.changes.filter(({ id }) => id === a)).toHaveLength(1)
    expect(shown()).toMatchObject({ notes: ['alone', 'b', 'c', 'd'], bin: ['cluster', 'cluster', 'note'] })
  })

  test('a note that Jon moves into one of them at that moment is not lost', () => {
    const { jons, settle, gone, shown, alone, money } = canvas()
    gone()
    moveNotes(jons, [alone], end(money))
    settle()
    expect(shown().notes?.toSorted()).toEqual(['a', 'alone', 'b', 'c', 'd'])
    expect(shown(jons)).toEqual(shown())
  })

  test('one of which Jon has moved since stays deleted as a whole: half an undo helps nobody', () => {
    const { document, jons, settle, gone, shown, c, proposals } = canvas()
    const edit = gone()
    settle()
    moveNotes(jons, [c], end(proposals))
    settle()
    const now = shown()
    expect(revert(document, edit)).toMatchObject({ ok: false, overtaken: { id: c } })
    expect(shown()).toEqual(now)
  })
})

describe('[B28] several clusters merged into one', () => {
  test('their notes come at its end in the order given, and one undo makes them several again', () => {
    const { document, shown, forms, money, silence, a, c } = canvas()
    const before = shown()
    const of = (id: ClusterId) => readCanvas(document).sections[0]?.clusters.find((one) => one.id === id)?.notes ?? []
    const notes = [...of(forms), ...of(silence)].map(({ id }) => id)
    const edit = mergeClusters(document, {
      from: [forms, silence],
      into: money,
      notes,
      lastOfInto: of(money).at(-1)?.id ?? null,
    })
    expect([notes.includes(a), notes.includes(c)]).toEqual([true, false])
    expect(shown().clusters).toEqual(['Money: c,d,a,b,e'])
    expect(revert(document, edit).ok).toBe(true)
    expect(shown()).toEqual(before)
  })

  test('and crosswise by Jon at that moment: one lives on, with every note', () => {
    const { document, jons, settle, shown, forms, money, silence } = canvas()
    mergeClusters(document, { from: [forms, money], into: silence, notes: [], lastOfInto: null })
    mergeClusters(jons, { from: [money, silence], into: forms, notes: [], lastOfInto: null })
    addNote(jons, { text: 'late', spot: end(money), author: amina })
    settle()
    const [only, ...others] = shown().clusters ?? []
    expect(others).toEqual([])
    expect(only?.split(': ')[1]?.split(',').toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'late'])
    expect(shown(jons)).toEqual(shown())
  })
})
