import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { deleteNotes, moveNotes } from '../../shared/document/edits'
import { allClusters } from '../../shared/domain/canvas-view'
import type { NoteId } from '../../shared/domain/ids'
import * as live from '../ui/live-region'
import * as toasts from '../ui/toast'
import type { PersonHere } from './crossing'
import { openBoard } from './testing/open-board'

const opened: ReturnType<typeof openBoard>[] = []
const announce = vi.spyOn(live, 'announce')
const toast = vi.spyOn(toasts, 'showToast')
const heard = () => announce.mock.calls.map(([words]) => words)
const said = () => toast.mock.calls.map(([message]) => message.text)

function open(options: Parameters<typeof openBoard>[0] = {}) {
  const board = openBoard(options)
  opened.push(board)
  return board
}

beforeEach(() => {
  announce.mockClear()
  toast.mockClear()
})
afterEach(() => {
  for (const board of opened.splice(0)) board.close()
})

const RETURNS = 'Four returns ask the same questions'

describe('[B31] from item to item', () => {
  test('arrows go in reading order and stop at the ends', () => {
    const { press, board, barriers, alone, cluster } = open()
    const go = (to: 'next' | 'previous' | 'last') => {
      press({ do: 'go', to, extend: false })
      return board.selected()[0]
    }
    expect([go('next'), go('next'), go('next'), go('next')]).toEqual([barriers, ...alone, cluster])
    expect(go('previous')).toBe(alone[1])
    expect(go('last')).toBe(go('next'))
  })

  test('after Escape the keys go on where they were; after a note that went away, at the one before it', () => {
    const { press, board, acts, events, alone } = open()
    board.setSelected([alone[1]])
    press({ do: 'escape' })
    press({ do: 'go', to: 'next', extend: false })
    expect(board.selected()).toEqual([alone[1]])
    acts.addNoteAfter(alone[1])
    const [fresh] = board.selected()
    events.editing(fresh ?? '')
    events.editing(null)
    board.setSelected([])
    press({ do: 'go', to: 'next', extend: false })
    expect(board.selected()).toEqual([alone[1]])
  })

  test('the one arrived at has its words, kind, side and place, and its number among all', () => {
    const { board, alone, cluster } = open()
    expect(board.feed.describe(alone[0])).toEqual({
      words: 'Annual bids. Central. Not sorted, in What gets in the way?',
      position: 2,
      of: 9,
    })
    expect(board.feed.describe(cluster).words).toBe(`Barrier: ${RETURNS}. 3 notes. In What gets in the way?`)
  })

  test('Escape selects nothing; while something is dragged it is left to cancel the drag', () => {
    const { press, board, events, alone } = open()
    board.setSelected([alone[0]])
    events.dragging({ ids: [alone[0]], dx: 1, dy: 1 })
    expect(press({ do: 'escape' })).toBe(false)
    events.dragging(null)
    expect(press({ do: 'escape' })).toBe(true)
    expect(board.selected()).toEqual([])
  })
})

