import type { DrawingId, MemberId, SectionId } from './ids'
import type { ClusterPlace } from './place'
import type { FreePlace } from './spot'

/** What one can draw. `text` is words on the canvas without a note round them. */
export const DRAWING_KINDS = ['pen', 'arrow', 'rectangle', 'text'] as const
export type DrawingKind = (typeof DRAWING_KINDS)[number]

/** A few inks, none of them a side's colour: a drawing is nobody's side. */
export const DRAWING_COLOURS = ['ink', 'red', 'amber', 'teal'] as const
export type DrawingColour = (typeof DRAWING_COLOURS)[number]

export const DRAWING_SIZES = ['thin', 'medium', 'thick'] as const
export type DrawingSize = (typeof DRAWING_SIZES)[number]

/**
 * A drawing as it is kept: a small schema of our own with a version, not the board's. `points` are x, y, x, y… from the
 * drawing's own top left corner, whole canvas units: of a pen as many as it takes, of an arrow its two ends, of a rectangle
 * the corner opposite, of a text none.
 */
export type DrawingRecord = {
  v: 1
  kind: DrawingKind
  points: readonly number[]
  colour: DrawingColour
  size: DrawingSize
}

/** Limits of one drawing, so that a document stays small and nothing lies out of sight. */
export const DRAWING_LIMITS = {
  /** Points of one stroke. */
  points: 600,
  /** Canvas units that one drawing is wide and high. */
  extent: 20_000,
  /** Characters. */
  text: 500,
  description: 300,
} as const

/** Free on the canvas, relative to a section, or deleted: a drawing is never laid out in a row of others. */
export type DrawingPlace = Extract<ClusterPlace, { x: number }> | { in: 'bin'; from: FreePlace; at: number }

export type DrawingView = {
  id: DrawingId
  record: DrawingRecord
  /** Only of a text; empty in the others. */
  text: string
  /** What somebody says it shows; empty until then. */
  description: string
  author: MemberId | null
  /** Strokes made in one go: they are selected, described, moved and deleted together. Its own id where it stands alone. */
  sketch: string
  /** The section that it goes along with. */
  section: SectionId | null
  at: { x: number; y: number }
}

/** Drawings that belong together, in the order in which they are read. */
export function sketchesOf(drawings: readonly DrawingView[]): DrawingView[][] {
  const sketches = new Map<string, DrawingView[]>()
  for (const drawing of drawings) {
    const there = sketches.get(drawing.sketch)
    if (there) there.push(drawing)
    else sketches.set(drawing.sketch, [drawing])
  }
  return [...sketches.values()]
}

/** What a sketch is said to show: the words of the first of its drawings that has any. */
export function descriptionOf(sketch: readonly Pick<DrawingView, 'description' | 'text'>[]): string {
  const described = sketch.find(({ description, text }) => description.trim() !== '' || text.trim() !== '')
  return (described?.description.trim() || described?.text.trim()) ?? ''
}
