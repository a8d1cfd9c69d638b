import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addDrawing } from '../../shared/document/drawings'
import { deleteNotes } from '../../shared/document/edits'
import { itemOf } from '../../shared/document/roots'
import { allClusters, allNotes } from '../../shared/domain/canvas-view'
import type { DrawingRecord } from '../../shared/domain/drawing'
import type { SectionId } from '../../shared/domain/ids'
import * as live from '../ui/live-region'
import * as toasts from '../ui/toast'
import { amina } from '../workshop/testing/workshop-of'
import { boxOf } from './items-at'
import { createMixedActs } from './mixed-acts'
import { draggedWith } from './moved-together'
import { openBoard } from './testing/open-board'

const opened: ReturnType<typeof openBoard>[] = []
const announce = vi.spyOn(live, 'announce')
const toast = vi.spyOn(toasts, 'showToast')
const heard = () => announce.mock.calls.map(([words]) => words)
const said = () => toast.mock.calls.map(([message]) => message.text)

beforeEach(() => {
  announce.mockClear()
  toast.mockClear()
})
afterEach(() => {
  for (const board of opened.splice(0)) board.close()
})

/** Beside the first loose note. */
const RECTANGLE: DrawingRecord = { v: 1, kind: 'rectangle', points: [120, 60], colour: 'ink', size: 'medium' }

/** The sample board with a rectangle beside the notes of its first section, and hands that drag. */
function open(options: Parameters<typeof openBoard>[0] = {}) {
  const board = openBoard(options)
  opened.push(board)
  const rectangle = addDrawing(board.document, {
    record: RECTANGLE,
    place: { in: board.barriers, x: 100, y: 200 },
    author: { member: amina.id, side: amina.side, now: 1 },
  }).id
  const layout = () => board.board.drawing().layout
  const box = (id: string) => {
    const found = boxOf(layout(), id)
    if (!found) throw new Error(`${id} is not drawn`)
    return found
  }
  /** As the gesture does: by an item that is selected with others, let go `by` further on. */
  const drag = (pressed: string, by: { x: number; y: number }) => {
    const all = draggedWith(layout(), pressed, board.board.selected())
    const ids = board.board.movable(all)
    const start = box(ids[0] ?? '')
    const corner = { x: start.x + by.x, y: start.y + by.y }
    const drop = { point: { x: corner.x + 8, y: corner.y + 8 }, corner, moving: new Set(ids), by }
    board.events.dropped(
      ids,
      drop,
      all.filter((id) => !ids.includes(id)),
    )
  }
  const dragInto = (pressed: string, section: SectionId) => {
    const [from, to] = [box(pressed), box(section)]
    drag(pressed, { x: to.x + 30 - from.x, y: to.y + 60 - from.y })
  }
  const before = board.updates()
  return { ...board, rectangle, box, drag, dragInto, updates: () => board.updates() - before }
}

