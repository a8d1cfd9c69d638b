import type { Frame } from '../../../shared/domain/canvas-view'
import { around, type CanvasLayout } from '../../../shared/layout/boxes'
import type { LinkRoute } from '../../../shared/layout/link-routes'
import type { BoardShape } from '../board-shapes'
import { boxOf } from '../items-at'
import { withAllIn, withSketches } from '../moved-together'
import { linkSvg, shapeSvg } from './card-svg'
import type { Palette } from './palette'
import { escaped, textLines } from './svg-parts'

/** What a picture is of. */
export type ImageOf = { is: 'canvas' } | { is: 'section'; id: string } | { is: 'selection'; ids: readonly string[] }

const MARGIN = 28
const HEADING = 40

type Cut = { frame: Frame; shapes: BoardShape[] }

/**
 * The frame of a picture, and what is drawn in it: of a section all that lies on it, of a selection nothing else. An arrow
 * is drawn where both its ends are.
 */
export function cutOf(
  of: ImageOf,
  layout: CanvasLayout,
  shapes: ReadonlyMap<string, BoardShape>,
  links: readonly LinkRoute[],
): Cut & { links: LinkRoute[] } {
  const cut = shapesOf(of, layout, shapes)
  const ids = new Set(cut.shapes.map(({ id }) => id))
  return { ...cut, links: links.filter(({ proposal, barrier }) => ids.has(proposal) && ids.has(barrier)) }
}

function shapesOf(of: ImageOf, layout: CanvasLayout, shapes: ReadonlyMap<string, BoardShape>): Cut {
  const all = [...shapes.values()]
  if (of.is === 'canvas') return { frame: layout.bounds, shapes: all }
  if (of.is === 'section') {
    const frame = boxOf(layout, of.id) ?? layout.bounds
    const isOn = (shape: BoardShape) => shape.id === of.id || (shape.type !== 'section' && overlap(boxed(shape), frame))
    return { frame, shapes: all.filter(isOn) }
  }
  const chosen = withAllIn(layout, withSketches(layout, of.ids))
  const picked = all.filter(({ id }) => chosen.has(id))
  return { frame: around(picked.map(boxed)) ?? layout.bounds, shapes: picked }
}

/** A picture as SVG: the canvas from its layout, with a heading, in one file that needs nothing from elsewhere [B46]. */
export function canvasSvg(picture: {
  frame: Frame
  shapes: readonly BoardShape[]
  links: readonly LinkRoute[]
  palette: Palette
  heading: string
  /** Rules with the fonts in them. */
  fonts: string
}): { svg: string; w: number; h: number } {
  const { frame, shapes, links, palette, heading, fonts } = picture
  const top = heading === '' ? 0 : HEADING
  const w = Math.ceil(frame.w + 2 * MARGIN)
  const h = Math.ceil(frame.h + 2 * MARGIN + top)
  const inOrder = [...shapes].sort((a, b) => a.layer - b.layer)
  const ground = inOrder.filter(({ type }) => type === 'section')
  const cards = inOrder.filter(({ type }) => type !== 'section')
  const words = textLines(
    [heading],
    { x: MARGIN, y: MARGIN / 2 + 6 },
    { size: 18, line: 26, weight: 650, fill: palette.ink },
  )
  // arrows over the ground of the sections, under the cards
  const content = [
    ...ground.map((shape) => shapeSvg(shape, palette)),
    ...links.map((route) => linkSvg(route, palette)),
    ...cards.map((shape) => shapeSvg(shape, palette)),
  ].join('')
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">`,
    `<style>${escaped(fonts)} text { font-family: '${FONT}', sans-serif; white-space: pre; font-variant-ligatures: none; }</style>`,
    `<rect width="${w}" height="${h}" fill="${palette.canvas}"/>`,
    words,
    `<g transform="translate(${MARGIN - frame.x} ${MARGIN + top - frame.y})">${content}</g>`,
    '</svg>',
  ].join('')
  return { svg, w, h }
}

export const FONT = 'Atkinson Hyperlegible Next Variable'

function boxed({ x, y, props }: BoardShape): Frame {
  return { x, y, w: props.w, h: props.h }
}

function overlap(a: Frame, b: Frame): boolean {
  return a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h
}
