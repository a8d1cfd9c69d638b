import { describe, expect, test } from 'vitest'
import type { CanvasDocument } from '../../shared/document/authorship'
import { deleteItems } from '../../shared/document/delete-items'
import { addCluster, mergeClusters } from '../../shared/document/edits'
import { lockItems } from '../../shared/document/lock-edits'
import { moveItems } from '../../shared/document/move-items'
import { STEP_RIGHTS, type StepRight } from '../../shared/domain/agenda'
import { mayDo } from '../../shared/domain/deeds'
import type { ClusterId, MemberId, NoteId } from '../../shared/domain/ids'
import { JudgingTable } from '../testing/judging-table'
import { judgeOfCanvas } from './judging'

const AMINA = 'amina1' as MemberId
const JON = 'jon001' as MemberId

const whoMay = (...now: StepRight[]) =>
  judgeOfCanvas({
    id: AMINA,
    sides: new Set(['central']),
    deny: (deed) => (mayDo('participant', deed, { now, finishing: [] }) ? undefined : 'step-does-not-allow'),
  })

/** Amina's note, Jon's note, and two headings over a note of Jon's each. */
function canvas() {
  const table = new JudgingTable()
  const [own, jons, a, b] = [AMINA, JON, JON, JON].map((who) => table.note('Words', who, 'local')) as [
    NoteId,
    NoteId,
    NoteId,
    NoteId,
  ]
  const cluster = (notes: NoteId[]): ClusterId =>
    addCluster(table.document, { title: 'Title', kind: 'barrier', spot: table.spot(), notes, now: 1 }).id
  const [one, two, three] = [cluster([a]), cluster([b]), cluster([])]
  const to = table.spot(table.other)
  const headings = [{ ids: [one, two], notes: [a, b], to: table.spot() }]
  const deeds: Record<string, (document: CanvasDocument) => void> = {
    move: (document) =>
      moveItems(document, {
        notes: [{ ids: [own, jons], spot: to }],
        clusters: [{ ids: [one, two], spot: to }],
        drawings: [],
        sections: [],
      }),
    delete: (document) => deleteItems(document, { notes: [own], headings, drawings: [] }, 2),
    merge: (document) => mergeClusters(document, { from: [one, two], into: three, notes: [a, b], lastOfInto: null }),
  }
  return { table, deeds, own, jons, a, one, headings }
}

describe.each(['move', 'delete', 'merge'])('[A17] [A18] to %s several at once', (deed) => {
  const judged = (rights: StepRight[], before?: (world: ReturnType<typeof canvas>) => void) => {
    const world = canvas()
    before?.(world)
    const does = world.deeds[deed]
    return does && world.table.judged(whoMay(...rights), does)
  }

  test('is for whoever may move and edit in the step', () => {
    expect(judged(['move-and-edit'])).toBeUndefined()
    expect(judged(STEP_RIGHTS.filter((right) => right !== 'move-and-edit'))).toBe('step-does-not-allow')
  })

  test('is refused as a whole where one of them is locked', () => {
    const lock = ({ table, one }: ReturnType<typeof canvas>) =>
      lockItems(table.document, [{ is: 'cluster', id: one }], true)
    expect(judged(['move-and-edit'], lock)).toBe('item-locked')
  })
})

describe('[A9] deleting several at once', () => {
  test('with a note of somebody else among them is refused', () => {
    const { table, own, jons, headings } = canvas()
    const does = (document: CanvasDocument) => deleteItems(document, { notes: [own, jons], headings, drawings: [] }, 2)
    expect(table.judged(whoMay('move-and-edit'), does)).toBe('not-your-note')
  })

  test('[A18] a heading over a note that is locked by itself could not let it go', () => {
    const { table, deeds, a } = canvas()
    lockItems(table.document, [{ is: 'note', id: a }], true)
    for (const does of [deeds.delete, deeds.merge])
      expect(does && table.judged(whoMay('move-and-edit'), does)).toBe('item-locked')
  })
})
