import type { Frame } from '../domain/canvas-view'
import type { LaidCluster } from './layout-cluster'
import { gridHeight, gridOfNotes, type MeasuredNote, type PlacedNote, widthOfColumns } from './layout-note'
import { remembered } from './remembered'
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
  if (notes.length === 0 || clusters.length === 0) return stacked(notes, clusters, width)
  let best = { columns: 0, height: stackedHeight(notes, clusters, width) }
  const besides = new Map<number, number>()
  for (let columns = Math.min(fitting(width, NOTE.width, NOTE.gap), notes.length); columns >= 1; columns--) {
    const room = roomBeside(columns, width)
    if (room < CLUSTER.width) continue
    const block = SECTION.notSortedLabel + gridHeight(notes, columns)
    // many widths of the block leave room for the same number of clusters
    const stacks = fitting(room, CLUSTER.width, CLUSTER.gap)
    const beside = besides.get(stacks) ?? columnsHeight(clusters, stacks)
    besides.set(stacks, beside)
    const height = Math.max(block, beside)
    if (height <= best.height) best = { columns, height }
  }
  if (best.columns === 0) return stacked(notes, clusters, width)
  return beside(notes, clusters, best.columns, roomBeside(best.columns, width))
}

function roomBeside(columns: number, width: number): number {
  return width - widthOfColumns(columns) - SECTION.blockGap
}

function stackedHeight(notes: readonly MeasuredNote[], clusters: readonly LaidCluster[], width: number): number {
  const block = SECTION.notSortedLabel + gridHeight(notes, fitting(width, NOTE.width, NOTE.gap))
  return block + SECTION.blockGap + columnsHeight(clusters, fitting(width, CLUSTER.width, CLUSTER.gap))
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
  return block(notes, columns, labelled ? 1 : 0)
}

const block = remembered(makeBlock)

function makeBlock(notes: readonly MeasuredNote[], columns: number, label: number): Omit<Flow, 'clusters'> {
  const labelled = label === 1
  if (notes.length === 0) return { notes: [], block: null, height: 0 }
  const grid = gridOfNotes(notes, columns)
  const top = labelled ? SECTION.notSortedLabel : 0
  const height = top + grid.height
  return {
    notes: top === 0 ? grid.notes : grid.notes.map((note) => ({ ...note, y: note.y + top })),
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
  return { clusters: placed, height: columnsHeight(clusters, columns) }
}

function columnsHeight(clusters: readonly LaidCluster[], columns: number): number {
  const bottoms = new Array<number>(columns).fill(0)
  for (const [index, { box }] of clusters.entries()) {
    bottoms[index % columns] = (bottoms[index % columns] ?? 0) + box.h + CLUSTER.gap
  }
  return Math.max(0, Math.max(...bottoms) - CLUSTER.gap)
}

function fitting(width: number, item: number, gap: number): number {
  return Math.max(1, Math.floor((width + gap) / (item + gap)))
}
