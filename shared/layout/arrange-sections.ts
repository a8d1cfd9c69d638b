import type { Frame } from '../domain/canvas-view'
import { SECTION } from './sizes'

/** The template's frame of a section, made reasonable, and the height that its content needs. */
type Wanted = { frame: Frame; height: number }

/**
 * Puts sections where the template has them and lets them grow: one that is taller pushes down those that the template
 * has below it, by the same gap; those of one row stay equally tall. Sections come in reading order; the answer has the same.
 */
export function arrangeSections(sections: readonly Wanted[]): Frame[] {
  const heights = rowHeights(sections)
  const placed: Frame[] = []
  sections.forEach(({ frame }, index) => {
    let y = frame.y
    placed.forEach((other, earlier) => {
      const template = sections[earlier]?.frame ?? other
      const gap = frame.y - (template.y + template.h)
      if (gap >= 0) y = Math.max(y, other.y + other.h + Math.min(gap, SECTION.apart))
      else if (sideBySide(frame, other)) return
      else y = Math.max(y, other.y + other.h + SECTION.apart)
    })
    placed.push({ x: frame.x, y, w: frame.w, h: heights[index] ?? frame.h })
  })
  return placed
}

/** Sections that start and end together in the template are one row: all as tall as its tallest. */
function rowHeights(sections: readonly Wanted[]): number[] {
  const rows = new Map<string, number>()
  const rowOf = ({ frame }: Wanted) => `${frame.y}/${frame.h}`
  for (const section of sections) {
    const row = rowOf(section)
    rows.set(row, Math.max(rows.get(row) ?? 0, section.height, section.frame.h))
  }
  return sections.map((section) => rows.get(rowOf(section)) ?? section.height)
}

function sideBySide(a: Frame, b: Frame): boolean {
  return a.x >= b.x + b.w || b.x >= a.x + a.w
}

/** Up to so many notes and clusters the canvas is drawn so many times as wide as its template. */
const STRETCHES: readonly (readonly [items: number, stretch: number])[] = [
  [28, 1],
  [66, 1.5],
  [130, 2],
  [220, 2.5],
  [360, 3],
  [700, 4],
  [1_400, 5.5],
  [2_600, 7.5],
]
const WIDEST = 10

/**
 * The more there is, the wider every section: growing down alone would make a tower that nobody can read when it is shown
 * whole. Depends on the number of items alone, not on where they are, so moving never changes it, and in a few steps, so
 * that it seldom changes under people's eyes.
 */
export function stretchFor(items: number): number {
  return STRETCHES.find(([most]) => items <= most)?.[1] ?? WIDEST
}

/** A frame that makes sense: finite, not too small for a cluster, not far out of reach. */
export function reasonable(frame: Frame, stretch = 1): Frame {
  const within = (value: number, least: number, most: number) =>
    Number.isFinite(value) ? Math.round(Math.min(Math.max(value, least), most)) : least
  return {
    x: within(frame.x * stretch, -FAR, FAR),
    y: within(frame.y, -FAR, FAR),
    w: within(frame.w * stretch, SECTION.leastWidth, FAR),
    h: within(frame.h, SECTION.leastHeight, FAR),
  }
}

/** Nothing lies further out than this, so that a slip or a bad record cannot make the canvas unreachable. */
export const FAR = 20_000