describe('[B29] what is selected moves together, whatever it is', () => {
  test('Amina drags a note, a barrier and a drawing into Parked: one update, and one step back', () => {
    const { board, canvas, dragInto, updates, alone, cluster, rectangle, parked, outline } = open()
    const before = outline()
    board.setSelected([alone[0], cluster, rectangle])
    dragInto(alone[0], parked)
    expect(updates()).toBe(1)
    const section = canvas.view.sections.find(({ id }) => id === parked)
    expect(section?.notes.map(({ id }) => id)).toEqual([alone[0]])
    expect(section?.clusters.map(({ id, notes }) => [id, notes.length])).toEqual([[cluster, 3]])
    expect(canvas.view.drawings).toMatchObject([{ id: rectangle, section: parked }])
    expect(canvas.edits.undo.undoLabel()).toBe('Undo move of 1 note, 1 cluster and 1 drawing')
    canvas.edits.undo.undo()
    expect(outline()).toEqual(before)
    expect(canvas.view.drawings).toMatchObject([{ at: { x: 100, y: 200 } }])
    expect(said()).toEqual([])
  })

  test('two clusters go side by side into another section, in their order', () => {
    const { board, canvas, dragInto, updates, proposals, cluster, barriers } = open()
    const second = canvas.edits.addCluster({ kind: 'barrier', spot: canvas.edits.endOfSection(barriers) })
    const count = updates()
    board.setSelected([second ?? '', cluster])
    dragInto(second ?? '', proposals)
    expect(updates() - count).toBe(1)
    const section = canvas.view.sections.find(({ id }) => id === proposals)
    expect(section?.clusters.map(({ id }) => id)).toEqual([cluster, second])
    expect(canvas.edits.undo.undoLabel()).toBe('Undo move of 2 clusters')
  })

  test('on free ground everything keeps its distances', () => {
    const { board, box, drag, alone, cluster, rectangle } = open()
    board.setSelected([alone[0], cluster, rectangle])
    const distance = (id: string) => ({ x: box(id).x - box(alone[0]).x, y: box(id).y - box(alone[0]).y })
    const before = [distance(cluster), distance(rectangle)]
    drag(alone[0], { x: 4_000, y: 3_000 })
    for (const [index, id] of [cluster, rectangle].entries()) {
      expect(distance(id).x).toBeCloseTo(before[index]?.x ?? 0, -1)
      expect(distance(id).y).toBeCloseTo(before[index]?.y ?? 0, -1)
    }
  })

  test('taken by the drawing and moved a little, notes stay in their order: nothing falls into what lies beneath', () => {
    const { board, canvas, drag, alone, rectangle, outline } = open()
    const before = outline()
    board.setSelected([alone[0], rectangle])
    drag(rectangle, { x: 12, y: 4 })
    expect(outline()).toEqual(before)
    expect(canvas.view.drawings).toMatchObject([{ at: { x: 112, y: 204 } }])
    expect(canvas.edits.undo.undoLabel()).toBe('Undo move of a drawing')
  })

  test('a note of a cluster that goes too stays in it', () => {
    const { board, canvas, dragInto, parked, cluster, inCluster, rectangle } = open()
    board.setSelected([inCluster[0] ?? '', cluster, rectangle])
    dragInto(cluster, parked)
    expect(allClusters(canvas.view).find(({ id }) => id === cluster)?.notes).toHaveLength(3)
    expect(canvas.edits.undo.undoLabel()).toBe('Undo move of 1 cluster and 1 drawing')
  })

  test('a facilitator drags a section with a note of another: the section keeps what lies in it', () => {
    const { board, canvas, drag, updates, parked, alone, outline } = open({
      me: { ...amina, role: 'facilitator' },
    })
    const parkedAt = canvas.view.sections.find(({ id }) => id === parked)?.frame.y ?? 0
    canvas.edits.moveNotes([alone[1]], canvas.edits.endOf(parked))
    const [count, before] = [updates(), outline()]
    board.setSelected([parked, alone[0], alone[1]])
    drag(parked, { x: 0, y: 3_000 })
    expect(updates() - count).toBe(1)
    expect(canvas.view.sections.find(({ id }) => id === parked)?.frame.y).toBeGreaterThan(parkedAt)
    expect(canvas.view.sections.find(({ id }) => id === parked)?.notes.map(({ id }) => id)).toEqual([alone[1]])
    expect(canvas.edits.undo.undoLabel()).toBe('Undo move of 1 note and 1 section')
    canvas.edits.undo.undo()
    expect(outline()).toEqual(before)
  })
})

describe('[B29] what may not move stays, and it is said why', () => {
  test('a locked note among several: the others go', () => {
    const { board, canvas, document, dragInto, alone, cluster, parked, updates } = open()
    itemOf(document, 'notes', alone[1])?.set('locked', true)
    const count = updates()
    board.setSelected([alone[0], alone[1], cluster])
    dragInto(alone[0], parked)
    expect(updates() - count).toBe(1)
    const section = canvas.view.sections.find(({ id }) => id === parked)
    expect([section?.notes.map(({ id }) => id), section?.clusters.length]).toEqual([[alone[0]], 1])
    expect(said()).toEqual(['1 note stays where it is. A facilitator has locked this. Ask them to unlock it.'])
  })

  test('a section that a participant has selected too', () => {
    const { board, canvas, dragInto, alone, cluster, parked, proposals } = open()
    const frames = () => canvas.view.sections.map(({ frame }) => frame)
    const before = frames()
    board.setSelected([proposals, alone[0], cluster])
    dragInto(alone[0], parked)
    expect(frames()).toEqual(before)
    expect(said()).toEqual(['1 section stays where it is. Only facilitators can move sections.'])
    expect(canvas.edits.undo.undoLabel()).toBe('Undo move of 1 note and 1 cluster')
  })

  test('let go in a locked section, all of it stays and nothing is written', () => {
    const { board, document, dragInto, alone, cluster, parked, updates } = open()
    itemOf(document, 'sections', parked)?.set('locked', true)
    const count = updates()
    board.setSelected([alone[0], cluster])
    dragInto(alone[0], parked)
    expect(updates() - count).toBe(0)
    expect(said()).toEqual([
      '1 note and 1 cluster stay where they are. “Parked” is locked. Ask a facilitator to unlock it.',
    ])
  })
})

