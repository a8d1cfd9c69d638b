import { cleanup, render, screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { addDrawing } from '../../shared/document/drawings'
import { deleteCluster } from '../../shared/document/edits'
import { itemOf } from '../../shared/document/roots'
import type { ClusterId } from '../../shared/domain/ids'
import { Toasts } from '../ui/toast'
import { endOf } from '../workshop/testing/canvas-in-memory'
import { amina, fay, jon } from '../workshop/testing/workshop-of'
import { WorkshopInsideProvider } from '../workshop/workshop-context'
import { BoardDialogs } from './board-dialogs'
import { BoardPanel } from './board-panel'
import { createMixedActs } from './mixed-acts'
import { openBoard } from './testing/open-board'

let opened: ReturnType<typeof openBoard> | undefined
afterEach(() => {
  cleanup()
  opened?.close()
})

/** The sample board, with two more barriers after its first one: Money, with a note, and Silence. */
function open(options: Parameters<typeof openBoard>[0] = {}) {
  opened = openBoard(options)
  const { board, acts, dialogs, inside, canvas, barriers } = opened
  const { edits } = canvas
  const cluster = (title: string) =>
    edits.addCluster({ title, kind: 'barrier', spot: edits.endOfSection(barriers) }) as ClusterId
  const [money, silence] = [cluster('Money'), cluster('Silence')]
  edits.addNote({ text: 'bids in March', spot: edits.endOf(money) })
  render(() => (
    <WorkshopInsideProvider inside={inside}>
      <BoardPanel board={board} acts={acts} dialogs={dialogs} />
      <BoardDialogs board={board} acts={acts} dialogs={dialogs} />
      <Toasts />
    </WorkshopInsideProvider>
  ))
  const before = opened.updates()
  const { updates } = opened
  const heads = () => canvas.view.sections[0]?.clusters.map(({ title, notes }) => `${title}: ${notes.length}`)
  const label = () => edits.undo.undoLabel()
  return { ...opened, edits, money, silence, heads, label, updates: () => updates() - before }
}

describe('[B28] what is deleted together on the board is one edit', () => {
  test('three headings: their notes stay, and one undo puts all back', () => {
    const { board, press, cluster, money, silence, updates, heads, label, edits, outline } = open()
    const before = outline()
    board.setSelected([silence, cluster, money])
    press({ do: 'delete' })
    expect(updates()).toBe(1)
    expect(heads()).toEqual([])
    expect(label()).toBe('Undo delete of 3 clusters')
    expect(screen.getByText('3 headings removed. Their 4 notes are in Not sorted.')).toBeTruthy()
    edits.undo.undo()
    expect(outline()).toEqual(before)
  })

  test('a note, a heading and a drawing; what Jon wrote stays, and it is said', () => {
    const { board, canvas, document, barriers, press, alone, money, updates, label } = open()
    const author = { member: amina.id, side: amina.side, now: 1 }
    const record = { v: 1, kind: 'rectangle', points: [120, 60], colour: 'ink', size: 'medium' } as const
    const drawing = addDrawing(document, { record, place: { in: barriers, x: 100, y: 200 }, author }).id
    const count = updates()
    board.setSelected([alone[0], alone[1], money, drawing])
    press({ do: 'delete' })
    expect(updates() - count).toBe(1)
    expect(label()).toBe('Undo delete of 1 note, 1 cluster and 1 drawing')
    expect(canvas.view.drawings).toEqual([])
    expect(screen.getByText(/^One of these was written by somebody else and stays/)).toBeTruthy()
    expect(canvas.view.sections[0]?.notes.map(({ id }) => id)).toContain(alone[1])
  })

  test('where a step lets one take back notes alone, headings stay, and it is said why', () => {
    const { board, press, alone, money, heads, label } = open()
    board.setSelected([alone[0], money])
    opened?.setAllowed({ now: ['add-notes'], finishing: [] })
    const before = heads()
    press({ do: 'delete' })
    expect(heads()).toEqual(before)
    expect(label()).toBe('Undo deleting a note')
    expect(screen.getByText(/^In this step that is not for changing/)).toBeTruthy()
  })
})

describe('[B28] several clusters selected on the board become one', () => {
  test('asked which one stays; then it is one edit, and one undo', async () => {
    const { board, cluster, money, silence, updates, heads, label, edits, outline } = open()
    const before = outline()
    board.setSelected([cluster, money, silence])
    await userEvent.click(screen.getByRole('button', { name: 'Merge headings…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Merge 3 headings: which one stays?' })
    expect(within(dialog).getAllByRole('button', { name: /note/ })).toHaveLength(3)
    await userEvent.click(within(dialog).getByRole('button', { name: /Money/ }))
    expect(updates()).toBe(1)
    expect(heads()).toEqual(['Money: 4'])
    expect(label()).toBe('Undo merging 3 clusters')
    expect(screen.getByText('Merged into “Money”.')).toBeTruthy()
    edits.undo.undo()
    expect(outline()).toEqual(before)
  })

  test('it is not offered with a note among them', () => {
    const { board, money, silence, alone } = open()
    board.setSelected([money, silence, alone[0]])
    expect(screen.getByRole('button', { name: 'Move to…' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Merge headings…' })).toBeNull()
  })

  test('[L65] the dialog closes when somebody removes one of them meanwhile', async () => {
    const { board, money, silence, barriers, room, dialogs } = open()
    board.setSelected([money, silence])
    dialogs.open.merge([money, silence])
    await screen.findByRole('dialog')
    room.fromSomebodyElse((his) => deleteCluster(his, { id: silence, notes: [], to: endOf(barriers), now: 2 }))
    await vi.waitFor(() => expect(dialogs.opened()).toBeUndefined())
    expect(screen.getByText('Somebody deleted or merged that cluster meanwhile. Nothing was changed.')).toBeTruthy()
  })
})

describe('[B25] a locked note keeps the heading over it', () => {
  const locked = () => {
    const world = open({ me: jon })
    const [note = ''] = world.inCluster
    itemOf(world.document, 'notes', note)?.set('locked', true)
    return world
  }

  test('removing or merging it would move the note: neither is sent, which the server would refuse', () => {
    const { edits, cluster, money, updates } = locked()
    const count = updates()
    expect(edits.deleteCluster(cluster)).toBeUndefined()
    expect(edits.mergeClusters([cluster], money)).toBeUndefined()
    expect(updates()).toBe(count)
    expect(screen.getAllByText('A facilitator has locked this. Ask them to unlock it.')).toHaveLength(2)
  })

  test('of several it alone stays, and it is said why; a facilitator removes all', () => {
    const { board, press, cluster, money, silence, heads } = locked()
    board.setSelected([cluster, money, silence])
    press({ do: 'delete' })
    expect(heads()?.map((head) => head.split(':')[1])).toEqual([' 3'])
    expect(screen.getByText(/^1 cluster stays where it is\. A facilitator has locked this/)).toBeTruthy()
    cleanup()
    opened?.close()
    const facilitator = open({ me: fay })
    itemOf(facilitator.document, 'notes', facilitator.inCluster[0] ?? '')?.set('locked', true)
    facilitator.board.setSelected([facilitator.cluster, facilitator.money])
    facilitator.press({ do: 'delete' })
    expect(facilitator.heads()).toEqual(['Silence: 0'])
  })
})

test('[B29] “Move to…” leaves a note in the heading that goes with it', () => {
  const { board, acts, cluster, inCluster, parked, canvas } = open()
  board.setSelected([inCluster[0] ?? '', cluster])
  createMixedActs(board, acts).moveTo(parked, board.selected())
  const section = canvas.view.sections.find(({ id }) => id === parked)
  expect([section?.notes.length, section?.clusters[0]?.notes.length]).toEqual([0, 3])
})
