import { render, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { createRoot, For } from 'solid-js'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, noteText } from '../../shared/document/edits'
import { fillCanvas } from '../../shared/document/new-canvas'
import { TYPING } from '../../shared/document/roots'
import { STEP_RIGHTS } from '../../shared/domain/agenda'
import type { CanvasId, NoteId, SectionId } from '../../shared/domain/ids'
import { barriersAndProposals } from '../../shared/templates/barriers-and-proposals'
import { createCanvas } from './canvas'
import type { Canvas } from './contract'
import type { WorkshopInside } from './create-workshop'
import { followText } from './follow-text'
import { NotAddedTray } from './not-added-tray'
import { atCanvas, connectScreens } from './testing/people-together'
import { amina, fay, jon, workshopOf } from './testing/workshop-of'
import { WorkshopInsideProvider } from './workshop-context'

const canvasId = 'canvas1' as CanvasId
const disposers: (() => void)[] = []
afterEach(() => {
  for (const dispose of disposers.splice(0)) dispose()
})

function filled(): Y.Doc {
  const document = new Y.Doc()
  const [template] = barriersAndProposals.canvases
  if (template) fillCanvas(document, template)
  return document
}

/** Amina's open canvas, and the room it stands in. */
function openCanvas(options: Parameters<typeof workshopOf>[0] = {}) {
  const world = workshopOf(options)
  const room = world.roomOf({ kind: 'canvas', canvasId })
  room.replace(filled())
  return { ...world, room, canvas: canvasInside(world.inside) }
}

function canvasInside(inside: WorkshopInside): Canvas {
  let canvas: Canvas | undefined
  createRoot((dispose) => {
    disposers.push(dispose)
    WorkshopInsideProvider({
      inside,
      get children() {
        canvas = createCanvas(canvasId)
        return undefined
      },
    })
  })
  if (!canvas) throw new Error('not opened')
  return canvas
}

const outline = ({ view }: Canvas) => view.sections.map((section) => section.notes.map((note) => note.text))

describe('undo asks for the right that the step needs', () => {
  const type = (canvas: Canvas, text: Y.Text | undefined) =>
    canvas.document().transact(() => text?.insert(0, 'typed '), TYPING)
  const FINISHING_NOTES = { now: ['add-notes'], finishing: [] } as const

  test('a title typed, and somebody else’s note, stay when the step only adds notes', () => {
    const { canvas, room, setAllowed } = openCanvas()
    const [section] = canvas.view.sections
    if (!section) throw new Error('no section')
    const spot = canvas.edits.endOfSection(section.id)
    const cluster = canvas.edits.addCluster({ title: 'Money', kind: 'barrier', spot })
    const author = { member: jon.id, side: jon.side, now: 1 }
    const jons = addNote(room.document(), { text: 'by Jon', spot: canvas.edits.endOf(section.id), author }).id
    if (cluster) type(canvas, canvas.clusterText(cluster, 'title'))
    setAllowed(FINISHING_NOTES)
    canvas.edits.undo.undo()
    expect(section.clusters[0]?.title).toBe('typed Money')
    setAllowed({ now: STEP_RIGHTS, finishing: [] })
    type(canvas, canvas.noteText(jons))
    setAllowed(FINISHING_NOTES)
    canvas.edits.undo.undo()
    expect(section.notes[0]?.text).toBe('typed by Jon')
    const own = canvas.edits.addNote({ spot: canvas.edits.endOf(section.id) })
    if (own) type(canvas, canvas.noteText(own))
    canvas.edits.undo.undo()
    expect(section.notes[1]?.text).toBe('')
  })
})

