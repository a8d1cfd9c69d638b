import * as Y from 'yjs'
import type { CanvasView } from '../domain/canvas-view'
import { Assembly, type CanvasItems, type ChangedItems } from './assembly'
import { readDrawing } from './read-drawing'
import { readCluster, readNote, readSection } from './read-items'
import { type CanvasRoot, type ItemMap, rootOf } from './roots'

const READERS = { sections: readSection, clusters: readCluster, notes: readNote, drawings: readDrawing } as const
const READ_ROOTS = ['sections', 'clusters', 'notes', 'drawings'] as const satisfies readonly CanvasRoot[]

/** Follows a canvas document. `view()` is the reading now, the same object until something changed. */
export interface CanvasReader {
  view(): CanvasView
  /** Called once after each transaction that changed what is read. */
  subscribe(listener: (view: CanvasView) => void): () => void
  close(): void
}

export function readCanvas(document: Y.Doc): CanvasView {
  const { items, changed } = readAll(document)
  return new Assembly(items).view(changed)
}

export function openCanvasReader(document: Y.Doc): CanvasReader {
  const { items, changed: all } = readAll(document)
  let changed = all
  const assembly = new Assembly(items)
  const listeners = new Set<(view: CanvasView) => void>()
  let current: CanvasView | undefined
  let untold = false
  const view = () => {
    if (current) return current
    current = assembly.view(changed)
    changed = nothing()
    return current
  }
  const closers = READ_ROOTS.map((root) => {
    const observe = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
      const map = rootOf(document, root)
      for (const id of idsIn(events)) {
        readOne(items, root, id, map.get(id))
        changed[root].add(id)
      }
      current = undefined
      untold = true
    }
    rootOf(document, root).observeDeep(observe)
    return () => rootOf(document, root).unobserveDeep(observe)
  })
  const announce = () => {
    if (!untold) return
    untold = false
    for (const listener of listeners) listener(view())
  }
  document.on('afterTransaction', announce)
  view()
  return {
    view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      for (const close of closers) close()
      document.off('afterTransaction', announce)
      listeners.clear()
    },
  }
}

/** The ids of the items that events are about, each once: keys of the root map, or the first step of the path below it. */
function idsIn(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): Set<string> {
  const ids = new Set<string>()
  for (const event of events) {
    const [id] = event.path
    if (typeof id === 'string') ids.add(id)
    // not `changes`, which works out what every key was before
    else if (event instanceof Y.YMapEvent) for (const key of event.keysChanged) ids.add(key)
  }
  return ids
}

function nothing(): ChangedItems {
  return { sections: new Set(), clusters: new Set(), notes: new Set(), drawings: new Set() }
}

function readAll(document: Y.Doc): { items: CanvasItems; changed: ChangedItems } {
  const items: CanvasItems = {
    sections: new Map(),
    clusters: new Map(),
    notes: new Map(),
    drawings: new Map(),
    leftOut: new Set(),
  }
  const changed = nothing()
  for (const root of READ_ROOTS)
    for (const [id, value] of rootOf(document, root)) {
      readOne(items, root, id, value)
      changed[root].add(id)
    }
  return { items, changed }
}

function readOne(items: CanvasItems, root: (typeof READ_ROOTS)[number], id: string, value: ItemMap | undefined): void {
  const kept: Map<string, unknown> = items[root]
  const item = READERS[root](id, value)
  if (item) kept.set(id, item)
  else kept.delete(id)
  if (!item && value !== undefined) items.leftOut.add(`${root}/${id}`)
  else items.leftOut.delete(`${root}/${id}`)
}
