import { afterEach, describe, expect, test } from 'vitest'
import { addDrawing } from '../../shared/document/drawings'
import { itemOf } from '../../shared/document/roots'
import type { DrawingRecord } from '../../shared/domain/drawing'
import type { DrawingId } from '../../shared/domain/ids'
import { amina, jon } from '../workshop/testing/workshop-of'
import { commandOf } from './board-keys'
import { Sketches } from './create-pens'
import { openBoard } from './testing/open-board'

const LINE: DrawingRecord = { v: 1, kind: 'arrow', points: [0, 0, 90, 0], colour: 'ink', size: 'medium' }
const at = (x: number, y: number) => ({ x, y })
const stroke = (...points: { x: number; y: number }[]) => ({ kind: 'pen' as const, points })

let opened: ReturnType<typeof openBoard> | undefined
afterEach(() => opened?.close())

function open(options?: Parameters<typeof openBoard>[0]) {
  opened = openBoard(options)
  const board = opened
  const others = () =>
    addDrawing(board.document, {
      record: LINE,
      place: { in: board.barriers, x: 600, y: 300 },
      author: { member: jon.id, side: jon.side, now: 1 },
    }).id
  const press = (key: string) => {
    const command = commandOf({
      code: '',
      key,
      ctrlKey: false,
      metaKey: false,
      shiftKey: false,
      altKey: false,
      isComposing: false,
    })
    if (command) board.press(command)
  }
  return { ...board, others, press }
}

describe('drawing on the board', () => {
  test('[B40] one stroke is one update, one step back, and is asked about once', () => {
    const { events, canvas, updates, board } = open()
    events.drawn(stroke(at(700, 260), at(760, 300), at(820, 260)))
    expect([updates(), canvas.view.drawings.length]).toEqual([1, 1])
    expect(board.pens.asked()).toEqual([canvas.view.drawings[0]?.id])
    expect(canvas.edits.undo.undoLabel()).toBe('Undo drawing')
    canvas.edits.undo.undo()
    expect(canvas.view.drawings).toEqual([])
    expect(canvas.view.bin[0]).toMatchObject({ is: 'drawing', kind: 'pen' })
  })

  test('[B42] it says who drew it and belongs to the section under its middle [B44]', () => {
    const { events, canvas, barriers } = open()
    events.drawn(stroke(at(700, 260), at(760, 300)))
    expect(canvas.view.drawings).toMatchObject([{ author: amina.id, section: barriers }])
  })

  test('[B43] strokes of one go are one sketch: said, deleted and taken along together', () => {
    const { events, acts, canvas, board } = open()
    events.drawn(stroke(at(700, 260), at(760, 300)))
    events.drawn(stroke(at(770, 260), at(800, 300)))
    const [first, second] = canvas.view.drawings
    expect(first?.sketch).toBe(second?.sketch)
    acts.describe(board.pens.asked(), 'How a bid goes round')
    expect(canvas.view.drawings.map(({ description }) => description)).toEqual(Array(2).fill('How a bid goes round'))
    expect(canvas.edits.undo.undoLabel()).toBe('Undo description of a drawing')
    acts.deleteDrawings(canvas.view.drawings.map(({ id }) => id))
    expect(canvas.edits.undo.undoLabel()).toBe('Undo deleting 2 drawn lines')
  })

  test('[B42] the eraser takes one’s own lines; what others drew stays, and it is said', () => {
    const { events, canvas, others } = open()
    const jons = others()
    events.drawn(stroke(at(700, 260), at(760, 300)))
    const mine = canvas.view.drawings.find(({ author }) => author === amina.id)?.id ?? ''
    events.erased([mine, jons])
    expect(canvas.view.drawings.map(({ id }) => id)).toEqual([jons])
  })

  test('[B42] a facilitator erases everybody’s', () => {
    const { events, canvas, others } = open({ me: { ...amina, role: 'facilitator' } })
    events.erased([others()])
    expect(canvas.view.drawings).toEqual([])
  })

  test('a drawing dropped elsewhere is moved by one update, into the section it lies in then', () => {
    const { events, canvas, proposals, board, updates } = open()
    events.drawn(stroke(at(700, 260), at(760, 300)))
    const [drawing] = canvas.view.drawings
    const home = board.drawing().layout.sections.get(proposals)
    const corner = at((home?.x ?? 0) + 50, (home?.y ?? 0) + 90)
    const before = updates()
    const id = drawing?.id ?? ''
    events.dropped([id], { point: corner, corner, moving: new Set([id]) })
    expect(updates() - before).toBe(1)
    expect(canvas.view.drawings).toMatchObject([{ section: proposals, at: { x: 50, y: 90 } }])
    expect(canvas.edits.undo.undoLabel()).toBe('Undo move of a drawing')
  })

  test('in a locked section nothing is drawn, moved or deleted by participants', () => {
    const { events, acts, canvas, document, barriers, others } = open()
    const jons = others()
    itemOf(document, 'sections', barriers)?.set('locked', true)
    events.drawn(stroke(at(700, 260), at(760, 300)))
    acts.nudge([jons], at(24, 0))
    acts.describe([jons], 'Mine now')
    expect(canvas.view.drawings).toMatchObject([{ id: jons, description: '', at: { x: 600, y: 300 } }])
  })

  test('a text is written where one pressed, and goes away again when nothing was written', () => {
    const { events, canvas, asked } = open()
    events.textAt(at(700, 260))
    expect(asked.at(-1)).toBe('edit')
    const [first] = canvas.view.drawings
    events.editing(first?.id ?? '')
    events.editing(null)
    expect(canvas.view.drawings).toEqual([])
    events.textAt(at(700, 260))
    const [second] = canvas.view.drawings
    canvas.drawingText(second?.id as DrawingId)?.insert(0, 'Here')
    events.editing(second?.id ?? '')
    events.editing(null)
    expect(canvas.view.drawings).toMatchObject([{ text: 'Here' }])
  })
})

describe('by keyboard', () => {
  test('a letter takes up a tool, Enter draws in the middle, Escape puts the tool down', () => {
    const { press, board, canvas } = open()
    press('r')
    expect(board.pens.pen().tool).toBe('rectangle')
    press('Enter')
    expect(canvas.view.drawings).toMatchObject([{ record: { kind: 'rectangle', points: [220, 100] } }])
    expect(board.selected()).toEqual([canvas.view.drawings[0]?.id])
    press('p')
    press('Escape')
    expect(board.pens.pen().tool).toBe('select')
  })

  test('Delete deletes the drawing selected', () => {
    const { press, events, board, canvas } = open()
    events.drawn(stroke(at(700, 260), at(760, 300)))
    board.setSelected([canvas.view.drawings[0]?.id ?? ''])
    press('Delete')
    expect(canvas.view.drawings).toEqual([])
  })

  test('an observer takes up no pen', () => {
    const { press, board } = open({ me: { ...amina, role: 'observer' } })
    press('p')
    expect(board.pens.pen().tool).toBe('select')
  })
})

test('[B43] a stroke far away or long after begins another sketch', () => {
  const sketches = new Sketches()
  const join = (x: number, now: number) => sketches.join({ frame: { x, y: 0, w: 40, h: 40 }, at: now, section: null })
  const first = join(0, 0)
  expect(join(100, 3_000)).toMatchObject({ name: first.name, isNew: false })
  expect(join(400, 4_000).isNew).toBe(true)
  expect(join(420, 30_000).isNew).toBe(true)
})
