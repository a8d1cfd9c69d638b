import type { Frame } from '../../shared/domain/canvas-view'
import type { ClusterBox, LayoutPart, NoteBox, SectionBox } from '../../shared/layout/boxes'
import { remembered } from '../../shared/layout/remembered'
import { textWidth, wrapAtMost } from '../../shared/layout/wrap-text'
import type { ClusterProps, NoteProps } from './board-shapes'
import type { Drawing, Point } from './crossing'

/** The colours of the board's cards, as the page's styles give them just now. */
export type Colours = Record<
  ClusterProps['kind'] | 'ink' | 'quiet' | 'surface' | 'canvas' | 'ground' | 'line' | 'selected' | 'target',
  string
> & {
  notes: Record<NoteProps['side'], string>
  edges: Record<NoteProps['side'], string>
  /** Of notes that are too small for an edge. */
  blocks: Record<NoteProps['side'], string>
  font: string
}

/** One look at the board from afar. */
export type FarView = {
  drawing: Drawing
  camera: { x: number; y: number; z: number }
  size: { w: number; h: number }
  /** Drawn otherwise: these are shapes of their own. */
  apart: ReadonlyMap<string, unknown>
  selected: ReadonlySet<string>
  /** In hand, and how far from where they lie. */
  moved: ReadonlySet<string>
  by: Point
  faint: ReadonlySet<string>
  target: string | null
  scheme: string
  /** Rises with every change of what is apart. */
  version: number
  /** Headlines in a size that can be read, for there are no other words. */
  headlines: boolean
}

type Pen = CanvasRenderingContext2D

/** Below it a note is a few pixels: too small for an edge of another colour. */
const EDGED_ZOOM = 0.14

const HEADLINE = { size: 12, line: 14, most: 4, least: 40, inset: 4 }
/** Where the usual size would break most words in two. */
const NARROW = { ...HEADLINE, size: 11, line: 13, inset: 3, below: 84 }
const SPINE = { size: 11, line: 15, least: 18, shortest: 40 }
const TITLE = { size: 13, line: 18, least: 60, inset: 6 }

/**
 * Draws sections, clusters and notes as blocks, in screen pixels, and how many of them there were. All that is seen of a
 * large board at once costs one element and a few thousand rectangles [B13].
 */
export function drawFar(pen: Pen, view: FarView, colours: Colours, only?: Frame): number {
  const { camera, size, drawing, moved } = view
  const window = only ?? { x: -camera.x, y: -camera.y, w: size.w / camera.z, h: size.h / camera.z }
  const parts = drawing.layout.parts.filter(({ bounds }) => bounds && overlap(bounds, window))
  const rests = (id: string) => !view.apart.has(id) && !moved.has(id)
  let drawn = 0
  for (const box of drawing.layout.sections.values()) drawn += rests(box.id) ? drawSection(pen, box, view, colours) : 0
  for (const { cluster } of parts)
    if (cluster) drawn += rests(cluster.id) ? drawCluster(pen, cluster, view, colours) : 0
  for (const part of parts) drawn += drawNotes(pen, blocksOf(part), { view, rests }, colours)
  if (view.headlines) {
    for (const { cluster } of parts) if (cluster && rests(cluster.id)) drawHeadline(pen, cluster, view, colours)
    for (const box of drawing.layout.sections.values()) drawTitle(pen, box, view, colours)
  }
  if (moved.size > 0) drawInHand(pen, view, colours)
  return drawn
}

/** Over everything else, wherever it lies. */
function drawInHand(pen: Pen, view: FarView, colours: Colours): void {
  const rests = (id: string) => view.moved.has(id) && !view.apart.has(id)
  const parts = view.drawing.layout.parts.filter(
    ({ cluster, notes }) => (cluster && rests(cluster.id)) || [...notes.keys()].some(rests),
  )
  for (const { cluster } of parts) if (cluster && rests(cluster.id)) drawCluster(pen, cluster, view, colours)
  for (const part of parts) drawNotes(pen, blocksOf(part), { view, rests }, colours)
}

type Block = { box: NoteBox; side: NoteProps['side'] }

const blocksOf = remembered((part: LayoutPart): readonly Block[] => {
  const sides = new Map(part.of.map((note) => [note.id, note.side]))
  return [...part.notes.values()].map((box) => ({ box, side: sides.get(box.id) ?? 'none' }))
})

function drawSection(pen: Pen, box: SectionBox, view: FarView, colours: Colours): number {
  const { x, y, w, h } = onScreen(box, view)
  pen.fillStyle = colours.ground
  pen.strokeStyle = view.target === box.id ? colours.target : colours.line
  pen.lineWidth = view.target === box.id ? 2 : 1
  pen.fillRect(x, y, w, h)
  pen.strokeRect(x, y, w, h)
  return 1
}

function drawCluster(pen: Pen, box: ClusterBox, view: FarView, colours: Colours): number {
  const { x, y, w, h } = onScreen(box, view)
  pen.globalAlpha = view.faint.has(box.id) ? 0.35 : 1
  pen.fillStyle = colours.surface
  pen.fillRect(x, y, w, h)
  pen.fillStyle = colours[kindOf(box, view)]
  pen.fillRect(x, y, w, Math.max(2, 5 * view.camera.z))
  pen.globalAlpha = 1
  outline(pen, { x, y, w, h }, box.id, view, colours)
  return 1
}

