import { createRoot } from 'solid-js'
import { describe, expect, test } from 'vitest'
import { deleteCluster, deleteNotes, mergeClusters } from '../../shared/document/edits'
import type { CanvasId } from '../../shared/domain/ids'
import { createCanvas } from './canvas'
import type { Canvas } from './contract'
import { putBack } from './put-back'
import { canvasInMemory, endOf, outlineOf } from './testing/canvas-in-memory'
import { amina, fay, workshopOf } from './testing/workshop-of'
import { WorkshopInsideProvider } from './workshop-context'

/** Fay's canvas: two barriers, and in the first of them a note that was deleted. */
function openCanvas() {
  const memory = canvasInMemory()
  const { document, barriers, note, cluster } = memory
  const lift = note('The lift is out', barriers, amina)
  const returns = note('Four returns', barriers, amina)
  const forms = cluster('Forms', 'barrier', { in: barriers, notes: [returns, lift] })
  const buildings = cluster('Buildings', 'barrier', { in: barriers })
  deleteNotes(document, [lift], 5)
  const world = workshopOf({ me: fay })
  const id = 'canvas1' as CanvasId
  world.roomOf({ kind: 'canvas', canvasId: id }).replace(document)
  const canvas = createRoot(() => {
    let made: Canvas | undefined
    WorkshopInsideProvider({
      inside: world.inside,
      get children() {
        made = createCanvas(id)
        return undefined
      },
    })
    if (!made) throw new Error('not opened')
    return made
  })
  return { ...memory, ...world, canvas, lift, returns, forms, buildings }
}

describe('[B60] what is put back', () => {
  test('is where it was, in its place among the others', () => {
    const { canvas, document, lift } = openCanvas()
    expect(putBack(canvas, { is: 'note', id: lift })).toBe('Put back in “Forms”.')
    expect(outlineOf(document)[0]).toContain('barrier Forms: Four returns, The lift is out')
  })

  test('whose cluster was deleted meanwhile lies in its section, and in the cluster once that is back', () => {
    const { canvas, document, lift, returns, forms, barriers } = openCanvas()
    deleteCluster(document, { id: forms, notes: [returns], to: endOf(barriers), now: 6 })
    expect(putBack(canvas, { is: 'note', id: lift })).toBe('Put back in “What gets in the way?”.')
    expect(outlineOf(document)[0]).toContain('The lift is out')
    expect(putBack(canvas, { is: 'cluster', id: forms })).toBe('Put back in “What gets in the way?”.')
    expect(outlineOf(document)[0]).toContain('barrier Forms: The lift is out')
  })

  test('whose cluster was merged meanwhile lies where that went', () => {
    const { canvas, document, lift, returns, forms, buildings } = openCanvas()
    mergeClusters(document, { from: [forms], into: buildings, notes: [returns], lastOfInto: null })
    expect(putBack(canvas, { is: 'note', id: lift })).toBe('Put back in “Buildings”.')
    expect(outlineOf(document)[0]?.[0]).toMatch(/^barrier Buildings: .*The lift is out/)
  })

  test('is said to be back only when it is', () => {
    const { canvas, lift, setMayEdit } = openCanvas()
    setMayEdit('ended')
    expect(putBack(canvas, { is: 'note', id: lift })).toBeUndefined()
    expect(canvas.view.bin).toHaveLength(1)
  })
})
