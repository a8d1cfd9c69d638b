import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CanvasView } from '../../../shared/domain/canvas-view'
import type { DrawingView } from '../../../shared/domain/drawing'
import { layoutCanvas } from '../../../shared/layout/canvas-layout'
import { linkRoutes } from '../../../shared/layout/link-routes'
import { aCanvas, aCluster, aNote, anyCanvas, aSection } from '../../../shared/layout/testing/canvases'
import { boardShapes } from '../board-shapes'
import { canvasSvg, cutOf, type ImageOf } from './canvas-svg'
import { imageName, imageSize } from './image-size'
import { paletteFrom } from './palette'

const palette = paletteFrom((name) => name)
const frame = { x: 0, y: 0, w: 1600, h: 520 }

function svgOf(view: CanvasView, of: ImageOf = { is: 'canvas' }, heading = 'Homelessness funding · OFFICIAL') {
  const layout = layoutCanvas(view)
  return canvasSvg({
    ...cutOf(of, layout, boardShapes(view, layout), linkRoutes(view, layout)),
    palette,
    heading,
    fonts: '',
  })
}

/** Fails as a browser does for what is not well-formed, or asks for something from elsewhere. */
function parsed(svg: string): Document {
  const page = new DOMParser().parseFromString(svg, 'image/svg+xml')
  expect(page.querySelector('parsererror')?.textContent).toBeUndefined()
  return page
}

const wordsOf = (svg: string) => [...parsed(svg).querySelectorAll('text')].map((line) => line.textContent)

const drawing = {
  ...{ id: 'd', sketch: 'd', section: 's', at: { x: 900, y: 200 }, text: '', description: 'Round', author: 'amina1' },
  record: { v: 1, kind: 'pen', points: [0, 0, 80, 40], colour: 'red', size: 'thick' },
} as unknown as DrawingView
const view = {
  ...aCanvas([
    aSection('s', frame, {
      notes: [aNote('a', 'Annual bids', { author: 'amina1' as never })],
      clusters: [aCluster('c', [aNote('b', 'Four returns', { side: 'central' })])],
    }),
    aSection('t', { x: 0, y: 560, w: 1600, h: 320 }, { title: 'What could we do?' }),
  ]),
  drawings: [drawing],
}

describe('a picture of a canvas', () => {
  test('[B46] everything that is written and drawn is in it, with the marking, and nobody’s name', () => {
    const { svg } = svgOf(view)
    const words = wordsOf(svg).join(' ')
    for (const said of ['OFFICIAL', 'Annual bids', 'Four returns', 'What gets in the way?', 'Barrier', '1 note'])
      expect(words).toContain(said)
    expect(svg).toContain('M0 0L80 40')
    expect(svg).not.toContain('amina1')
  })

  test('[B46] an arrow leads from a proposal to what it answers, where both are in the picture', () => {
    const answered = aCanvas([
      aSection('s', frame, { clusters: [aCluster('c', [aNote('b', 'Four returns')], { folded: true })] }),
      aSection(
        't',
        { x: 0, y: 560, w: 1600, h: 320 },
        {
          clusters: [aCluster('p', [], { kind: 'proposal', addresses: ['c'] as never })],
        },
      ),
    ])
    expect(svgOf(answered).svg.match(/rotate\(/g)).toHaveLength(1)
    expect(wordsOf(svgOf(answered).svg)).toContain('1 more')
    expect(svgOf(answered, { is: 'section', id: 't' }).svg).not.toContain('rotate(')
  })

  test('[B46] of a section it holds what lies on it; of a selection nothing else', () => {
    expect(wordsOf(svgOf(view, { is: 'section', id: 't' }).svg)).not.toContain('Annual bids')
    expect(wordsOf(svgOf(view, { is: 'section', id: 's' }).svg)).toContain('Annual bids')
    const selection = wordsOf(svgOf(view, { is: 'selection', ids: ['c'] }, '').svg)
    expect(selection).toContain('Four returns')
    expect(selection).not.toContain('Annual bids')
    expect(svgOf(view, { is: 'selection', ids: ['d'] }).w).toBe(80 + 56)
  })

  test('[B46] whatever people write is words in it, and it asks for nothing from elsewhere', () => {
    fc.assert(
      fc.property(anyCanvas({ free: true }), (any) => {
        const { svg } = svgOf(any)
        const page = parsed(svg)
        const kinds = new Set([...page.querySelectorAll('*')].map((element) => element.localName))
        expect([...kinds].filter((kind) => !KNOWN.has(kind))).toEqual([])
        expect(svg).not.toMatch(/="[^"]*(NaN|Infinity|undefined)/)
      }),
      { numRuns: 20 },
    )
    const nasty = '</text><script>alert(1)</script> \u0000\u000b\ud800 "&<'
    expect(wordsOf(svgOf(aCanvas([aSection('s', frame, { title: nasty })])).svg).join('')).toContain('<script>alert(1)')
  })

  test('[B47] twice its size, or as large as a browser can draw', () => {
    expect(imageSize({ w: 1600, h: 900 })).toEqual({ w: 3200, h: 1800, scale: 2, isSmaller: false })
    for (const large of [
      { w: 40_000, h: 900 },
      { w: 20_000, h: 30_000 },
      { w: 1, h: 1e6 },
    ]) {
      const { w, h, isSmaller } = imageSize(large)
      expect([isSmaller, w <= 16_384, h <= 16_384, w * h <= 60_000_000, w > 0]).toEqual([true, true, true, true, true])
    }
  })

  test('its name is that of workshop and canvas, in letters of every script', () => {
    expect(imageName(['Tŷ newydd: “../x”', 'Barriers and proposals'], 'canvas')).toBe(
      'tŷ-newydd-x-barriers-and-proposals.png',
    )
    expect(imageName(['Funding', 'Funding', ''], 'canvas')).toBe('funding.png')
    expect(imageName(['***'], 'canvas')).toBe('canvas.png')
  })
})

const KNOWN = new Set(['svg', 'style', 'rect', 'text', 'g', 'path', 'circle'])
