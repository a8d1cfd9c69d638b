import type { CanvasView, Frame } from '../domain/canvas-view'
import type { SectionId } from '../domain/ids'
import { around, type CanvasLayout } from './boxes'
import { EMPTY_CANVAS, SECTION } from './sizes'

/** What a new section starts as, canvas units. */
const NEW = { w: 520, h: 340 }
const WIDE = 16 / 9

/**
 * Where a new section goes: below what is there, as wide as that, or to its right, as tall; whichever keeps the whole
 * nearer to the shape of a screen. In the frames of the template, which layout stretches and grows.
 */
export function frameForNewSection(view: CanvasView): Frame {
  const all = around(view.sections.map(({ frame }) => frame))
  if (!all) return { ...EMPTY_CANVAS, h: EMPTY_CANVAS.h / 2 }
  const below = { x: all.x, y: all.y + all.h + SECTION.apart, w: all.w, h: NEW.h }
  const right = { x: all.x + all.w + SECTION.apart, y: all.y, w: NEW.w, h: all.h }
  const off = (frame: Frame) => {
    const whole = around([all, frame]) ?? all
    return Math.abs(Math.log(whole.w / whole.h / WIDE))
  }
  return off(below) <= off(right) ? below : right
}

/**
 * Where a section that was let go with its corner here belongs in the frames of the template. What is drawn has grown and
 * was pushed down; the way back goes by the edges of the other sections, so that "below this one" stays below it.
 */
export function sectionCornerAt(
  layout: CanvasLayout,
  view: CanvasView,
  drop: { id: SectionId; corner: { x: number; y: number } },
): { x: number; y: number } {
  const edges = view.sections.flatMap(({ id, frame }): Edge[] => {
    const box = layout.sections.get(id)
    if (!box || id === drop.id) return []
    return [
      { drawn: box.y, kept: frame.y },
      { drawn: box.y + box.h, kept: frame.y + frame.h },
    ]
  })
  return { x: Math.round(drop.corner.x / layout.stretch), y: Math.round(keptAt(edges, drop.corner.y)) }
}

type Edge = { drawn: number; kept: number }

/** Between two edges in proportion, beyond them at the same distance. */
function keptAt(edges: Edge[], drawn: number): number {
  const sorted = [...edges].sort((a, b) => a.drawn - b.drawn || a.kept - b.kept)
  const above = sorted.findLast((edge) => edge.drawn <= drawn)
  const below = sorted.find((edge) => edge.drawn > drawn)
  if (!above) return below ? below.kept - (below.drawn - drawn) : drawn
  if (!below) return above.kept + (drawn - above.drawn)
  const share = (drawn - above.drawn) / (below.drawn - above.drawn)
  return above.kept + share * (below.kept - above.kept)
}

/** The size that a section drawn so large has in the frames of the template. Height is the least; content grows it. */
export function keptSize(layout: CanvasLayout, size: { w: number; h: number }): { w: number; h: number } {
  return {
    w: Math.max(SECTION.leastWidth, Math.round(size.w / layout.stretch)),
    h: Math.max(SECTION.leastHeight, Math.round(size.h)),
  }
}
