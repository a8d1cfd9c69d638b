import type { CanvasView, ClusterView, Frame, NoteView, SectionView } from '../domain/canvas-view'
import type { SectionId } from '../domain/ids'
import { arrangeFlow, type Flow } from './arrange-flow'
import { FAR, reasonable } from './arrange-sections'
import type { NoteBox, SectionBox } from './boxes'
import { type LaidCluster, layoutCluster } from './layout-cluster'
import { type MeasuredNote, measureNote } from './layout-note'
import type { LooseNotes } from './layout-part'
import { remembered } from './remembered'
import { EMPTY_CANVAS, NOTE, SECTION } from './sizes'
import { wrapAtMost } from './wrap-text'

/** A section with its own corner as origin, before it is known how far others push it down. */
export type LaidSection = {
  frame: Frame
  height: number
  box: Omit<SectionBox, keyof Frame>
} & Content

/** In reading order. */
export type Content = { loose: LooseNotes; clusters: readonly PlacedCluster[] }
type PlacedCluster = { laid: LaidCluster; x: number; y: number }

/** How far down something may be put freely in a section. */
const DEEPEST = 6_000

export const layoutSection = remembered(layOutSection)

function layOutSection(section: SectionView, stretch: number): LaidSection {
  const frame = reasonable(section.frame, stretch)
  const head = headOf(section, frame.w)
  const flow = arrangeFlow(
    flowingNotes(section.notes),
    flowingClusters(section.clusters),
    frame.w - 2 * SECTION.padding,
  )
  const content = contentOf(section, flow, {
    corner: { x: SECTION.padding, y: head.height },
    section: section.id,
    within: (item) => ({
      x: between(item.x, SECTION.padding, frame.w - SECTION.padding - item.w),
      y: between(item.y, head.height, DEEPEST),
    }),
    depends: `${frame.w}/${head.height}`,
  })
  const lowest = Math.max(
    content.loose.boxes.reduce((low, { y, h }) => Math.max(low, y + h), 0),
    content.clusters.reduce((low, { laid, y }) => Math.max(low, y + laid.box.h), 0),
  )
  const bottom = section.notes.length + section.clusters.length > 0 ? lowest + SECTION.padding : 0
  return {
    frame,
    height: Math.max(frame.h, head.height + SECTION.padding, bottom),
    box: {
      id: section.id,
      title: head.title,
      prompt: head.prompt,
      head: head.height,
      notSorted: flow.block && { ...flow.block, x: SECTION.padding, y: head.height },
    },
    ...content,
  }
}

/** What lies outside every section: where it was put, or, without a place of its own, in a block below everything. */
export function layoutLoose(loose: CanvasView['loose'], sections: Frame | undefined, stretch: number): Content {
  const area = sections ?? { ...EMPTY_CANVAS, h: -SECTION.apart }
  const flow = arrangeFlow(flowingNotes(loose.notes), flowingClusters(loose.clusters), area.w)
  return contentOf(loose, flow, {
    corner: { x: area.x, y: area.y + area.h + SECTION.apart },
    section: null,
    within: (item) => ({ x: between(item.x * stretch, -FAR, FAR), y: between(item.y, -FAR, FAR) }),
    depends: String(stretch),
  })
}

function headOf(section: SectionView, width: number) {
  const inner = width - 2 * SECTION.padding
  const titleStyle = { size: SECTION.title.size, weight: 650, width: inner } as const
  const promptStyle = { size: SECTION.prompt.size, weight: 400, width: inner } as const
  const title = wrapAtMost(section.title.trim(), titleStyle, SECTION.title.mostLines)
  const prompt = section.prompt.trim() === '' ? [] : wrapAtMost(section.prompt, promptStyle, SECTION.prompt.mostLines)
  const words = title.length * SECTION.title.line + prompt.length * SECTION.prompt.line
  return { title, prompt, height: SECTION.headTop + words + SECTION.headBottom }
}

export const flowingNotes = remembered((notes: readonly NoteView[]): MeasuredNote[] =>
  notes.filter((note) => note.at === null).map((note) => measureNote(note, NOTE.leastHeight)),
)

export function flowingClusters(clusters: readonly ClusterView[]): LaidCluster[] {
  return clusters.filter((cluster) => cluster.at === null).map((cluster) => layoutCluster(cluster))
}

type Ground = {
  /** Where what flows begins. */
  corner: { x: number; y: number }
  section: SectionId | null
  /** Brings a place of one's own into what the container allows. */
  within: (item: { x: number; y: number; w: number }) => { x: number; y: number }
  /** Everything that `within` depends on, in words. */
  depends: string
}

function contentOf(container: CanvasView['loose'], flow: Flow, ground: Ground): Content {
  const { corner, within } = ground
  const flowed = new Map(
    flow.clusters.map(({ laid, x, y }) => [laid.cluster.id, { laid, x: x + corner.x, y: y + corner.y }]),
  )
  const clusters = container.clusters.flatMap((cluster) => {
    if (!cluster.at) return flowed.get(cluster.id) ?? []
    const laid = layoutCluster(cluster)
    return { laid, ...within({ ...cluster.at, w: laid.box.w }) }
  })
  return { loose: looseNotes(container.notes, flow, ground), clusters }
}

type Kept = { flow: Flow['notes']; ground: string; loose: LooseNotes }
const keptLoose = new WeakMap<readonly NoteView[], Kept>()

/** The same object as before where neither the notes nor what they are laid out by is new. */
function looseNotes(notes: readonly NoteView[], flow: Flow, { corner, section, within, depends }: Ground): LooseNotes {
  const ground = `${corner.x}/${corner.y}/${section}/${depends}`
  const before = keptLoose.get(notes)
  if (before?.flow === flow.notes && before.ground === ground) return before.loose
  let next = 0
  const boxes = notes.flatMap((note): NoteBox | NoteBox[] => {
    if (note.at) {
      const measured = measureNote(note, NOTE.leastHeight)
      return noteBox(measured, { ...within({ ...note.at, w: NOTE.width }), h: measured.height }, section)
    }
    const placed = flow.notes[next++]
    return placed
      ? noteBox(placed.measured, { x: placed.x + corner.x, y: placed.y + corner.y, h: placed.h }, section)
      : []
  })
  const loose = { of: notes, boxes }
  keptLoose.set(notes, { flow: flow.notes, ground, loose })
  return loose
}

function noteBox(
  { note, lines, text }: MeasuredNote,
  at: { x: number; y: number; h: number },
  section: SectionId | null,
): NoteBox {
  return { id: note.id, section, cluster: null, lines, text, ...at, w: NOTE.width }
}

function between(value: number, least: number, most: number): number {
  if (!Number.isFinite(value)) return least
  return Math.round(Math.max(least, Math.min(value, most)))
}
