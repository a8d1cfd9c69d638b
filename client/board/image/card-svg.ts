import { STROKE } from '../../../shared/layout/drawing-path'
import { headAngle, type LinkRoute, pathOf } from '../../../shared/layout/link-routes'
import { CLUSTER, DRAWN_TEXT, NOTE, NOTE_TEXT, SECTION } from '../../../shared/layout/sizes'
import { textWidth } from '../../../shared/layout/wrap-text'
import type { BoardShape, ClusterProps, NoteProps, SectionProps } from '../board-shapes'
import type { DrawingProps } from '../drawing-shapes'
import type { Palette } from './palette'
import { box, group, paths, textLines } from './svg-parts'

/** A section, cluster, note or drawing as it looks on the board, from the same record. */
export function shapeSvg(shape: BoardShape, palette: Palette): string {
  const content = () => {
    if (shape.type === 'section') return section(shape.props, palette)
    if (shape.type === 'cluster') return cluster(shape.props, palette)
    return shape.type === 'note' ? note(shape.props, palette) : drawing(shape.props, palette)
  }
  return group(shape, content())
}

/** From a proposal to a barrier that it answers. */
export function linkSvg(route: LinkRoute, palette: Palette): string {
  const { x, y } = route.to
  return [
    `<path d="${pathOf(route)}" fill="none" stroke="${palette.quiet}" stroke-width="2" stroke-opacity="0.45"/>`,
    `<path d="M-9 -5.5 0 0 -9 5.5Z" fill="${palette.quiet}" fill-opacity="0.6" transform="translate(${x} ${y}) rotate(${headAngle(route)})"/>`,
  ].join('')
}

function section({ w, h, title, prompt, notSorted, notSortedX, notSortedY }: SectionProps, palette: Palette): string {
  const at = { x: SECTION.padding, y: SECTION.headTop }
  const below = { x: at.x, y: at.y + title.length * SECTION.title.line }
  return [
    box({ x: 0, y: 0, w, h }, { fill: palette.section, stroke: palette.lineStrong, width: 1.5, radius: 14 }),
    textLines(title, at, { ...SECTION.title, weight: 650, fill: palette.ink }),
    textLines(prompt, below, { ...SECTION.prompt, fill: palette.quiet }),
    notSorted === ''
      ? ''
      : textLines(
          [notSorted],
          { x: notSortedX, y: notSortedY },
          { size: 13, line: 18, weight: 650, fill: palette.quiet },
        ),
  ].join('')
}

const SMALL = { size: 13, line: 18 }
/** Of a cluster, to its words. */
const INSET = 14

function cluster(props: ClusterProps, palette: Palette): string {
  const { w, h, kind, title, untitled, resident, residentLabel, dropHere, foot } = props
  const edge = palette[kind]
  const y = CLUSTER.inset.top + CLUSTER.kindLine + CLUSTER.title.above
  const under = y + title.length * CLUSTER.title.line + CLUSTER.title.below
  const room = { x: INSET, y: props.head, w: w - 2 * INSET, h: CLUSTER.emptyHeight }
  return [
    // the edge in the kind's colour shows above the card that lies on it
    box({ x: 0, y: 0, w, h }, { fill: edge, stroke: palette.lineStrong, width: 1, radius: 14 }),
    `<path d="M0.5 5H${w - 0.5}V${h - 14}q0 13.500 -13.500 13.500H14q-13.500 0 -13.500 -13.500Z" fill="${palette.surface}" stroke="${palette.lineStrong}"/>`,
    `<rect x="1" y="4" width="${w - 2}" height="2" fill="${edge}"/>`,
    kindLine(props, palette),
    textLines(title, { x: INSET, y }, { ...CLUSTER.title, weight: 650, fill: untitled ? palette.quiet : palette.ink }),
    residentLabel === ''
      ? ''
      : textLines(
          [residentLabel],
          { x: INSET, y: under },
          { ...SMALL, weight: resident.length > 0 ? 650 : 400, fill: resident.length > 0 ? edge : palette.quiet },
        ),
    textLines(resident, { x: INSET, y: under + CLUSTER.resident.line }, { ...SMALL, fill: palette.ink }),
    props.fold === 'folded'
      ? textLines([props.more], room, { ...SMALL, line: CLUSTER.fold.line, weight: 650, fill: palette.quiet })
      : '',
    dropHere === '' ? '' : box(room, { stroke: palette.lineStrong, width: 1.5, radius: 8, dashed: true }),
    textLines(foot === '' ? [] : [foot], { x: INSET, y: h - 14 - SMALL.line }, { ...SMALL, fill: palette.quiet }),
  ].join('')
}