describe('[B30] picked up, moved and dropped by keys', () => {
  test('Amina carries a note into a barrier: each place is said, and the document changes once', () => {
    const { press, board, outline, updates, alone, asked, cluster } = open()
    board.setSelected([alone[0]])
    press({ do: 'pick-up' })
    expect(heard()).toEqual([
      'Picked up: Annual bids. Not sorted, in What gets in the way?, 1 of 2. Arrow keys move it. Space drops it, Escape puts it back.',
    ])
    for (const way of ['right', 'down', 'down', 'down', 'up', 'up'] as const) press({ do: 'carry', way })
    expect(heard().slice(1)).toEqual([
      `In barrier ${RETURNS}, 1 of 4`,
      `In barrier ${RETURNS}, 2 of 4`,
      `In barrier ${RETURNS}, 3 of 4`,
      `In barrier ${RETURNS}, 4 of 4`,
      `In barrier ${RETURNS}, 3 of 4`,
      `In barrier ${RETURNS}, 2 of 4`,
    ])
    expect(updates()).toBe(0)
    press({ do: 'drop' })
    expect(updates()).toBe(1)
    expect(asked.slice(-2)).toEqual([`carry 1 to ${cluster}`, 'put down'])
    expect(heard().at(-1)).toBe(`Dropped. In barrier ${RETURNS}, 2 of 4.`)
    expect(outline()[0]).toBe(
      `Nobody reports back | ${RETURNS}: Hours on forms, Annual bids, Four returns, Definitions differ`,
    )
    expect(board.canvas.edits.undo.undoLabel()).toBe('Undo move of a note')
  })

  test('past the last place it goes on into the next holder, and back', () => {
    const { press, board, inCluster, proposals } = open()
    board.setSelected([inCluster[2] ?? ''])
    press({ do: 'pick-up' })
    press({ do: 'carry', way: 'down' })
    press({ do: 'carry', way: 'up' })
    expect(heard().slice(1)).toEqual(['Not sorted, in What could we do?, 1 of 1', `In barrier ${RETURNS}, 3 of 3`])
    press({ do: 'carry', way: 'next-holder' })
    press({ do: 'drop' })
    expect(board.canvas.view.sections.find(({ id }) => id === proposals)?.notes).toHaveLength(1)
  })

  test('Escape puts it back and writes nothing; so does dropping it where it was', () => {
    const { press, board, updates, alone, outline } = open()
    const before = outline()
    board.setSelected([alone[0]])
    for (const end of ['put-back', 'drop'] as const) {
      press({ do: 'pick-up' })
      press({ do: 'carry', way: 'down' })
      press({ do: 'carry', way: 'up' })
      press({ do: end })
      expect(heard().at(-1)).toBe('Put back where it was.')
    }
    expect(updates()).toBe(0)
    expect(outline()).toEqual(before)
  })

  test('several go together and keep their order; a cluster goes from section to section with its notes', () => {
    const { press, board, outline, alone, cluster, parked } = open()
    board.setSelected([alone[1], alone[0]])
    press({ do: 'pick-up' })
    press({ do: 'carry', way: 'right' })
    press({ do: 'drop' })
    expect(outline()[0]).toBe(
      ` | ${RETURNS}: Annual bids, Nobody reports back, Hours on forms, Four returns, Definitions differ`,
    )
    board.setSelected([cluster])
    press({ do: 'pick-up' })
    press({ do: 'carry', way: 'right' })
    press({ do: 'carry', way: 'right' })
    press({ do: 'drop' })
    expect(board.canvas.view.sections.find(({ id }) => id === parked)?.clusters).toHaveLength(1)
    expect(heard().at(-1)).toBe('Dropped. In Parked, 1 of 1.')
  })

  test('outside every section it is moved by steps, and lies where it was left', () => {
    const { press, board, alone } = open()
    board.setSelected([alone[0]])
    press({ do: 'pick-up' })
    for (let times = 0; times < 9; times++) press({ do: 'carry', way: 'next-holder' })
    press({ do: 'carry', way: 'right' })
    press({ do: 'drop' })
    const [note] = board.canvas.view.loose.notes
    expect(note).toMatchObject({ id: alone[0], at: { x: expect.any(Number) } })
  })

  test('a note that Jon deletes meanwhile is not brought back by the drop, and Amina is told', () => {
    const { press, board, canvas, alone } = open()
    board.setSelected([alone[0]])
    press({ do: 'pick-up' })
    press({ do: 'carry', way: 'right' })
    deleteNotes(canvas.document(), [alone[0]], 2)
    press({ do: 'drop' })
    expect(heard().at(-1)).toBe('Somebody else deleted it while you were moving it.')
    expect(canvas.view.bin).toHaveLength(1)
  })

  test('what may not be moved is not picked up, and it is said why; a section neither', () => {
    const { press, board, alone, barriers, carry } = open({ mayEdit: 'locked' })
    board.setSelected([alone[0]])
    press({ do: 'pick-up' })
    expect(said()).toEqual(['This canvas is locked. You can read it; nothing of yours is lost.'])
    board.setSelected([barriers])
    press({ do: 'pick-up' })
    expect(carry.carrying()).toBe(false)
  })

  test('a press on the canvas ends it: the next key does not go on with it', () => {
    const { press, board, carry, alone, updates } = open()
    board.setSelected([alone[0]])
    press({ do: 'pick-up' })
    board.setDragging(false)
    expect(carry.carrying()).toBe(false)
    press({ do: 'drop' })
    expect(updates()).toBe(0)
  })
})

describe('[B32] looking for words', () => {
  test('finds notes and headings whatever their capitals, goes round, and gives the keys back', () => {
    const { search, board, asked, inCluster, cluster } = open()
    search.open()
    search.setWords('FOUR réturns')
    expect(search.matches().map(({ id }) => id)).toEqual([cluster, inCluster[1]])
    expect([search.index(), board.selected()]).toEqual([0, [cluster]])
    search.step(1)
    expect(board.selected()).toEqual([inCluster[1]])
    expect(heard().at(-1)).toBe(`Four returns. Local. In barrier ${RETURNS}. 2 of 2`)
    search.step(1)
    expect(board.selected()).toEqual([cluster])
    search.close()
    expect(asked.at(-1)).toBe('focus')
    expect(board.selected()).toEqual([cluster])
  })

  test('what others write meanwhile is found too, and one stays where one is', () => {
    const { search, canvas, inCluster } = open()
    search.open()
    search.setWords('hours')
    expect(search.index()).toBe(0)
    canvas.edits.addNote({ text: 'Opening hours', spot: canvas.edits.endOf(canvas.view.sections[0]?.id as never) })
    expect(search.matches()).toHaveLength(2)
    expect(search.matches()[search.index()]?.id).toBe(inCluster[0])
  })
})

