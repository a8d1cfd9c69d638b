import { afterEach, describe, expect, test, vi } from 'vitest'
import { deleteNotes } from '../../shared/document/edits'
import { lockItems } from '../../shared/document/lock-edits'
import { allClusters } from '../../shared/domain/canvas-view'
import * as toasts from '../ui/toast'
import { fay } from '../workshop/testing/workshop-of'
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

describe('[B23] a cluster let go on another', () => {
  /** A second barrier, with one note, beside the sample's. */
  function twoBarriers() {
    const board = open()
    const { acts, canvas, cluster, barriers, alone } = board
    acts.addCluster([alone[0]], 'barrier')
    const other = allClusters(canvas.view).find(({ id }) => id !== cluster)?.id
    if (!other) throw new Error('no second barrier')
    return { ...board, other, barriers }
  }

  test('is asked about first, and nothing is changed until then', () => {
    const { events, dialogs, on, updates, cluster, other, inCluster } = twoBarriers()
    const before = updates()
    events.dropped([other], drop(on(inCluster[1] ?? ''), other))
    expect(dialogs.opened()).toEqual({ is: 'merge-on', from: other, into: cluster })
    expect(updates()).toBe(before)
  })

  test('on its heading it goes beside it', () => {
    const { events, dialogs, on, canvas, cluster, other } = twoBarriers()
    events.dropped([other], drop(on(cluster), other))
    expect(dialogs.opened()).toBeUndefined()
    expect(canvas.view.sections[0]?.clusters.map(({ id }) => id)).toEqual([other, cluster])
  })

  test('merging into one that somebody has just deleted changes nothing and says so', () => {
    const { canvas, cluster, other, updates } = twoBarriers()
    canvas.edits.deleteCluster(cluster)
    const before = updates()
    canvas.edits.mergeClusters([other], cluster)
    expect(updates()).toBe(before)
    expect(said().at(-1)).toContain('deleted or merged that cluster meanwhile')
  })
})

describe('[B20] [B24] folding and splitting', () => {
  test('a press folds for everybody and a second one opens, each to be undone in words', () => {
    const { events, canvas, cluster } = open()
    events.folded(cluster)
    expect(allClusters(canvas.view)[0]?.folded).toBe(true)
    expect(canvas.edits.undo.undoLabel()).toBe('Undo folding a cluster')
    events.folded(cluster)
    expect(allClusters(canvas.view)[0]?.folded).toBeFalsy()
    canvas.edits.undo.undo()
    expect(allClusters(canvas.view)[0]?.folded).toBe(true)
  })

  test('selected notes of one cluster are split off beside it; of several, gathered in a new one', () => {
    const { acts, canvas, board, inCluster, cluster, alone } = open()
    board.setSelected(inCluster.slice(1))
    acts.addCluster()
    const [first, second] = canvas.view.sections[0]?.clusters ?? []
    expect(first?.id).toBe(cluster)
    expect(second?.notes.map((note) => note.text)).toEqual(['Four returns', 'Definitions differ'])
    expect(canvas.edits.undo.undoLabel()).toBe('Undo splitting a cluster')
    board.setSelected([inCluster[0] ?? '', alone[0]])
    acts.addCluster()
    expect(canvas.edits.undo.undoLabel()).toBe('Undo new cluster')
  })
})