describe('edits', () => {
  test('a new note carries who wrote it and for which side', () => {
    const { canvas } = openCanvas()
    const [section] = canvas.view.sections
    if (!section) throw new Error('no section')
    canvas.edits.addNote({ text: 'Annual bids', spot: canvas.edits.endOf(section.id) })
    expect(section.notes[0]).toMatchObject({ text: 'Annual bids', author: amina.id, side: 'central' })
    expect(canvas.edits.undo.undoLabel()).toBe('Undo new note')
  })

  test('what a message was about is taken back only while it was done last, however alike the next step looks', () => {
    const { canvas } = openCanvas()
    const [section] = canvas.view.sections
    if (!section) throw new Error('no section')
    const texts = ['one', 'two']
    const [one, two] = canvas.edits.addNotes({ texts, spot: canvas.edits.endOf(section.id) })
    if (!one || !two) throw new Error('no notes')
    canvas.edits.deleteNotes([one])
    const undoOne = canvas.edits.undo.last()
    canvas.edits.deleteNotes([two])
    const undoTwo = canvas.edits.undo.last()
    expect(undoOne()).toBe(false)
    expect(section.notes).toEqual([])
    expect(undoTwo()).toBe(true)
    expect(section.notes.map((note) => note.text)).toEqual(['two'])
    expect(undoOne()).toBe(true)
    expect(undoOne()).toBe(false)
    expect(section.notes.map((note) => note.text)).toEqual(['one', 'two'])
  })

  test('nothing happens while editing is closed', () => {
    const { canvas, setMayEdit } = openCanvas()
    const [section] = canvas.view.sections
    setMayEdit('locked')
    const id = section && canvas.edits.addNote({ text: 'x', spot: canvas.edits.endOf(section.id) })
    expect(id).toBeUndefined()
    expect(outline(canvas).flat()).toEqual([])
  })

  test('a participant deletes only notes of their own; a facilitator any', () => {
    for (const [me, left] of [
      [amina, ['Jon’s']],
      [fay, []],
    ] as const) {
      const { canvas, room } = openCanvas({ me })
      const [section] = canvas.view.sections
      if (!section) throw new Error('no section')
      const spot = canvas.edits.endOf(section.id)
      const mine = canvas.edits.addNote({ text: 'Mine', spot })
      const author = { member: jon.id, side: jon.side, now: 1 }
      const his = addNote(room.document(), { text: 'Jon’s', spot, author }).id
      canvas.edits.deleteNotes(mine ? [mine, his] : [])
      expect(outline(canvas).flat()).toEqual(left)
    }
  })

  test('notes go to the end one after another, in the order given', () => {
    const { canvas } = openCanvas()
    const [section] = canvas.view.sections
    if (!section) throw new Error('no section')
    canvas.edits.addNotes({ texts: ['1', '2'], spot: canvas.edits.endOf(section.id) })
    canvas.edits.addNotes({ texts: ['3', '4'], spot: canvas.edits.endOf(section.id) })
    expect(section.notes.map((note) => note.text)).toEqual(['1', '2', '3', '4'])
  })
})

describe('the document is replaced [TRAPS 2]', () => {
  test('the view shows the new one, rows that are in both keep their place, undo starts anew', () => {
    const { canvas, room } = openCanvas()
    const [section] = canvas.view.sections
    if (!section) throw new Error('no section')
    canvas.edits.addNote({ text: 'Kept', spot: canvas.edits.endOf(section.id) })
    const next = new Y.Doc()
    Y.applyUpdate(next, Y.encodeStateAsUpdate(room.document()))
    const row = section.notes[0]
    canvas.edits.addNote({ text: 'Refused', spot: canvas.edits.endOf(section.id) })
    const readings: string[][] = []
    canvas.subscribe((view) => readings.push(view.sections.flatMap((one) => one.notes.map((note) => note.text))))
    room.replace(next)
    expect(outline(canvas)[0]).toEqual(['Kept'])
    expect(section.notes[0]).toBe(row)
    expect(readings).toEqual([['Kept', 'Refused'], ['Kept']])
    expect(canvas.edits.undo.undoLabel()).toBeUndefined()
    canvas.edits.addNote({ text: 'After', spot: canvas.edits.endOf(section.id) })
    expect(outline(canvas)[0]).toEqual(['Kept', 'After'])
    expect(readings.at(-1)).toEqual(['Kept', 'After'])
  })

  test('a field bound to a note goes on in the new document and keeps its focus', () => {
    const world = workshopOf()
    const room = world.roomOf({ kind: 'canvas', canvasId })
    room.replace(filled())
    let canvas: Canvas | undefined
    const Page = () => {
      const mine = createCanvas(canvasId)
      canvas = mine
      return <For each={mine.view.sections[0]?.notes}>{(note) => <Bound canvas={mine} note={note.id} />}</For>
    }
    render(() => (
      <WorkshopInsideProvider inside={world.inside}>
        <Page />
      </WorkshopInsideProvider>
    ))
    const section = canvas?.view.sections[0]
    const note = section && canvas?.edits.addNote({ text: 'Annual', spot: canvas.edits.endOf(section.id) })
    if (!note) throw new Error('no note')
    const field = screen.getByRole<HTMLTextAreaElement>('textbox')
    field.focus()
    const next = new Y.Doc()
    Y.applyUpdate(next, Y.encodeStateAsUpdate(room.document()))
    room.replace(next)
    noteText(next, note)?.insert(6, ' bids')
    expect(screen.getByRole('textbox')).toBe(field)
    expect(field.value).toBe('Annual bids')
    expect(document.activeElement).toBe(field)
  })
})