function drawNotes(
  pen: Pen,
  blocks: readonly Block[],
  { view, rests }: { view: FarView; rests: (id: string) => boolean },
  colours: Colours,
): number {
  let drawn = 0
  for (const { box, side } of blocks) {
    if (!rests(box.id)) continue
    const at = onScreen(box, view)
    pen.globalAlpha = view.faint.has(box.id) ? 0.35 : 1
    if (view.camera.z > EDGED_ZOOM) {
      // an edge of one pixel is the larger block behind
      pen.fillStyle = colours.edges[side]
      pen.fillRect(at.x, at.y, at.w, at.h)
      pen.fillStyle = colours.notes[side]
      pen.fillRect(at.x + 1, at.y + 1, at.w - 2, at.h - 2)
    } else {
      pen.fillStyle = colours.blocks[side]
      pen.fillRect(at.x, at.y, at.w, at.h)
    }
    drawn += 1
    outline(pen, at, box.id, view, colours)
  }
  pen.globalAlpha = 1
  return drawn
}

function outline(pen: Pen, { x, y, w, h }: Frame, id: string, view: FarView, colours: Colours): void {
  const selected = view.selected.has(id)
  if (!selected && view.target !== id) return
  pen.strokeStyle = selected ? colours.selected : colours.target
  pen.lineWidth = 2
  pen.strokeRect(x - 1.5, y - 1.5, w + 3, h + 3)
}

/**
 * In a size that stays the same on the screen, over whatever of its cluster lies there; along a cluster that is narrow and
 * tall, as on the back of a book.
 */
function drawHeadline(pen: Pen, box: ClusterBox, view: FarView, colours: Colours): void {
  const at = onScreen(box, view)
  const shape = view.drawing.shapes.get(box.id)
  if (shape?.type !== 'cluster') return
  const words = shape.props.title.join('')
  const top = at.y + Math.max(2, 5 * view.camera.z)
  const ink = shape.props.untitled ? colours.quiet : colours.ink
  if (at.w >= HEADLINE.least) {
    // in steps, so that the same lines serve many frames of a zoom
    const { size, line, inset } = at.w < NARROW.below ? NARROW : HEADLINE
    const width = Math.floor((at.w - 2 * inset) / 6) * 6
    const most = Math.max(1, Math.min(HEADLINE.most, Math.floor((at.h - 6) / line)))
    const lines = wrapAtMost(words, { size, weight: 650, width }, most)
    pen.fillStyle = colours.surface
    pen.fillRect(at.x, top, at.w, lines.length * line + 6)
    pen.fillStyle = ink
    write(pen, lines, { x: at.x + inset, y: top + size }, { size, line }, colours)
    return
  }
  const length = Math.floor((at.h - 16) / 6) * 6
  if (at.w < SPINE.least || length < SPINE.shortest) return
  const lines = wrapAtMost(words, { size: SPINE.size, weight: 650, width: length }, 1)
  pen.save()
  pen.translate(at.x + at.w / 2, top)
  pen.rotate(Math.PI / 2)
  pen.fillStyle = colours.surface
  pen.fillRect(0, -SPINE.line / 2, textWidth(lines.join(''), { size: SPINE.size, weight: 650 }) + 10, SPINE.line)
  pen.fillStyle = ink
  write(pen, lines, { x: 5, y: SPINE.size / 2 - 2 }, SPINE, colours)
  pen.restore()
}

function drawTitle(pen: Pen, box: SectionBox, view: FarView, colours: Colours): void {
  const at = onScreen(box, view)
  const shape = view.drawing.shapes.get(box.id)
  if (view.apart.has(box.id) || at.w < TITLE.least || shape?.type !== 'section') return
  const width = at.w - 2 * TITLE.inset
  const lines = wrapAtMost(shape.props.title.join(''), { size: TITLE.size, weight: 650, width }, 1)
  const top = topOfTitle(at, box, view)
  pen.fillStyle = colours.canvas
  pen.fillRect(at.x, top, textWidth(lines.join(''), { size: TITLE.size, weight: 650 }) + 8, TITLE.line - 1)
  pen.fillStyle = colours.ink
  write(pen, lines, { x: at.x + 2, y: top + TITLE.line - 5 }, TITLE, colours)
}

/** Over the section's edge, where none of its notes lie; lower where it would lie on the section above. */
function topOfTitle(at: Frame, { id }: SectionBox, view: FarView): number {
  let top = at.y - TITLE.line
  for (const other of view.drawing.layout.sections.values()) {
    const { x, y, w, h } = onScreen(other, view)
    const isAbove = other.id !== id && y + h <= at.y && x < at.x + at.w && at.x < x + w
    if (isAbove) top = Math.max(top, Math.min(y + h + 1, at.y))
  }
  return top
}

function write(
  pen: Pen,
  lines: readonly string[],
  at: Point,
  { size, line }: { size: number; line: number },
  colours: Colours,
): void {
  pen.font = `650 ${size}px ${colours.font}`
  lines.forEach((words, index) => {
    pen.fillText(words.trimEnd(), at.x, at.y + index * line)
  })
}

function onScreen(box: Frame & { id: string }, { camera, moved, by }: FarView): Frame {
  const { x, y } = moved.has(box.id) ? by : NOT_MOVED
  return {
    x: (box.x + camera.x + x) * camera.z,
    y: (box.y + camera.y + y) * camera.z,
    w: box.w * camera.z,
    h: box.h * camera.z,
  }
}

const NOT_MOVED: Point = { x: 0, y: 0 }

function kindOf(box: ClusterBox, { drawing }: FarView): ClusterProps['kind'] {
  const shape = drawing.shapes.get(box.id)
  return shape?.type === 'cluster' ? shape.props.kind : 'theme'
}

function overlap(a: Frame, b: Frame): boolean {
  return a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h
}
