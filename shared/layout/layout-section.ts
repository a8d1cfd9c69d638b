import type { CanvasView, ClusterView, Frame, NoteView, SectionView } from '../domain/canvas-view'
import type { SectionId } from '../domain/ids'
import { arrangeFlow, type Flow } from './arrange-flow'
import { FAR, reasonable } from './arrange-sections'
import type { ClusterBox, NoteBox, SectionBox } from './boxes'
import { boxesAt, layoutCluster } from './layout-cluster'
import { type MeasuredNote, measureNote } from './layout-note'
import { EMPTY_CANVAS, NOTE, SECTION } from './sizes'
import { wrapAtMost } from './wrap-text'

/** A section with its own corner as origin, before it is known how far others push it down. */
export type LaidSection = {
  frame: Frame
  height: number
  box: Omit<SectionBox, keyof Frame>
  clusters: ClusterBox[]
  notes: NoteBox[]
}

/** How far down something may be put freely in a section. */
const DEEPEST = 6_000

export function layoutSection(section: SectionView, stretch: number): LaidSection {
  const frame = reasonable(section.frame, stretch)
  const head = headOf(section, frame.w)
  const flow = arrangeFlow(
    flowingNotes(section.notes),
    flowingClusters(section.clusters),
    frame.w - 2 * SECTION.padding,
  )
  const flowed = boxesOf(flow, { x: SECTION.padding, y: head.height }, section.id)
  const free = freeBoxes(section, section.id, (item) => ({
    x: between(item.x, SECTION.padding, frame.w - SECTION.padding - item.w),
    y: between(item.y, head.height, DEEPEST),
  }))
  const clusters = [...flowed.clusters, ...free.clusters]
  const notes = [...flowed.notes, ...free.notes]
  const bottoms = [...clusters, ...notes].map((box) => box.y + box.h + SECTION.padding)
  return {
    frame,
    height: Math.max(frame.h, head.height + SECTION.padding, ...bottoms),
    box: {
      id: section.id,
      title: head.title,
      prompt: head.prompt,
      head: head.height,
      notSorted: flow.block && { ...flow.block, x: SECTION.padding, y: head.height },
    },
    ...inReadingOrder(section, clusters, notes),
  }
}

/** What lies outside every section: where it was put, or, without a place of its own, in a block below everything. */
export function layoutLoose(
  loose: CanvasView['loose'],
  sections: Frame | undefined,
  stretch: number,
): { clusters: ClusterBox[]; notes: NoteBox[] } {
  const area = sections ?? { ...EMPTY_CANVAS, h: -SECTION.apart }
  const flow = arrangeFlow(flowingNotes(loose.notes), flowingClusters(loose.clusters), area.w)
  const flowed = boxesOf(flow, { x: area.x, y: area.y + area.h + SECTION.apart }, null)
  const free = freeBoxes(loose, null, (item) => ({
    x: between(item.x * stretch, -FAR, FAR),
    y: between(item.y, -FAR, FAR),
  }))
  return inReadingOrder(loose, [...flowed.clusters, ...free.clusters], [...flowed.notes, ...free.notes])
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

export function flowingNotes(notes: readonly NoteView[]): MeasuredNote[] {
  return notes.filter((note) => note.at === null).map((note) => measureNote(note, NOTE.leastHeight))
}

export function flowingClusters(clusters: readonly ClusterView[]) {
  return clusters.filter((cluster) => cluster.at === null).map(layoutCluster)
}

type Boxes = { clusters: ClusterBox[]; notes: NoteBox[] }

function boxesOf(flow: Flow, corner: { x: number; y: number }, section: SectionId | null): Boxes {
  const boxes: Boxes = { clusters: [], notes: [] }
  for (const note of flow.notes) {
    boxes.notes.push(noteBox(note.measured, { x: note.x + corner.x, y: note.y + corner.y, h: note.h }, section))
  }
  for (const { laid, x, y } of flow.clusters) add(boxes, boxesAt(laid, { x: x + corner.x, y: y + corner.y }, section))
  return boxes
}

function freeBoxes(
  container: CanvasView['loose'],
  section: SectionId | null,
  within: (item: { x: number; y: number; w: number }) => { x: number; y: number },
): Boxes {
  const boxes: Boxes = { clusters: [], notes: [] }
  for (const note of container.notes) {
    if (!note.at) continue
    const measured = measureNote(note, NOTE.leastHeight)
    const corner = within({ ...note.at, w: NOTE.width })
    boxes.notes.push(noteBox(measured, { ...corner, h: measured.height }, section))
  }
  for (const cluster of container.clusters) {
    if (!cluster.at) continue
    const laid = layoutCluster(cluster)
    add(boxes, boxesAt(laid, within({ ...cluster.at, w: laid.box.w }), section))
  }
  return boxes
}

function add(boxes: Boxes, more: { cluster: ClusterBox; notes: NoteBox[] }): void {
  boxes.clusters.push(more.cluster)
  boxes.notes.push(...more.notes)
}

function noteBox(note: MeasuredNote, at: { x: number; y: number; h: number }, section: SectionId | null): NoteBox {
  return { id: note.note.id, section, cluster: null, lines: note.lines, text: note.text, ...at, w: NOTE.width }
}

/** Loose notes first, then each cluster's, as the view has them. */
function inReadingOrder(view: CanvasView['loose'], clusters: ClusterBox[], notes: NoteBox[]): Boxes {
  const noteOf = new Map(notes.map((note) => [note.id, note]))
  const clusterOf = new Map(clusters.map((cluster) => [cluster.id, cluster]))
  const ids = [...view.notes, ...view.clusters.flatMap((cluster) => cluster.notes)].map((note) => note.id)
  return {
    clusters: view.clusters.flatMap((cluster) => clusterOf.get(cluster.id) ?? []),
    notes: ids.flatMap((id) => noteOf.get(id) ?? []),
  }
}

function between(value: number, least: number, most: number): number {
  if (!Number.isFinite(value)) return least
  return Math.round(Math.max(least, Math.min(value, most)))
}
