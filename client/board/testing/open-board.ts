import { createRoot } from 'solid-js'
import * as Y from 'yjs'
import { addCluster, addNote } from '../../../shared/document/edits'
import { fillCanvas } from '../../../shared/document/new-canvas'
import { readCanvas } from '../../../shared/document/projection'
import type { CanvasId, NoteId } from '../../../shared/domain/ids'
import type { Member } from '../../../shared/domain/member'
import { barriersAndProposals } from '../../../shared/templates/barriers-and-proposals'
import { createCanvas } from '../../workshop/canvas'
import type { Canvas } from '../../workshop/contract'
import { amina, jon, workshopOf } from '../../workshop/testing/workshop-of'
import { WorkshopInsideProvider } from '../../workshop/workshop-context'
import { createActs } from '../board-acts'
import { createEvents } from '../board-events'
import type { BoardCommand } from '../board-keys'
import { createCarry } from '../carry'
import { createClipboard } from '../clipboard'
import { type Board, createBoard } from '../create-board'
import { createSearch } from '../create-search'
import type { BoardControl } from '../crossing'
import { createDialogs } from '../dialogs'
import { boxOf } from '../items-at'
import { runCommand } from '../run-command'

const canvasId = 'canvas1' as CanvasId

/** The default template with one barrier of three notes and two notes in no cluster. Amina wrote the first of each. */
function sampleDocument() {
  const document = new Y.Doc()
  const [template] = barriersAndProposals.canvases
  const [barriers, proposals, parked] = template ? fillCanvas(document, template) : []
  if (!barriers || !proposals || !parked) throw new Error('no sections')
  const note = (text: string, by: Member) => {
    const after = readCanvas(document).sections[0]?.notes.at(-1)?.id ?? null
    const author = { member: by.id, side: by.side, now: 1 }
    return addNote(document, { text, spot: { in: barriers, after, before: null }, author }).id
  }
  const inCluster = [note('Hours on forms', amina), note('Four returns', jon), note('Definitions differ', jon)]
  const alone: [NoteId, NoteId] = [note('Annual bids', amina), note('Nobody reports back', jon)]
  const { id: cluster } = addCluster(document, {
    title: 'Four returns ask the same questions',
    kind: 'barrier',
    spot: { in: barriers, after: null, before: null },
    notes: inCluster,
    now: 1,
  })
  return { document, barriers, proposals, parked, cluster, inCluster, alone }
}

/** Amina's board on a sample canvas, with the React side played by the test. */
export function openBoard(options: Parameters<typeof workshopOf>[0] = {}) {
  const sample = sampleDocument()
  const world = workshopOf(options)
  const room = world.roomOf({ kind: 'canvas', canvasId })
  room.replace(sample.document)
  const { canvas, board, dispose } = createRoot((disposeRoot) => {
    let made: { canvas: Canvas; board: Board } | undefined
    WorkshopInsideProvider({
      inside: world.inside,
      get children() {
        const opened = createCanvas(canvasId)
        made = { canvas: opened, board: createBoard(opened, world.workshop) }
        return undefined
      },
    })
    if (!made) throw new Error('not opened')
    return { ...made, dispose: disposeRoot }
  })
  const acts = createActs(board)
  const dialogs = createRoot(() => createDialogs(board, acts))
  const search = createRoot(() => createSearch(board))
  const carry = createCarry(board, acts)
  const events = createEvents(board, acts, dialogs)
  const played = playReact(board)
  board.attach(played.control)
  let updates = 0
  room.document().on('update', () => updates++)
  return {
    ...sample,
    ...world,
    canvas,
    board,
    acts,
    dialogs,
    search,
    carry,
    press: (command: BoardCommand) => runCommand(command, { board, acts, carry, dialogs: dialogs.open, search }),
    events,
    clipboard: createClipboard(board, acts, dialogs),
    asked: played.asked,
    carriedBy: played.carriedBy,
    updates: () => updates,
    room: {
      /** What goes out to others' screens. */
      shown: () => room.awareness().getLocalState(),
      awareness: room.awareness,
      /** An edit that comes from another screen. */
      fromSomebodyElse(change: (document: Y.Doc) => unknown) {
        const theirs = new Y.Doc()
        Y.applyUpdate(theirs, Y.encodeStateAsUpdate(room.document()))
        change(theirs)
        Y.applyUpdate(room.document(), Y.encodeStateAsUpdate(theirs))
      },
    },
    close: dispose,
    /** Where something is drawn now, a little inside its corner. */
    on(id: string) {
      const box = boxOf(board.drawing().layout, id)
      if (!box) throw new Error(`${id} is not drawn`)
      return { x: box.x + 6, y: box.y + 8 }
    },
    outline: () => outlineOf(canvas),
  }
}

function playReact(board: Board) {
  const asked: string[] = []
  let carriedBy = { x: 0, y: 0 }
  const say = (what: string) => () => void asked.push(what)
  const control: BoardControl = {
    arrive: () => undefined,
    select(ids) {
      asked.push(`select ${ids.length}`)
      board.setSelected(ids)
    },
    carry(ids, by, target) {
      asked.push(`carry ${ids.length} to ${target}`)
      board.setDragging(true)
      carriedBy = by
    },
    putDown() {
      asked.push('put down')
      board.setDragging(false)
    },
    edit(id) {
      asked.push('edit')
      board.setSelected([id])
    },
    stopEditing: say('stop editing'),
    use: (pen) => void asked.push(`use ${pen.tool}`),
    zoomIn: say('zoom in'),
    zoomOut: say('zoom out'),
    zoomToFull: say('zoom to full'),
    fit: say('fit'),
    show: say('show'),
    reveal: (id) => void asked.push(`reveal ${id}`),
    frame: say('frame'),
    focus: say('focus'),
    centre: () => ({ x: 800, y: 260 }),
    close: say('close'),
  }
  return { control, asked, carriedBy: () => carriedBy }
}

/** "section: loose notes | Cluster: its notes". */
function outlineOf({ view }: Canvas): string[] {
  const words = (notes: readonly { text: string }[]) => notes.map((note) => note.text).join(', ')
  return view.sections.map((section) =>
    [words(section.notes), ...section.clusters.map((cluster) => `${cluster.title}: ${words(cluster.notes)}`)].join(
      ' | ',
    ),
  )
}
