import { describe, expect, test } from 'vitest'
import type { Frame } from '../../shared/domain/canvas-view'
import { layoutCanvas } from '../../shared/layout/canvas-layout'
import { aCanvas, aCluster, aNote, aSection } from '../../shared/layout/testing/canvases'
import { boardShapes } from './board-shapes'
import type { Drawing } from './crossing'
import { type Colours, drawFar, type FarView } from './far-picture'
import { boxOf } from './items-at'
import { nearShapes } from './near'

/** Two sections far apart: one with a barrier of two notes and a note in none, one with a note. */
function drawing(): Drawing {
  const view = aCanvas([
    aSection(
      'near',
      { x: 0, y: 0, w: 1600, h: 520 },
      {
        notes: [aNote('alone', 'Annual bids')],
        clusters: [aCluster('c', [aNote('a', 'Four returns'), aNote('b', 'No lead')], { title: 'Late money' })],
      },
    ),
    aSection('far', { x: 0, y: 40_000, w: 1600, h: 520 }, { notes: [aNote('away', 'Elsewhere')] }),
  ])
  const layout = layoutCanvas(view)
  return { view, layout, shapes: boardShapes(view, layout) }
}

const NOTHING = { drawn: new Map(), always: new Set<string>() }
const around = (one: Drawing, id: string): Frame => boxOf(one.layout, id) ?? { x: 0, y: 0, w: 1, h: 1 }

describe('[B12] what is a shape of its own', () => {
  test('what lies in the window, and nothing that lies far from it', () => {
    const one = drawing()
    expect([...nearShapes(one, around(one, 'near'), NOTHING).keys()].sort()).toEqual(['a', 'alone', 'b', 'c', 'near'])
    expect([...nearShapes(one, around(one, 'far'), NOTHING).keys()].sort()).toEqual(['away', 'far'])
  })

  test('what is written in or in hand stays one, wherever one looks', () => {
    const one = drawing()
    const kept = nearShapes(one, around(one, 'far'), { ...NOTHING, always: new Set(['a', 'gone']) })
    expect([...kept.keys()].sort()).toEqual(['a', 'away', 'far'])
  })

  test('what is one already stays it a little longer than it took to become one', () => {
    const one = drawing()
    const { x, y, w, h } = around(one, 'a')
    const beside = { x: x + w * 1.3, y, w, h }
    expect(nearShapes(one, beside, NOTHING).has('a')).toBe(false)
    expect(nearShapes(one, beside, { ...NOTHING, drawn: new Map([['a', true]]) }).has('a')).toBe(true)
  })

  test('what one would see next, were one to move, is made while nothing moves', () => {
    const one = drawing()
    const { x, y, w, h } = around(one, 'a')
    const beside = { x: x + w * 1.3, y, w, h }
    expect(nearShapes(one, beside, { ...NOTHING, ahead: true }).has('a')).toBe(true)
    expect(nearShapes(one, beside, { ...NOTHING, ahead: true }).has('away')).toBe(false)
  })
})

describe('[B13] the picture from afar', () => {
  test('has every card in the window, and headlines that are read', () => {
    const one = drawing()
    const { drawn, words } = drawnFrom(one, { headlines: true })
    // both sections, which are few, and of cards only those in sight
    expect(drawn).toBe(6)
    expect(words.join(' ')).toContain('Late money')
    expect(words.join(' ')).not.toContain('Elsewhere')
  })

  test('on a phone no title lies on the section above, however near that is', () => {
    const view = aCanvas([
      aSection('above', { x: 0, y: 0, w: 1600, h: 520 }, { title: 'Barriers' }),
      aSection('below', { x: 0, y: 560, w: 1600, h: 520 }, { title: 'Proposals' }),
    ])
    const layout = layoutCanvas(view)
    const camera = { x: 0, y: 0, z: 0.12 }
    const { boxes } = drawnFrom({ view, layout, shapes: boardShapes(view, layout) }, { camera })
    const above = around({ view, layout, shapes: new Map() }, 'above')
    const [, title] = boxes.slice(-2)
    expect(title?.y).toBeGreaterThan((above.y + above.h) * camera.z)
    expect(title?.y).toBeLessThan(around({ view, layout, shapes: new Map() }, 'below').y * camera.z)
  })

  test('leaves out what is a shape of its own, and all words while those are near', () => {
    const one = drawing()
    const { drawn, words } = drawnFrom(one, { headlines: false, apart: new Map([['a', true]]) })
    expect([drawn, words]).toEqual([5, []])
  })

  test('shows what is in hand where it is held', () => {
    const one = drawing()
    const at = (moved: string[]) =>
      drawnFrom(one, { moved: new Set(moved), by: { x: 5_000, y: 0 } }).boxes.filter(({ x }) => x > 1_000)
    expect(at([])).toEqual([])
    expect(at(['a']).length).toBeGreaterThan(0)
  })
})

/** Draws at a fifth of the size onto a pen that writes down what it was asked for. */
function drawnFrom(one: Drawing, more: Partial<FarView>) {
  const words: string[] = []
  const boxes: Frame[] = []
  const pen = {
    ...{ save() {}, restore() {}, translate() {}, rotate() {}, strokeRect() {} },
    fillText: (text: string) => void words.push(text),
    fillRect: (x: number, y: number, w: number, h: number) => void boxes.push({ x, y, w, h }),
  } as unknown as CanvasRenderingContext2D
  const view: FarView = {
    drawing: one,
    camera: { x: 0, y: 0, z: 0.2 },
    size: { w: 1440, h: 900 },
    ...{ apart: new Map(), selected: new Set<string>(), moved: new Set<string>(), faint: new Set<string>() },
    ...{ by: { x: 0, y: 0 }, target: null, scheme: 'light', version: 0, headlines: true },
    ...more,
  }
  const sides = { central: 'blue', local: 'green', other: 'purple', none: 'grey' }
  const colours = { notes: sides, edges: sides, blocks: sides, font: 'sans-serif' } as unknown as Colours
  return { drawn: drawFar(pen, view, colours), words, boxes }
}