describe('[B36] pointers', () => {
  const fromJon = { member: 'jon', cursor: { x: 5, y: 6 }, typing: 'note-1' }
  const seen = (opened: ReturnType<typeof openBoard>) => {
    const awareness = opened.room.awareness()
    awareness.states.set(77, fromJon)
    awareness.emit('change', [{ added: [77], updated: [], removed: [] }, 'remote'])
    let people: readonly PersonHere[] = []
    opened.board.feed.people((all) => (people = all))
    return people.map(({ name, sideName, presence }) => ({ name, sideName, ...presence }))
  }

  test('come with name and side, and go out', async () => {
    const opened = open()
    expect(seen(opened)).toEqual([{ name: 'Jon', sideName: 'Local', cursor: { x: 5, y: 6 }, typing: 'note-1' }])
    opened.events.cursor({ x: 1, y: 2 })
    await vi.waitFor(() => expect(opened.room.shown()).toMatchObject({ cursor: { x: 1, y: 2 } }))
  })

  test('hidden by a facilitator, they are neither sent nor shown; the rest of what people do is', async () => {
    const opened = open({ cursors: 'hidden' })
    expect(seen(opened)).toEqual([{ name: 'Jon', sideName: 'Local', typing: 'note-1' }])
    opened.events.cursor({ x: 1, y: 2 })
    opened.events.selected([opened.alone[0]])
    await vi.waitFor(() => expect(opened.room.shown()).toEqual({ selected: [opened.alone[0]] }))
  })
})

describe('what others do to what one has selected', () => {
  test('a note that Jon deletes is told of, one’s own deleting is not', () => {
    const { events, board, canvas, acts, alone, room } = open()
    board.setSelected([...alone])
    acts.deleteNotes([alone[0]])
    events.selected([alone[1]])
    expect(said()).toEqual(['Note deleted.'])
    room.fromSomebodyElse((document) => deleteNotes(document, [alone[1]], 3))
    expect(canvas.view.bin).toHaveLength(2)
    events.selected([])
    expect(said().at(-1)).toMatch(/^Somebody else removed what you had selected/)
  })

  test('[L24] by keys one goes on with the next note, or with the cluster that is folded over it; by pointer nothing is chosen', async () => {
    const { events, canvas, board, inCluster, cluster, room } = open()
    const [first, second] = inCluster as [NoteId, NoteId]
    events.selected([first])
    room.fromSomebodyElse((document) => deleteNotes(document, [first], 3))
    events.selected([])
    await Promise.resolve()
    expect(board.selected()).toEqual([])
    const mount = document.body.appendChild(document.createElement('div'))
    mount.tabIndex = 0
    mount.setAttribute('data-keys', '')
    mount.focus()
    events.selected([second])
    canvas.edits.foldClusters([cluster], true)
    events.selected([])
    await Promise.resolve()
    expect(board.selected()).toEqual([cluster])
    canvas.edits.foldClusters([cluster], false)
    const notes = allClusters(canvas.view)[0]?.notes.map(({ id }) => id) ?? []
    events.selected([second])
    room.fromSomebodyElse((document) => deleteNotes(document, [second], 3))
    events.selected([])
    await Promise.resolve()
    expect(board.selected()).toEqual([notes.filter((id) => id !== second)[0] ?? cluster])
    mount.remove()
  })

  test('deleted while she writes in it, it is told once', () => {
    const { events, board, alone, room } = open()
    board.setSelected([alone[0]])
    events.editing(alone[0])
    room.fromSomebodyElse((document) => deleteNotes(document, [alone[0]], 3))
    events.lostField(alone[0])
    events.selected([])
    const told = 'Somebody else deleted this note. Write on: every word is kept in Recently deleted.'
    expect(said()).toEqual([told])
    events.editing(null)
    events.selected([])
    expect(said()).toEqual([told, 'This note was deleted while you wrote in it. Every word is in Recently deleted.'])
  })

  test('a note that Jon moves stays selected and nothing is said', () => {
    const { events, board, alone, room, parked } = open()
    board.setSelected([alone[0]])
    room.fromSomebodyElse((document) => moveNotes(document, [alone[0]], { in: parked, after: null, before: null }))
    events.selected([alone[0]])
    expect(said()).toEqual([])
  })
})
