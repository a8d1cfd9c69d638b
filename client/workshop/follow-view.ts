import { batch } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { BinnedView, CanvasView, ClusterView, NoteView, SectionView } from '../../shared/domain/canvas-view'
import type { DrawingView } from '../../shared/domain/drawing'

/**
 * A reading as a Solid store. The store writes into what it is given and the reading is shared with others, so it holds a
 * copy; readings share what did not change, so only what differs is copied and written: rows keep their objects, and whatever
 * of a page stands on the rest is not told.
 */
export function createViewStore(first: CanvasView): { view: CanvasView; follow(next: CanvasView): void } {
  const mine = copyOf(first)
  const [view] = createStore(mine)
  let last = first
  return {
    view,
    follow(next) {
      const before = last
      last = next
      if (before !== next) batch(() => followView(mine, before, next))
    },
  }
}

/** `mine` says what `before` says; afterwards, what `next` says. */
function followView(mine: CanvasView, before: CanvasView, next: CanvasView): void {
  followList(mine.sections, { before: before.sections, next: next.sections }, SECTIONS, (list) =>
    write(mine, 'sections', list),
  )
  followContainer(mine.loose, before.loose, next.loose)
  followList(mine.bin, { before: before.bin, next: next.bin }, BINNED, (list) => write(mine, 'bin', list))
  followList(mine.drawings, { before: before.drawings, next: next.drawings }, DRAWINGS, (list) =>
    write(mine, 'drawings', list),
  )
  followFields(mine, before, next, ['sections', 'loose', 'bin', 'drawings'])
}

type Rows<Row> = { copy(row: Row): Row; follow(mine: Row, before: Row, next: Row): void }

const NOTES: Rows<NoteView> = {
  copy: copyOfNote,
  follow: (mine, before, next) => followFields(mine, before, next),
}

const BINNED: Rows<BinnedView> = {
  copy: (item) => ({ ...item }),
  follow: (mine, before, next) => followFields(mine, before, next),
}

/** What was drawn is never written into, so it need not be copied. */
const DRAWINGS: Rows<DrawingView> = {
  copy: copyOfDrawing,
  follow: (mine, before, next) => followFields(mine, before, next),
}

const CLUSTERS: Rows<ClusterView> = {
  copy: copyOfCluster,
  follow(mine, before, next) {
    followFields(mine, before, next, ['notes'])
    followList(mine.notes, { before: before.notes, next: next.notes }, NOTES, (list) => write(mine, 'notes', list))
  },
}

const SECTIONS: Rows<SectionView> = {
  copy: copyOfSection,
  follow(mine, before, next) {
    followFields(mine, before, next, ['notes', 'clusters'])
    followContainer(mine, before, next)
  },
}

function followContainer(mine: CanvasView['loose'], before: CanvasView['loose'], next: CanvasView['loose']): void {
  followList(mine.clusters, { before: before.clusters, next: next.clusters }, CLUSTERS, (list) =>
    write(mine, 'clusters', list),
  )
  followList(mine.notes, { before: before.notes, next: next.notes }, NOTES, (list) => write(mine, 'notes', list))
}

/**
 * A row that is still there keeps its object; the list is a new one, to be put in the place of `mine`, only where rows came,
 * went or changed places.
 */
function followList<Row extends { id: string }>(
  mine: Row[],
  lists: { before: readonly Row[]; next: readonly Row[] },
  rows: Rows<Row>,
  replace: (list: Row[]) => void,
): void {
  const { before, next } = lists
  if (before === next) return
  const inPlace = next.length === before.length && next.every((row, index) => row.id === before[index]?.id)
  const was = inPlace ? undefined : new Map(before.map((row, index) => [row.id, index]))
  const list = next.map((row, place) => {
    const index = was ? was.get(row.id) : place
    const [old, kept] = index === undefined ? [] : [before[index], mine[index]]
    if (!old || !kept) return rows.copy(row)
    if (old !== row) rows.follow(kept, old, row)
    return kept
  })
  if (list.length !== mine.length || list.some((row, index) => row !== mine[index])) replace(list)
}

/** Every field that is no list of rows; one that is not there any more is taken away. */
function followFields<Row extends object>(
  mine: Row,
  before: Row,
  next: Partial<Row>,
  except: (keyof Row)[] = [],
): void {
  for (const key of new Set([...Object.keys(before), ...Object.keys(next)]) as Set<keyof Row>)
    if (!except.includes(key) && before[key] !== next[key]) write(mine, key, copyOfValue(next[key]) as Row[keyof Row])
}

/** A store of a part of a store writes into that part. */
function write<Holder extends object, Key extends keyof Holder>(holder: Holder, key: Key, value: Holder[Key]): void {
  const [, set] = createStore<Record<PropertyKey, unknown>>(holder as Record<PropertyKey, unknown>)
  set(key as string, () => value)
}

function copyOf(view: CanvasView): CanvasView {
  return {
    ...view,
    sections: view.sections.map(copyOfSection),
    loose: { clusters: view.loose.clusters.map(copyOfCluster), notes: view.loose.notes.map(copyOfNote) },
    drawings: view.drawings.map(copyOfDrawing),
    bin: view.bin.map((item) => ({ ...item })),
  }
}

function copyOfSection(section: SectionView): SectionView {
  return {
    ...section,
    frame: { ...section.frame },
    clusters: section.clusters.map(copyOfCluster),
    notes: section.notes.map(copyOfNote),
  }
}

function copyOfCluster(cluster: ClusterView): ClusterView {
  const { at, addresses, notes } = cluster
  return { ...cluster, at: at && { ...at }, addresses: [...addresses], notes: notes.map(copyOfNote) }
}

function copyOfDrawing(drawing: DrawingView): DrawingView {
  return { ...drawing, at: { ...drawing.at } }
}

function copyOfNote(note: NoteView): NoteView {
  return { ...note, at: note.at && { ...note.at } }
}

function copyOfValue(value: unknown): unknown {
  if (Array.isArray(value)) return [...value]
  return typeof value === 'object' && value !== null ? { ...value } : value
}
