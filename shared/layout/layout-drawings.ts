import type { CanvasView, Frame } from '../domain/canvas-view'
import type { DrawingView } from '../domain/drawing'
import type { DrawingId, SectionId } from '../domain/ids'
import type { FreePlace } from '../domain/spot'
import { FAR } from './arrange-sections'
import { around, type CanvasLayout, type DrawingBox } from './boxes'
import { remembered } from './remembered'
import { DRAWN_TEXT, SECTION } from './sizes'
import { textWidth, wrapAtMost } from './wrap-text'

type Point = { x: number; y: number }
type Ground = Pick<CanvasLayout, 'sections' | 'stretch'>

/** Drawings lie over everything else and move nothing; one drawn in a section goes along with it. */
export function layoutDrawings({ drawings }: Pick<CanvasView, 'drawings'>, ground: Ground): Map<DrawingId, DrawingBox> {
  return new Map(
    drawings.map((drawing) => {
      const corner = cornerOf(drawing, ground)
      return [drawing.id, drawingBox(drawing, corner.x, corner.y)]
    }),
  )
}

function cornerOf({ section, at }: DrawingView, { sections, stretch }: Ground): Point {
  const home = section === null ? undefined : sections.get(section)
  return home ? { x: home.x + at.x, y: home.y + at.y } : { x: at.x * stretch, y: at.y }
}

/** The same box until the drawing or its place is another [L6]. */
const drawingBox = remembered((drawing: DrawingView, cornerX: number, cornerY: number): DrawingBox => {
  const { id, section, sketch, record } = drawing
  const lines = record.kind === 'text' ? linesOf(drawing) : []
  const size = record.kind === 'text' ? sizeOfText(lines, drawing) : sizeOfPoints(record.points)
  return { id, section, sketch, record, lines, x: inReach(cornerX), y: inReach(cornerY), ...size }
}, 2)

function linesOf({ text, record }: DrawingView): readonly string[] {
  const style = { size: DRAWN_TEXT[record.size].size, weight: 400, width: DRAWN_TEXT.mostWidth } as const
  return wrapAtMost(text, style, DRAWN_TEXT.mostLines)
}

/** With room for the letter that is typed next. */
function sizeOfText(lines: readonly string[], { record }: DrawingView): { w: number; h: number } {
  const { size, line } = DRAWN_TEXT[record.size]
  const widest = Math.max(...lines.map((one) => textWidth(one.trimEnd(), { size, weight: 400 })))
  return { w: Math.max(DRAWN_TEXT.leastWidth, Math.ceil(widest + size)), h: lines.length * line }
}

function sizeOfPoints(points: readonly number[]): { w: number; h: number } {
  const size = { w: 1, h: 1 }
  points.forEach((value, index) => {
    if (index % 2 === 0) size.w = Math.max(size.w, value)
    else size.h = Math.max(size.h, value)
  })
  return size
}

/** Where a drawing is kept that has its corner here: with the section under its middle, else on the bare canvas. */
export function drawingPlaceAt(ground: Ground, corner: Point, middle: Point): FreePlace {
  return drawingPlaceIn(ground, corner, sectionUnder(ground.sections, middle)?.id ?? null)
}

export function drawingPlaceIn({ sections, stretch }: Ground, corner: Point, section: SectionId | null): FreePlace {
  const home = section === null ? undefined : sections.get(section)
  if (!home) return { in: null, x: Math.round(corner.x / stretch), y: Math.round(corner.y) }
  return { in: home.id, x: Math.round(corner.x - home.x), y: Math.round(corner.y - home.y) }
}

function sectionUnder(sections: CanvasLayout['sections'], { x, y }: Point) {
  return [...sections.values()].findLast((box) => x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h)
}

/** To the top of a section, below its heading: where drawings go that are moved without a pointer. They stay as they lie to each other. */
export function placesInSection(
  layout: CanvasLayout,
  ids: readonly DrawingId[],
  section: SectionId,
): { id: DrawingId; place: FreePlace }[] {
  const boxes = ids.flatMap((id) => layout.drawings.get(id) ?? [])
  const [whole, home] = [around(boxes), layout.sections.get(section)]
  if (!whole || !home) return []
  return boxes.map(({ id, x, y }) => {
    const corner = { x: x - whole.x + home.x + SECTION.padding, y: y - whole.y + home.y + home.head }
    return { id, place: drawingPlaceIn(layout, corner, section) }
  })
}

export function middleOf({ x, y, w, h }: Frame): Point {
  return { x: x + w / 2, y: y + h / 2 }
}

function inReach(value: number): number {
  return Math.round(Math.max(-FAR, Math.min(value, FAR)))
}