describe('[B25] locks', () => {
  test('a locked note stays for Amina, who is told why; its neighbours move', () => {
    const { events, canvas, board, on, updates, parked, alone } = open()
    lockItems(canvas.document(), [{ is: 'note', id: alone[0] }], true)
    const before = updates()
    expect(board.mayChange([alone[0]])).toBe(false)
    events.dropped([alone[0]], drop(on(parked), alone[0]))
    expect(updates()).toBe(before)
    expect(said()).toEqual(['A facilitator has locked this. Ask them to unlock it.'])
    events.dropped([alone[1]], drop(on(parked), alone[1]))
    expect(updates()).toBe(before + 1)
  })

  test('no edit of hers reaches a locked cluster, from whatever view; a facilitator moves it', () => {
    const { canvas, cluster, inCluster, parked, updates } = open()
    lockItems(canvas.document(), [{ is: 'cluster', id: cluster }], true)
    const before = updates()
    const { edits } = canvas
    edits.moveCluster(cluster, edits.endOfSection(parked))
    edits.changeKind(cluster, 'theme')
    edits.deleteCluster(cluster)
    edits.moveNotes([inCluster[0] as never], edits.endOf(parked))
    edits.addNote({ spot: edits.endOf(cluster) })
    edits.foldClusters([cluster], true)
    edits.splitCluster({ from: cluster, notes: [inCluster[0] as never] })
    expect(updates()).toBe(before)
    expect(new Set(said())).toEqual(
      new Set(['“Four returns ask the same questions” is locked. Ask a facilitator to unlock it.']),
    )
    const her = open({ me: fay })
    her.canvas.edits.setLocked([{ is: 'cluster', id: her.cluster }], true)
    her.canvas.edits.moveCluster(her.cluster, her.canvas.edits.endOfSection(her.parked))
    expect(her.canvas.view.sections[2]?.clusters.map(({ id }) => id)).toEqual([her.cluster])
  })

  test('what she did is not hers to take back once it is locked', () => {
    const { canvas, cluster, updates } = open()
    canvas.edits.changeKind(cluster, 'theme')
    lockItems(canvas.document(), [{ is: 'cluster', id: cluster }], true)
    const before = updates()
    canvas.edits.undo.undo()
    expect(updates()).toBe(before)
    expect(said().at(-1)).toContain('is locked')
    lockItems(canvas.document(), [{ is: 'cluster', id: cluster }], false)
    canvas.edits.undo.undo()
    expect(allClusters(canvas.view)[0]?.kind).toBe('barrier')
  })

  test('locking is for facilitators', () => {
    const { canvas, cluster, updates } = open()
    canvas.edits.setLocked([{ is: 'cluster', id: cluster }], true)
    canvas.edits.addSection()
    expect(updates()).toBe(0)
  })
})

describe('[B26] deleted while Amina writes in it', () => {
  test('she is told, can put it back, and is told again when she has finished', () => {
    const { events, canvas, alone } = open()
    events.editing(alone[0])
    deleteNotes(canvas.document(), [alone[0]], 2)
    events.lostField(alone[0])
    canvas.noteText(alone[0])?.insert(0, 'Still mine. ')
    events.editing(null)
    expect(said()).toEqual([
      'Somebody else deleted this note. Write on: every word is kept in Recently deleted.',
      'This note was deleted while you wrote in it. Every word is in Recently deleted.',
    ])
    expect(canvas.view.bin[0]?.text).toBe('Still mine. Annual bids')
    toast.mock.calls.at(-1)?.[0].action?.run()
    expect(canvas.view.sections[0]?.notes.map((note) => note.text)).toContain('Still mine. Annual bids')
  })
})

describe('[B22] sections', () => {
  test('a facilitator moves one by dragging its frame, and makes it larger; both undone in words', () => {
    const { events, canvas, parked } = open({ me: fay })
    const frame = () => canvas.view.sections.find(({ id }) => id === parked)?.frame
    const before = { ...frame() }
    events.reframed(parked, 'move', { x: 40, y: 1_000, w: 520, h: 340 })
    expect(frame()).toMatchObject({ x: 40, y: 1_000 })
    events.reframed(parked, 'resize', { x: 40, y: 1_000, w: 900, h: 400 })
    expect(frame()).toMatchObject({ w: 900, h: 400 })
    expect(canvas.edits.undo.undoLabel()).toBe('Undo change of a section’s size')
    canvas.edits.undo.undo()
    canvas.edits.undo.undo()
    expect(frame()).toEqual(before)
  })

  test('one that is removed leaves what lay in it; the last one stays', () => {
    const { acts, canvas, outline, barriers, proposals, parked } = open({ me: fay })
    acts.removeSection(barriers)
    expect(outline()[0]).toContain('Annual bids')
    expect(outline()[0]).toContain('Hours on forms')
    for (const id of [proposals, parked]) acts.removeSection(id)
    expect(canvas.view.sections).toHaveLength(1)
    toast.mock.calls.at(0)?.[0].action?.run()
    expect(canvas.view.sections).toHaveLength(1)
  })
})
