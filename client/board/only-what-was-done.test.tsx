import { cleanup, render, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { Show } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { deleteNotes } from '../../shared/document/edits'
import { lockItems } from '../../shared/document/lock-edits'
import type { ClusterId } from '../../shared/domain/ids'
import { Toasts } from '../ui/toast'
import { WorkshopInsideProvider } from '../workshop/workshop-context'
import { BoardDialogs } from './board-dialogs'
import { ClusterPanel } from './cluster-panel'
import { openBoard } from './testing/open-board'

let opened: ReturnType<typeof openBoard> | undefined
afterEach(() => {
  cleanup()
  opened?.close()
})

function open() {
  opened = openBoard()
  const { board, acts, dialogs, inside } = opened
  render(() => (
    <WorkshopInsideProvider inside={inside}>
      <BoardDialogs board={board} acts={acts} dialogs={dialogs} />
      <Toasts />
    </WorkshopInsideProvider>
  ))
  return opened
}

test('[L64] Undo of a merge takes back nothing that was done after it', async () => {
  const { canvas, dialogs, cluster, outline } = open()
  const { edits, view } = canvas
  const [section] = view.sections
  if (!section) throw new Error('no section')
  edits.addCluster({ title: 'Money', kind: 'barrier', spot: edits.endOfSection(section.id) })
  dialogs.open.merge([cluster])
  await userEvent.click(await screen.findByRole('button', { name: /Money/ }))
  edits.addNote({ text: 'written after it', spot: edits.endOf(section.id) })
  // the dialog is on its way out, and lies over the page until then
  const undo = await screen.findByRole('button', { name: 'Undo' })
  undo.click()
  expect(outline()[0]).toContain('written after it')
})

test('[L65] a note deleted while Amina chooses where to stays deleted, and she is told', async () => {
  const { canvas, dialogs, alone, outline, room } = open()
  dialogs.open.moveNotes([alone[0]])
  const place = await screen.findByRole('button', { name: /^Not sorted, in .Parked/ })
  room.fromSomebodyElse((document) => deleteNotes(document, [alone[0]], 2))
  await userEvent.click(place)
  expect(outline().join()).not.toContain('Annual bids')
  expect(canvas.view.bin).toHaveLength(1)
  expect(await screen.findByText('Somebody deleted that note meanwhile.')).toBeTruthy()
})

test('[B5] what a proposal changes for a resident is read, not written, once it is locked', () => {
  const { canvas, board, acts, dialogs, proposals, room, inside } = open()
  const { edits } = canvas
  const id = edits.addCluster({ title: 'One return', kind: 'proposal', spot: edits.endOfSection(proposals) })
  const shown = () => canvas.view.sections[1]?.clusters[0]
  render(() => (
    <WorkshopInsideProvider inside={inside}>
      <Show when={shown()}>
        {(cluster) => <ClusterPanel board={board} acts={acts} dialogs={dialogs} cluster={cluster()} />}
      </Show>
    </WorkshopInsideProvider>
  ))
  expect(screen.getByRole('textbox')).toBeTruthy()
  room.fromSomebodyElse((document) => lockItems(document, [{ is: 'cluster', id: id as ClusterId }], true))
  expect(screen.queryByRole('textbox')).toBeNull()
})

test('[L65] a dialog closes with the right to do what it is for', () => {
  const { dialogs, alone, setMayEdit } = open()
  dialogs.open.moveNotes([alone[0]])
  setMayEdit('step')
  expect(dialogs.opened()).toBeUndefined()
})

test('[B5] a field that Amina writes in closes with a lock, and with the end of the step', () => {
  const { board, room, cluster, asked, setAllowed, alone } = open()
  board.setEditing(cluster)
  room.fromSomebodyElse((document) => lockItems(document, [{ is: 'cluster', id: cluster }], true))
  expect(asked).toContain('stop editing')
  asked.length = 0
  board.setEditing(alone[0])
  setAllowed({ now: [], finishing: ['move-and-edit'] })
  expect(asked).not.toContain('stop editing')
  setAllowed({ now: [], finishing: [] })
  expect(asked).toContain('stop editing')
})

test('an answer proposed to a barrier is one step to undo', () => {
  const { acts, canvas, cluster } = open()
  acts.proposeAnswer(cluster)
  expect(canvas.view.sections[1]?.clusters[0]?.addresses).toEqual([cluster])
  canvas.edits.undo.undo()
  expect(canvas.view.sections[1]?.clusters).toEqual([])
})

test('[B51] [L64] pasted lines stay in their dialog when the step has ended meanwhile, to be copied or tried again', async () => {
  const { dialogs, setMayEdit, outline } = open()
  const before = outline().join()
  const notes = ['Totals in March', 'No lead'].map((text, index) => ({
    row: index,
    text,
    side: undefined,
    section: '',
    cluster: '',
  }))
  dialogs.intake({ is: 'lines', notes, leftOut: [] })
  const add = await screen.findByRole('button', { name: 'Add 2 notes' })
  setMayEdit('step')
  await userEvent.click(add)
  expect(await screen.findByRole('button', { name: 'Copy all' })).toBeTruthy()
  expect(screen.getByText('No lead')).toBeTruthy()
  expect(outline().join()).toBe(before)
  setMayEdit('yes')
  await userEvent.click(add)
  expect(outline().join()).toContain('No lead')
  expect(dialogs.opened()).toBeUndefined()
})

test('[B29] of what is carried together nothing comes back that somebody deletes meanwhile', () => {
  const { canvas, alone, cluster, outline, room, parked } = open()
  room.fromSomebodyElse((document) => deleteNotes(document, [alone[0]], 2))
  const { edits } = canvas
  const moved = edits.moveItems({
    notes: [{ ids: [alone[0]], spot: edits.endOf(parked) }],
    clusters: [{ ids: [cluster], spot: edits.endOfSection(parked) }],
    drawings: [],
    sections: [],
  })
  expect(moved).toBeDefined()
  expect(outline().join()).not.toContain('Annual bids')
  expect(canvas.view.sections.find(({ id }) => id === parked)?.clusters.map(({ id }) => id)).toEqual([cluster])
})
