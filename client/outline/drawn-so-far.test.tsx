import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { NoteId } from '../../shared/domain/ids'
import { jon } from '../workshop/testing/workshop-of'
import { addField, aroundEveryTest, openList } from './testing/open-list'

aroundEveryTest()

let frames: FrameRequestCallback[]
beforeEach(() => {
  frames = []
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame))
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** The browser draws, and then has a moment for the page. */
function draw(): void {
  for (const frame of frames.splice(0)) frame(0)
  vi.advanceTimersByTime(1)
}

const rows = () => document.querySelectorAll('[data-note]').length
const cards = () => document.querySelectorAll('[data-cluster]').length

/** Each heading with as many notes of Jon's. */
function openWith({ headings, notes, unsorted = 0 }: { headings: number; notes: number; unsorted?: number }) {
  const world = openList()
  world.document.transact(() => {
    for (let index = 0; index < unsorted; index++) world.note(`Unsorted ${index}`, world.barriers, jon)
    for (let index = 0; index < headings; index++) {
      const ids = Array.from(
        { length: notes },
        (_, number): NoteId => world.note(`Forms ${number}`, world.barriers, jon),
      )
      world.cluster(`Heading ${index}`, 'barrier', ids)
    }
  })
  world.show()
  return world
}

describe('[L65] a long list comes in turns', () => {
  test('the first of it can be read and a note be written before the rest is there', () => {
    openWith({ headings: 12, notes: 20, unsorted: 40 })
    expect([cards(), rows()]).toEqual([3, 15 + 3 * 15])
    expect(document.querySelector('[data-note-text]')?.textContent).toMatch(/^Unsorted/)
    expect(addField().disabled).toBe(false)
    draw()
    expect([cards(), rows()]).toEqual([6, 30 + 6 * 20])
    draw()
    expect([cards(), rows()], 'and then there is no more to come').toEqual([12, 40 + 12 * 20])
    draw()
    expect(frames).toEqual([])
  })

  test('a short one is there at once, and what is added later to any', () => {
    const { document: canvas, barriers, note } = openWith({ headings: 20, notes: 5 })
    expect([cards(), rows()]).toEqual([20, 100])
    expect(frames).toEqual([])
    canvas.transact(() => {
      for (let index = 0; index < 40; index++) note(`More ${index}`, barriers, jon)
    })
    expect(rows()).toBe(140)
  })
})
