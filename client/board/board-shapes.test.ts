import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CanvasView } from '../../shared/domain/canvas-view'
import { layoutCanvas } from '../../shared/layout/canvas-layout'
import { aCanvas, aCluster, aNote, anyCanvas, aSection } from '../../shared/layout/testing/canvases'
import { boardShapes } from './board-shapes'

const shapesOf = (view: CanvasView) => boardShapes(view, layoutCanvas(view))
const frame = { x: 0, y: 0, w: 1600, h: 520 }

function clusterShape(view: CanvasView, id: string) {
  const shape = shapesOf(view).get(id)
  if (shape?.type !== 'cluster') throw new Error(`${id} is no cluster`)
  return shape.props
}

describe('what the board draws', () => {
  test('a cluster counts its notes by side, in words, and leaves out a side without any', () => {
    const notes = [aNote('a', 'x', { side: 'central' }), aNote('b'), aNote('c'), aNote('d', 'x', { side: null })]
    const props = clusterShape(aCanvas([aSection('s', frame, { clusters: [aCluster('k', notes)] })]), 'k')
    expect(props).toMatchObject({ central: '1 note', local: '2 notes', other: '', none: '1 note', kindName: 'Barrier' })
  })

  test('a barrier says whether it is answered, a proposal what it answers and what changes for a resident', () => {
    const view = (addresses: string[]) =>
      aCanvas([
        aSection('s', frame, {
          clusters: [
            aCluster('returns'),
            aCluster('report', [], {
              kind: 'proposal',
              addresses: addresses as never,
              residentChange: 'A caseworker spends the day with them, not with the form.',
            }),
          ],
        }),
      ])
    expect(clusterShape(view([]), 'returns').foot).toBe('No proposal yet')
    expect(clusterShape(view(['returns']), 'returns').foot).toBe('Addressed by 1 proposal')
    expect(clusterShape(view(['returns']), 'report')).toMatchObject({
      foot: 'Answers 1 barrier',
      residentLabel: 'What changes for a resident',
      resident: ['A caseworker spends the day with them, not with the form.'],
    })
  })

  test('a heading without words says so, and an empty barrier shows where notes go', () => {
    const props = clusterShape(aCanvas([aSection('s', frame, { clusters: [aCluster('k', [], { title: ' ' })] })]), 'k')
    expect(props).toMatchObject({ title: ['Untitled barrier'], untitled: true, dropHere: 'Drop notes here' })
  })

  test('every item is drawn once, sections under clusters under notes', () => {
    fc.assert(
      fc.property(anyCanvas({ free: true }), (view) => {
        const shapes = [...shapesOf(view).values()]
        const layers = shapes.map((shape) => shape.layer)
        expect(layers).toEqual([...layers].sort())
        expect(new Set(shapes.map((shape) => shape.id)).size).toBe(shapes.length)
      }),
      { seed: 5, numRuns: 60 },
    )
  })
})
