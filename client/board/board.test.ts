import { afterEach, describe, expect, test, vi } from 'vitest'
import * as toasts from '../ui/toast'
import { fay, jon } from '../workshop/testing/workshop-of'
import { openBoard } from './testing/open-board'

const opened: ReturnType<typeof openBoard>[] = []
const toast = vi.spyOn(toasts, 'showToast')
const said = () => toast.mock.calls.map(([message]) => message.text)

function open(options: Parameters<typeof openBoard>[0] = {}) {
  const board = openBoard(options)
  opened.push(board)
  return board
}

afterEach(() => {
  for (const board of opened.splice(0)) board.close()
  toast.mockClear()
})

const drop = (point: { x: number; y: number }, ...ids: string[]) => ({ point, corner: point, moving: new Set(ids) })
const HOME = 'Annual bids, Nobody reports back'
const RETURNS = 'Four returns ask the same questions: Hours on forms, Four returns, Definitions differ'

describe('[B2] a drop is one edit', () => {
  test('Amina drags a note far and wide and into a barrier: the document changes once', () => {
    const { events, on, outline, updates, inCluster, alone } = open()
    for (let step = 0; step < 50; step++) events.dragging({ ids: [alone[0]], dx: step * 9, dy: step })
    expect(updates()).toBe(0)
    events.dropped([alone[0]], drop(on(inCluster[1] ?? ''), alone[0]))
    events.dragging(null)
    expect(updates()).toBe(1)
    expect(outline()[0]).toBe(
      'Nobody reports back | Four returns ask the same questions: Hours on forms, Annual bids, Four returns, Definitions differ',
    )
  })

  test('dropped where it was, nothing is written', () => {
    const { events, on, updates, alone } = open()
    events.dropped([alone[1]], drop(on(alone[1]), alone[1]))
    expect(updates()).toBe(0)
  })

  test('several notes keep their reading order, whichever was taken first', () => {
    const { events, on, outline, parked, inCluster, alone } = open()
    const ids = [alone[1], inCluster[2] ?? '', alone[0]]
    events.dropped(ids, drop(on(parked), ...ids))
    expect(outline()[2]).toBe('Annual bids, Nobody reports back, Definitions differ')
  })

  test('a cluster moves to another section with its notes', () => {
    const { events, on, outline, cluster, parked } = open()
    events.dropped([cluster], drop(on(parked), cluster))
    expect(outline()).toEqual([HOME, '', ` | ${RETURNS}`])
  })
})

describe('writing', () => {
  test('Enter finishes a note and starts the next beside it, in the same cluster', () => {
    const { events, asked, canvas, inCluster } = open()
    events.editing(inCluster[0] ?? '')
    events.finished(inCluster[0] ?? '', true)
    expect(asked).toEqual(['stop editing', 'edit'])
    const [cluster] = canvas.view.sections[0]?.clusters ?? []
    expect(cluster?.notes.map((note) => note.text)).toEqual([
      'Hours on forms',
      '',
      'Four returns',
      'Definitions differ',
    ])
  })

  test('Enter in an empty note adds no other, Escape goes back to the canvas', () => {
    const { events, acts, asked, board, outline } = open()
    acts.addNote()
    const [id] = board.selected()
    events.editing(id ?? '')
    events.finished(id ?? '', true)
    expect(asked.at(-1)).toBe('focus')
    events.editing(null)
    expect(outline()[0]).toBe(`${HOME} | ${RETURNS}`)
  })

  test('a new note in which nothing was written goes away when it is left, and nothing is said; one with words stays', () => {
    const { events, acts, board, canvas, outline } = open()
    acts.addNote()
    const [id] = board.selected()
    events.editing(id ?? '')
    canvas.noteText(id as never)?.insert(0, 'Spending review')
    events.editing(null)
    expect(outline()[0]).toContain('Spending review')
    acts.addNote()
    events.editing(board.selected()[0] ?? '')
    events.editing(null)
    expect(canvas.view.sections[0]?.notes.some((note) => note.text === '')).toBe(false)
    expect(said()).toEqual([])
  })

  test('a new cluster takes the kind of its section and the selected notes', () => {
    const { acts, board, canvas, proposals, alone } = open()
    board.setSelected([proposals])
    acts.addCluster([])
    expect(canvas.view.sections[1]?.clusters[0]).toMatchObject({ kind: 'proposal', title: '' })
    board.setSelected([...alone])
    acts.addCluster()
    expect(canvas.view.sections[0]?.clusters[1]).toMatchObject({ kind: 'barrier' })
    expect(canvas.view.sections[0]?.notes).toEqual([])
  })

  test('an answer to a barrier is a proposal, in the section of proposals, linked to it', () => {
    const { acts, canvas, cluster } = open()
    acts.proposeAnswer(cluster)
    expect(canvas.view.sections[1]?.clusters[0]).toMatchObject({ kind: 'proposal', addresses: [cluster] })
  })

  test('one note becomes a proposal in one step, where proposals are', () => {
    const { acts, canvas, alone } = open()
    acts.makeCluster(alone[0], 'proposal')
    expect(canvas.view.sections[1]?.clusters[0]).toMatchObject({ kind: 'proposal', title: 'Annual bids' })
  })
})

