// @vitest-environment jsdom
import type { Editor } from 'tldraw'
import { expect, test } from 'vitest'
import type { CanvasLayout } from '../../shared/layout/boxes'
import { cameraRound } from './camera'
import { BoardCamera } from './camera.react'

const BOUNDS = { x: 0, y: 0, w: 3_000, h: 2_000 }
const LAYOUT = { bounds: BOUNDS, sections: new Map(), clusters: new Map(), notes: new Map() } as unknown as CanvasLayout
const FEED = { coveredBelow: () => 80, largest: () => 1, reducedMotion: () => true }

/** A board of that size, seen whole. */
function seenWhole(size: { w: number; h: number }) {
  let view = { ...size }
  let camera = { x: 0, y: 0, z: 1 }
  const editor = {
    getCamera: () => camera,
    setCamera: (to: typeof camera) => {
      camera = to
    },
    getViewportScreenBounds: () => view,
    getCameraOptions: () => ({ zoomSteps: [] }),
    setCameraOptions: () => {},
  } as unknown as Editor
  const board = new BoardCamera(editor, FEED, () => LAYOUT)
  board.resized(view, [])
  board.fit(false)
  const becomes = async (next: typeof view, selected: readonly string[] = []) => {
    view = next
    board.resized(next, selected)
    await Promise.resolve()
  }
  const moves = (to: Partial<typeof camera>) => {
    camera = { ...camera, ...to }
  }
  return {
    becomes,
    moves,
    camera: () => camera,
    whole: () => cameraRound(BOUNDS, { ...view, covered: 80, largest: 1 }),
  }
}

test('[B34] a canvas that was seen whole is so again when a bar comes over it, and when the bar goes', async () => {
  const { becomes, camera, whole } = seenWhole({ w: 1_000, h: 700 })
  const before = camera()
  await becomes({ w: 1_000, h: 600 })
  expect(camera()).toEqual(whole())
  expect(camera()).not.toEqual(before)
  await becomes({ w: 1_000, h: 700 })
  expect(camera()).toEqual(before)
})

test('[B34] when the panel of something selected opens, the camera stays', async () => {
  const { becomes, camera } = seenWhole({ w: 1_000, h: 700 })
  const before = camera()
  await becomes({ w: 700, h: 700 }, ['one', 'two'])
  expect(camera()).toEqual(before)
})

test('[B34] when that panel closes, the canvas is seen whole again, wherever what was selected had moved it', async () => {
  const { becomes, camera, moves } = seenWhole({ w: 1_000, h: 700 })
  const before = camera()
  await becomes({ w: 700, h: 700 }, ['one', 'two'])
  moves({ x: camera().x - 400 })
  await becomes({ w: 1_000, h: 700 })
  expect(camera()).toEqual(before)
})

test('[B34] but who has zoomed in meanwhile stays where they are', async () => {
  const { becomes, camera, moves } = seenWhole({ w: 1_000, h: 700 })
  await becomes({ w: 700, h: 700 }, ['one', 'two'])
  moves({ z: 0.9 })
  await becomes({ w: 1_000, h: 700 })
  expect(camera().z).toBe(0.9)
})