/** The kind's icon and word, then how many notes each side has. */
function kindLine(props: ClusterProps, palette: Palette): string {
  const y = CLUSTER.inset.top
  const words = { size: 13, line: CLUSTER.kindLine }
  const counts = { size: 15, line: CLUSTER.kindLine, weight: 600 as const, fill: palette.ink }
  const parts = [
    group({ x: INSET, y: y + 3 }, paths(KIND_ICON[props.kind], { stroke: palette[props.kind], width: 2.1 }), 16 / 24),
    textLines([props.kindName], { x: INSET + 21, y }, { ...words, weight: 650, fill: palette[props.kind] }),
  ]
  let x = INSET + 21 + textWidth(props.kindName, { size: 13, weight: 650 }) + 14
  for (const side of ['central', 'local', 'other', 'none'] as const) {
    if (props[side] === '') continue
    const mark = side === 'none' ? '' : group({ x, y: y + 5 }, glyph(side, palette))
    const start = side === 'none' ? x : x + 17
    parts.push(mark, textLines([props[side]], { x: start, y }, counts))
    x = start + textWidth(props[side], { size: 15, weight: 650 }) + 14
  }
  return parts.join('')
}

function note({ w, h, words, size, side }: NoteProps, palette: Palette): string {
  const text = NOTE_TEXT.find(({ name }) => name === size) ?? NOTE_TEXT[0]
  const { fill, stroke } = side === 'none' ? { fill: palette.noSideNote, stroke: palette.lineStrong } : palette[side]
  const at = { x: NOTE.border + NOTE.padding.left, y: NOTE.border + NOTE.padding.top }
  const [a, b] = [NOTE.border / 2, 0.72]
  const corner = `M${a + 4} ${a}H${w - a - 4}q4 0 4 4V${h - a - 12}q0 12 -12 12H${a + 4}q-4 0 -4 -4V${a + 4}q0 -4 4 -4Z`
  return [
    `<path d="${corner}" fill="${fill}" stroke="${stroke}" stroke-width="${NOTE.border}" stroke-opacity="${side === 'none' ? 1 : b}"/>`,
    side === 'none' ? '' : group({ x: 10.5, y: 13.5 }, glyph(side, palette)),
    textLines(words, at, { size: text?.size ?? 15, line: text?.line ?? 20, fill: palette.ink }),
  ].join('')
}

function glyph(side: 'central' | 'local' | 'other', palette: Palette): string {
  const fill = palette[side].stroke
  if (side === 'central') return `<rect x="0.3" y="0.3" width="11.4" height="11.4" rx="1.8" fill="${fill}"/>`
  if (side === 'local') return `<circle cx="6" cy="6" r="5.9" fill="${fill}"/>`
  return `<path d="M6 -0.4 12.4 6 6 12.4 -0.4 6Z" fill="${fill}"/>`
}

function drawing({ kind, colour, size, paths: lines, words }: DrawingProps, palette: Palette): string {
  if (kind !== 'text') return paths(lines, { stroke: palette.drawn[colour], width: STROKE[size] })
  return textLines(words, { x: 0, y: 0 }, { ...DRAWN_TEXT[size], fill: palette.drawn[colour] })
}

/** lucide's construction, arrow-up and tag (ISC), as on the board. */
const KIND_ICON = {
  barrier: [
    'M3 6h18q1 0 1 1v6q0 1 -1 1H3q-1 0 -1 -1V7q0 -1 1 -1Z',
    'M17 14v7M7 14v7M17 3v3M7 3v3M10 14 2.300 6.300M14 6l7.700 7.700M8 6l8 8',
  ],
  proposal: ['m5 12 7-7 7 7M12 19V5'],
  theme: [
    'M12.586 2.586A2 2 0 0 0 11.172 2H4a2 2 0 0 0-2 2v7.172a2 2 0 0 0 .586 1.414l8.704 8.704a2.426 2.426 0 0 0 3.420 0l6.580-6.580a2.426 2.426 0 0 0 0-3.420zM7.500 7.500h.01',
  ],
} as const
