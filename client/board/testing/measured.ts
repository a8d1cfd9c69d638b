import { createRoot } from 'solid-js'
import * as Y from 'yjs'
import '../../ui/styles/index.css'
import { addNotes, moveNotes, noteText } from '../../../shared/document/edits'
import { fillCanvas } from '../../../shared/document/new-canvas'
import { readCanvas } from '../../../shared/document/projection'
import { allClusters, allNotes } from '../../../shared/domain/canvas-view'
import type { CanvasId, MemberId } from '../../../shared/domain/ids'
import { barriersAndProposals } from '../../../shared/templates/barriers-and-proposals'
import { fillLargeCanvas, type GivenNote } from '../../../shared/testing/large-canvas'
import { createCanvas } from '../../workshop/canvas'
import { workshopOf } from '../../workshop/testing/workshop-of'
import { WorkshopInsideProvider } from '../../workshop/workshop-context'
import { createActs } from '../board-acts'
import { createEvents } from '../board-events'
import { createBoard } from '../create-board'
import { createDialogs } from '../dialogs'
import { createIsland } from '../island'
import { startMergeClock } from './merge-clock.react'

document.documentElement.dataset.font = 'own'

/**
 * For the benchmark alone: our board as the product makes it, in a workshop without a server, so that what one remote edit
 * costs can be taken apart: from the document to the record is ours, what the record costs after that is tldraw's.
 */
type EditKind = 'type' | 'add' | 'move'
/** ms: applying somebody's update up to the records, and tldraw's store taking these. */
type EditTimes = { ours: number; store: number }

const canvasId = 'canvas1' as CanvasId
const clock = startMergeClock()
const documents = { here: new Y.Doc(), theirs: new Y.Doc() }

const measured = {
  async open(count: number, notes: readonly GivenNote[]): Promise<void> {
    const { theirs, here } = documents
    const [template] = barriersAndProposals.canvases
    if (template) fillCanvas(theirs, template)
    for (const _ of fillLargeCanvas(theirs, { notes, count, member: 'jon' as MemberId }));
    Y.applyUpdate(here, Y.encodeStateAsUpdate(theirs))
    await mount(here)
  },
  edit(kind: EditKind): EditTimes {
    const { theirs, here } = documents
    // as it goes over the wire: a difference of states would bring everything that was ever deleted again
    const sent: Uint8Array[] = []
    const keep = (update: Uint8Array) => void sent.push(update)
    theirs.on('update', keep)
    change(theirs, kind)
    theirs.off('update', keep)
    const update = Y.mergeUpdates(sent)
    const start = performance.now()
    const storeBefore = clock()
    Y.applyUpdate(here, update)
    const all = performance.now() - start
    const store = clock() - storeBefore
    return { ours: all - store, store }
  },
}

Object.assign(globalThis, { measured })

async function mount(here: Y.Doc): Promise<void> {
  const world = workshopOf()
  world.roomOf({ kind: 'canvas', canvasId }).replace(here)
  const element = document.getElementById('board')
  if (!element) return
  const island = createRoot(() => {
    let made: ReturnType<typeof createIsland> | undefined
    WorkshopInsideProvider({
      inside: world.inside,
      get children() {
        const board = createBoard(createCanvas(canvasId), world.workshop)
        const acts = createActs(board)
        made = createIsland(board, createEvents(board, acts, createDialogs(board, acts)))
        made.host(element)
        return undefined
      },
    })
    return made
  })
  while (island?.state() !== 'ready') await new Promise((resolve) => setTimeout(resolve, 20))
}

let turn = 0

/** In a cluster of usual size, another one each time. */
function change(theirs: Y.Doc, kind: EditKind): void {
  const view = readCanvas(theirs)
  const clusters = allClusters(view).filter((cluster) => cluster.notes.length > 1)
  turn += 1
  const cluster = clusters[(turn * 7) % clusters.length]
  const other = clusters[(turn * 7 + 1) % clusters.length]
  const note = cluster?.notes[0] ?? allNotes(view)[0]
  if (!note || !cluster || !other) throw new Error('nothing to change')
  if (kind === 'type') noteText(theirs, note.id)?.insert(0, 'e')
  else if (kind === 'move') moveNotes(theirs, [note.id], { in: other.id, after: null, before: null })
  else {
    const author = { member: 'jon' as MemberId, side: 'local' as const, now: 2 }
    addNotes(theirs, { texts: ['One more'], spot: { in: cluster.id, after: null, before: null }, author })
  }
}
