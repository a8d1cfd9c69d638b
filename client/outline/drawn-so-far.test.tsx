import { render } from '@solidjs/testing-library'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ClusterId, NoteId } from '../../shared/domain/ids'
import { createCanvas } from '../workshop/canvas'
import { AttentionProvider, useAttention } from '../workshop/shell/attention'
import { jon } from '../workshop/testing/workshop-of'
import { WorkshopInsideProvider } from '../workshop/workshop-context'
import { clusterHeadId } from './outline-context'
import { OutlineView } from './outline-view'
import { addField, aroundEveryTest, canvasId, openList } from './testing/open-list'

aroundEveryTest()

let frames: FrameRequestCallback[]
beforeEach(() => {
  frames = []
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.stubGlobal('matchMedia', () => ({
    matches: true,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }))
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
  const ids: ClusterId[] = []
  world.document.transact(() => {
    for (let index = 0; index < unsorted; index++) world.note(`Unsorted ${index}`, world.barriers, jon)
    for (let index = 0; index < headings; index++) {
      const held = Array.from(
        { length: notes },
        (_, number): NoteId => world.note(`Forms ${number}`, world.barriers, jon),
      )
      ids.push(world.cluster(`Heading ${index}`, 'barrier', held))
    }
  })
  let attention: ReturnType<typeof useAttention> | undefined
  const Page = () => {
    attention = useAttention()
    return <OutlineView canvas={createCanvas(canvasId)} />
  }
  render(() => (
    <WorkshopInsideProvider inside={world.inside}>
      <AttentionProvider>
        <Page />
      </AttentionProvider>
    </WorkshopInsideProvider>
  ))
  const bringsTo = (id: ClusterId) => attention?.want({ canvasId, item: { is: 'cluster', id }, focus: true })
  return { ...world, ids, bringsTo }
}

describe('[L71] a long list comes in turns', () => {
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

  test('what somebody is brought to is shown once all of it is there', () => {
    const { ids, bringsTo } = openWith({ headings: 12, notes: 20 })
    const far = ids.find((id) => document.getElementById(clusterHeadId(id)) === null) as ClusterId
    bringsTo(far)
    vi.advanceTimersByTime(1_000)
    expect(document.activeElement).toBe(document.body)
    draw()
    draw()
    vi.advanceTimersByTime(1_000)
    expect(document.activeElement?.id).toBe(clusterHeadId(far))
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
