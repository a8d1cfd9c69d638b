// @vitest-environment jsdom
import type { Editor } from 'tldraw'
import { expect, test } from 'vitest'
import { keepAllDrawn, Layers, showMoving } from './layers.react'

/** As much of a canvas as this needs: some shapes, and a camera. */
function aCanvasOf(...ids: string[]) {
  const container = document.createElement('div')
  container.innerHTML = ids.map((id) => `<div class="tl-shape" data-shape-id="shape:${id}"></div>`).join('')
  const camera = { state: 'idle' }
  const editor = {
    getContainer: () => container,
    getCameraState: () => camera.state,
    getCulledShapes: () => new Set(ids),
  } as unknown as Editor
  const layers = () => [...container.children].map((shape) => (shape as HTMLElement).style.willChange)
  return { editor, container, camera, layers }
}

test('[B16] what is in hand lies on layers of its own, and nothing else, until it is let go', () => {
  const { editor, layers } = aCanvasOf('a', 'b', 'c')
  const raised = new Layers()
  raised.raise(editor, new Set(['a', 'c', 'far away']))
  expect(layers()).toEqual(['transform', '', 'transform'])
  raised.raise(editor, new Set(['b']))
  expect(layers()).toEqual(['', 'transform', ''])
  raised.lower()
  expect(layers()).toEqual(['', '', ''])
})

test('[B16] a whole board in hand is not a layer for each note', () => {
  const ids = Array.from({ length: 300 }, (_, number) => `note ${number}`)
  const { editor, layers } = aCanvasOf(...ids)
  new Layers().raise(editor, new Set(ids))
  expect(new Set(layers())).toEqual(new Set(['']))
})

test('[B16] while the camera moves the shapes are one layer', () => {
  const { editor, container, camera } = aCanvasOf('a')
  camera.state = 'moving'
  showMoving(editor)
  expect(container.hasAttribute('data-moving')).toBe(true)
  camera.state = 'idle'
  showMoving(editor)
  expect(container.hasAttribute('data-moving')).toBe(false)
})

test('[B16] no shape is hidden and laid out again as it leaves the window and comes back', () => {
  const { editor } = aCanvasOf('a', 'b')
  keepAllDrawn(editor)
  expect(editor.getCulledShapes().size).toBe(0)
})