describe('deleting', () => {
  test('Jon deletes what he wrote; what Amina wrote stays, and he is told why', () => {
    const { acts, outline, alone } = open({ me: jon })
    acts.deleteNotes([...alone])
    expect(outline()[0]).toBe(`Annual bids | ${RETURNS}`)
    expect(said().join(' ')).toContain('written by somebody else')
  })

  test('a facilitator deletes any note, and can take it back from the message', () => {
    const { acts, outline, alone } = open({ me: fay })
    acts.deleteNotes([...alone])
    expect(outline()[0]).toBe(` | ${RETURNS}`)
    toast.mock.calls.at(-1)?.[0].action?.run()
    expect(outline()[0]).toBe(`${HOME} | ${RETURNS}`)
  })

  test('what is selected of several kinds is deleted whichever was selected first', () => {
    const { acts, board, canvas, cluster, alone } = open()
    board.setSelected([cluster, alone[0]])
    acts.deleteSelected()
    expect(canvas.view.bin.map(({ is, id }) => [is, id]).sort()).toEqual([
      ['cluster', cluster],
      ['note', alone[0]],
    ])
  })

  test('deleting a heading keeps its notes', () => {
    const { acts, board, outline, cluster } = open()
    board.setSelected([cluster])
    acts.deleteSelected()
    expect(outline()[0]?.split(', ').sort()).toEqual([
      'Annual bids',
      'Definitions differ',
      'Four returns',
      'Hours on forms',
      'Nobody reports back',
    ])
    expect(said()).toEqual(['Heading removed. Its 3 notes are in Not sorted.'])
  })
})

describe('[B5] closed to changes', () => {
  test.each(['locked', 'observer', 'ended', 'preview', 'step'] as const)(
    '%s: nothing moves and words say why',
    (mayEdit) => {
      const { acts, board, events, on, updates, alone, parked } = open({ mayEdit })
      expect(board.mayChange([alone[0]])).toBe(false)
      events.dropped([alone[0]], drop(on(parked), alone[0]))
      events.addNoteAt(on(parked))
      acts.addCluster()
      acts.deleteNotes([alone[0]])
      expect(updates()).toBe(0)
      expect(said()).toHaveLength(4)
      expect(new Set(said()).size).toBe(1)
    },
  )
})

describe('pasting and copying', () => {
  const given = (words: string, ...files: File[]) => ({ getData: () => words, files }) as unknown as DataTransfer
  const paste = (board: ReturnType<typeof openBoard>, transfer: DataTransfer) => {
    const event = new Event('paste', { cancelable: true })
    board.clipboard.paste(Object.assign(event, { clipboardData: transfer }) as ClipboardEvent)
  }

  test('[B50] many lines are asked about, and nothing is added yet', async () => {
    const board = open()
    const before = board.outline()
    paste(board, given('- Late totals\n- No lead\n\n'))
    await vi.waitFor(() =>
      expect(board.dialogs.opened()).toMatchObject({
        is: 'intake',
        intake: { is: 'lines', notes: [{ text: 'Late totals' }, { text: 'No lead' }] },
      }),
    )
    expect(board.outline()).toEqual(before)
  })

  test('[B51] a file of text is read like a paste', async () => {
    const board = open()
    paste(board, given('', new File(['text,cluster\nLate totals,Late money\n'], 'notes.csv', { type: 'text/csv' })))
    await vi.waitFor(() =>
      expect(board.dialogs.opened()).toMatchObject({
        intake: { is: 'table', notes: [{ text: 'Late totals', cluster: 'Late money' }] },
      }),
    )
  })

  test.each([
    ['Amina', {}, 'central'],
    ['a facilitator', { me: fay }, 'local'],
  ] as const)('[B53] what %s brings for the other side counts for the right one', (_who, options, side) => {
    const { board, barriers } = open(options)
    const spot = board.canvas.edits.endOf(barriers)
    const [made] = board.canvas.edits.addNoteGroups([{ spot, notes: [{ text: 'Theirs', side: 'local' }] }])
    expect(board.canvas.view.sections[0]?.notes.find(({ id }) => id === made)?.side).toBe(side)
  })

  test('[B52] a picture, several files and a bare link are refused in words', async () => {
    const board = open()
    paste(board, given('', new File(['x'], 'photo.png', { type: 'image/png' })))
    await vi.waitFor(() => expect(said()).toHaveLength(1))
    paste(board, given('', new File(['x'], 'a.txt'), new File(['x'], 'b.txt')))
    paste(board, given('https://example.org/report'))
    expect(said()).toHaveLength(3)
    expect(board.dialogs.opened()).toBeUndefined()
  })

  test('[B52] 5 MB of text are refused at once, and stay in the clipboard', async () => {
    const board = open()
    paste(board, given('A line of a report that somebody copied whole\n'.repeat(110_000)))
    await vi.waitFor(() => expect(said()).toHaveLength(1))
    expect(board.dialogs.opened()).toBeUndefined()
  })

  test('copying gives the words of the selected notes, of a cluster those in it', () => {
    const { board, clipboard, alone, cluster } = open()
    board.setSelected([cluster, alone[0]])
    let copied = ''
    const event = Object.assign(new Event('copy', { cancelable: true }), {
      clipboardData: { setData: (_: string, words: string) => (copied = words) },
    })
    clipboard.copy(event as unknown as ClipboardEvent)
    expect(copied.split('\n').sort()).toEqual(['Annual bids', 'Definitions differ', 'Four returns', 'Hours on forms'])
  })
})
