import type { Frame } from '../domain/canvas-view'
import type { LaidCluster } from './layout-cluster'
import { gridOfNotes, type MeasuredNote, type PlacedNote, widthOfColumns } from './layout-note'
import { CLUSTER, NOTE, SECTION } from './sizes'

/** What flows in a section, with the corner of its content as origin. */
export type Flow = {
  notes: PlacedNote[]
  clusters: { laid: LaidCluster; x: number; y: number }[]
  /** The block of notes in no cluster, its label included. */
  block: (Frame & { labelled: boolean }) | null
  height: number
}

/**
 * Notes in no cluster come first, as a block at the left; clusters stand beside it in columns, or below it where that makes
 * the section less tall. A cluster's column depends on its number alone, so one that grows moves only those under it.
 */
export function arrangeFlow(notes: readonly MeasuredNote[], clusters: readonly LaidCluster[], width: number): Flow {
  const most = fitting(width, NOTE.width, NOTE.gap)
  if (clusters.length === 0) return stacked(notes, [], width)
  if (notes.length === 0) return stacked([], clusters, width)
  let best = stacked(notes, clusters, width)
  for (let columns = Math.min(most, notes.length); columns >= 1; columns--) {
    const room = width - widthOfColumns(columns) - SECTION.blockGap
    if (room < CLUSTER.width) continue
    const flow = beside(notes, clusters, columns, room)
    if (flow.height <= best.height) best = flow
  }
  return best
}

function beside(notes: readonly MeasuredNote[], clusters: readonly LaidCluster[], columns: number, room: number): Flow {
  const block = blockOf(notes, columns, true)
  const left = widthOfColumns(columns) + SECTION.blockGap
  const stacks = columnsOf(clusters, fitting(room, CLUSTER.width, CLUSTER.gap))
  return {
    ...block,
    clusters: stacks.clusters.map((cluster) => ({ ...cluster, x: cluster.x + left })),
    height: Math.max(block.height, stacks.height),
  }
}

function stacked(notes: readonly MeasuredNote[], clusters: readonly LaidCluster[], width: number): Flow {
  const block = blockOf(notes, fitting(width, NOTE.width, NOTE.gap), clusters.length > 0)
  const top = notes.length > 0 ? block.height + SECTION.blockGap : 0
  const stacks = columnsOf(clusters, fitting(width, CLUSTER.width, CLUSTER.gap))
  return {
    ...block,
    clusters: stacks.clusters.map((cluster) => ({ ...cluster, y: cluster.y + top })),
    height: clusters.length > 0 ? top + stacks.height : block.height,
  }
}

function blockOf(notes: readonly MeasuredNote[], columns: number, labelled: boolean): Omit<Flow, 'clusters'> {
  if (notes.length === 0) return { notes: [], block: null, height: 0 }
  const grid = gridOfNotes(notes, columns)
  const top = labelled ? SECTION.notSortedLabel : 0
  const height = top + grid.height
  return {
    notes: grid.notes.map((note) => ({ ...note, y: note.y + top })),
    block: { x: 0, y: 0, w: widthOfColumns(Math.min(columns, notes.length)), h: height, labelled },
    height,
  }
}

function columnsOf(
  clusters: readonly LaidCluster[],
  columns: number,
): { clusters: { laid: LaidCluster; x: number; y: number }[]; height: number } {
  const bottoms = new Array<number>(columns).fill(0)
  const placed = clusters.map((laid, index) => {
    const column = index % columns
    const y = bottoms[column] ?? 0
    bottoms[column] = y + laid.box.h + CLUSTER.gap
    return { laid, x: column * (CLUSTER.width + CLUSTER.gap), y }
  })
  return { clusters: placed, height: Math.max(0, ...bottoms.map((bottom) => bottom - CLUSTER.gap)) }
}

function fitting(width: number, item: number, gap: number): number {
  return Math.max(1, Math.floor((width + gap) / (item + gap)))
}