function Bound(props: { canvas: Canvas; note: Parameters<Canvas['noteText']>[0] }) {
  const area = document.createElement('textarea')
  followText(
    () => area,
    () => props.canvas.noteText(props.note),
  )
  return area
}

describe('the tray of what was not added', () => {
  test('offers to copy, add again and dismiss, and is gone when it is empty', async () => {
    const user = userEvent.setup()
    const { inside, notAdded, room, canvas } = openCanvas()
    const [section] = canvas.view.sections
    const home = section?.id ?? null
    notAdded.keep('canvas/canvas1' as Parameters<typeof notAdded.keep>[0], {
      code: 'canvas-locked',
      words: [
        { path: ['notes', 'n1', 'text'], text: 'First words', home },
        { path: ['notes', 'n2', 'text'], text: 'Second words', home: null },
      ],
    })
    render(() => (
      <WorkshopInsideProvider inside={inside}>
        <NotAddedTray />
      </WorkshopInsideProvider>
    ))
    expect(screen.getByRole('heading', { name: 'Not added: 2 texts' })).toBeTruthy()
    const [again] = screen.getAllByRole('button', { name: 'Add again' })
    if (again) await user.click(again)
    expect(outline(canvas)[0]).toEqual(['First words'])
    expect(room.document()).toBe(canvas.document())
    await user.click(screen.getByRole('button', { name: 'Dismiss' }))
    expect(screen.queryByRole('heading')).toBeNull()
  })
})

test('[L49] two tabs of one person: each undoes its own, and says so where the other went on with it', () => {
  const [one, other] = [filled(), new Y.Doc()].map((document) => tabOf(document))
  if (!one || !other) throw new Error('two tabs')
  connectScreens(one.at, other.at)
  const section = one.canvas.view.sections[0]?.id as SectionId
  const first = one.canvas.edits.addNote({ text: 'In the one', spot: one.canvas.edits.endOf(section) }) as NoteId
  other.canvas.edits.addNote({ text: 'In the other', spot: other.canvas.edits.endOf(section) })
  expect(outline(one.canvas)[0]).toEqual(['In the one', 'In the other'])
  expect(other.canvas.edits.undo.undoLabel()).toBe('Undo new note')
  one.canvas.edits.undo.undo()
  expect(outline(other.canvas)[0]).toEqual(['In the other'])
  expect(one.canvas.edits.undo.undoLabel()).toBeUndefined()
  one.canvas.edits.undo.redo()
  const end = other.canvas.view.sections[1]?.id as SectionId
  other.canvas.edits.moveNotes([first], other.canvas.edits.endOf(end))
  one.canvas.edits.undo.undo()
  expect(outline(one.canvas)[1]).toEqual(['In the one'])
  other.canvas.edits.undo.undo()
  other.canvas.edits.undo.undo()
  expect(outline(one.canvas)).toEqual([['In the one'], [], []])
})

/** One of Amina's tabs: a document, a stack of undo and a screen of its own. */
function tabOf(document: Y.Doc) {
  const at = atCanvas(canvasId, amina, { document })
  return { at, canvas: canvasInside(at.inside) }
}