describe('[B30] drawings, and several kinds together, are carried by keys', () => {
  test('a drawing is picked up, moved by steps, each place said, and dropped as one update', () => {
    const { board, canvas, press, updates, rectangle, asked } = open()
    board.setSelected([rectangle])
    press({ do: 'pick-up' })
    expect(heard()).toEqual([
      'Picked up: Rectangle, not described yet. In What gets in the way?, 100 across, 200 down. Arrow keys move it, Page Up and Page Down bring it to another section. Space drops it, Escape puts it back.',
    ])
    press({ do: 'carry', way: 'right' })
    press({ do: 'carry', way: 'down' })
    expect(heard().slice(1)).toEqual([
      'In What gets in the way?, 140 across, 200 down',
      'In What gets in the way?, 140 across, 240 down',
    ])
    expect(updates()).toBe(0)
    press({ do: 'drop' })
    expect(updates()).toBe(1)
    expect(canvas.view.drawings).toMatchObject([{ at: { x: 140, y: 240 } }])
    expect(heard().at(-1)).toBe('Dropped. In What gets in the way?, 140 across, 240 down.')
    expect(asked.slice(-2)).toEqual(['carry 1 to null', 'put down'])
    expect(canvas.edits.undo.undoLabel()).toBe('Undo move of a drawing')
  })

  test('Page Down brings it to the next section, past the last one onto the bare canvas; Escape puts it back', () => {
    const { board, canvas, press, updates, rectangle } = open()
    board.setSelected([rectangle])
    press({ do: 'pick-up' })
    for (let times = 0; times < 3; times++) press({ do: 'carry', way: 'next-holder' })
    expect(
      heard()
        .slice(1)
        .map((words) => words.replace(/, .*/, '')),
    ).toEqual(['In What could we do?', 'In Parked', 'On the canvas'])
    press({ do: 'put-back' })
    expect(heard().at(-1)).toBe('Put back where it was.')
    expect([updates(), canvas.view.drawings[0]?.at]).toEqual([0, { x: 100, y: 200 }])
  })

  test('a note, a barrier and a drawing: to Parked by Page Down, in one update', () => {
    const { board, canvas, press, updates, alone, cluster, rectangle, parked } = open()
    board.setSelected([cluster, rectangle, alone[0]])
    press({ do: 'pick-up' })
    expect(heard()[0]).toMatch(/^Picked up: 1 note, 1 cluster and 1 drawing\. In What gets in the way\?/)
    press({ do: 'carry', way: 'next-holder' })
    press({ do: 'carry', way: 'next-holder' })
    press({ do: 'drop' })
    expect(updates()).toBe(1)
    const section = canvas.view.sections.find(({ id }) => id === parked)
    expect([section?.notes.length, section?.clusters.length, canvas.view.drawings[0]?.section]).toEqual([1, 1, parked])
    expect(heard().at(-1)).toMatch(/^Dropped\. In Parked/)
  })

  test('a participant cannot pick up a section and hears why; a facilitator can', () => {
    const participant = open()
    participant.board.setSelected([participant.parked])
    participant.press({ do: 'pick-up' })
    expect(participant.carry.carrying()).toBe(false)
    expect(said()).toEqual(['Only facilitators can move sections.'])
    const { board, canvas, press, parked } = open({ me: { ...amina, role: 'facilitator' } })
    board.setSelected([parked])
    press({ do: 'pick-up' })
    press({ do: 'carry', way: 'down' })
    press({ do: 'drop' })
    expect(canvas.edits.undo.undoLabel()).toBe('Undo move of a section')
  })

  test('of notes, the locked one stays, and it is said at the drop', () => {
    const { board, canvas, press, document, alone, cluster } = open()
    itemOf(document, 'notes', alone[1])?.set('locked', true)
    board.setSelected([alone[1], alone[0]])
    press({ do: 'pick-up' })
    press({ do: 'carry', way: 'right' })
    press({ do: 'drop' })
    expect(allClusters(canvas.view).find(({ id }) => id === cluster)?.notes[0]?.id).toBe(alone[0])
    expect(said()).toEqual(['1 note stays where it is. A facilitator has locked this. Ask them to unlock it.'])
  })

  test('what Jon deletes of it meanwhile is not brought back, and Amina is told', () => {
    const { board, canvas, press, room, alone, rectangle, updates } = open()
    board.setSelected([alone[0], rectangle])
    press({ do: 'pick-up' })
    press({ do: 'carry', way: 'right' })
    room.fromSomebodyElse((document) => deleteNotes(document, [alone[0]], 2))
    const count = updates()
    press({ do: 'drop' })
    expect(heard().at(-1)).toBe('Somebody else deleted it while you were moving it.')
    expect([updates() - count, allNotes(canvas.view).some(({ id }) => id === alone[0])]).toEqual([0, false])
  })
})

test('[B29] without a drag: “Move to…” brings a note, a barrier and a drawing to the end of a section, as one step', () => {
  const { board, acts, dialogs, press, updates, alone, cluster, rectangle, parked, canvas } = open()
  board.setSelected([rectangle, cluster, alone[0]])
  press({ do: 'move' })
  expect(dialogs.opened()).toMatchObject({ is: 'move', moving: { is: 'items' } })
  createMixedActs(board, acts).moveTo(parked, board.selected())
  const section = canvas.view.sections.find(({ id }) => id === parked)
  expect([section?.notes.length, section?.clusters.length, canvas.view.drawings[0]?.section]).toEqual([1, 1, parked])
  expect(updates()).toBe(1)
})
