// @vitest-environment jsdom
import { createTLStore, type Editor, PageRecordType, type TLPageId } from 'tldraw'
import { expect, test, vi } from 'vitest'
import type { Frame } from '../../shared/domain/canvas-view'
import { layoutCanvas } from '../../shared/layout/canvas-layout'
import { aCanvas, aNote, aSection } from '../../shared/layout/testing/canvases'
import { boardShapes } from './board-shapes'
import { boxOf } from './items-at'
import { createShapeUtils } from './shapes.react'
import { ShapesNear } from './shapes-near.react'

const page = PageRecordType.createId('page') as TLPageId

/** A section of many notes in one row, and a window upon the first of them. */
function lookAtTheFirst() {
  const notes = Array.from({ length: 12 }, (_, index) => aNote(`note${index}`, 'Forms on Fridays'))
  const view = aCanvas([aSection('all', { x: 0, y: 0, w: 4_000, h: 520 }, { notes })])
  const layout = layoutCanvas(view)
  const drawing = { view, layout, shapes: boardShapes(view, layout) }
  const store = createTLStore({ shapeUtils: createShapeUtils({} as never), bindingUtils: [] })
  const { x, y, w, h } = boxOf(layout, 'note0') as Frame
  let state: 'idle' | 'moving' = 'idle'
  const editor = {
    store,
    getCurrentPageId: () => page,
    getViewportPageBounds: () => ({ x, y, w: 2 * w, h }),
    getZoomLevel: () => 1,
    getCameraState: () => state,
  } as unknown as Editor
  const near = new ShapesNear(() => ({ drawing, far: false, always: new Set(), lost: undefined, held: new Set() }))
  near.open(editor)
  const refresh = (now: typeof state) => {
    state = now
    near.refresh()
    return near.drawnNow().size
  }
  return { refresh }
}

test('[B14] while nothing moves what lies round the window is made ready, and while one pans it is not', () => {
  vi.stubGlobal('requestAnimationFrame', () => 1)
  const panning = lookAtTheFirst()
  const shown = Array.from({ length: 6 }, () => panning.refresh('moving'))
  const [inSight = 0, before] = shown.reverse()
  expect(inSight).toBeGreaterThan(0)
  expect(inSight).toBe(before)
  const resting = lookAtTheFirst()
  expect(resting.refresh('idle')).toBeGreaterThan(inSight)
})
