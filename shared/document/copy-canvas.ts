import * as Y from 'yjs'
import { newId } from '../domain/ids'
import { isBinned } from '../domain/place'
import { readPlace } from './place'
import { type CanvasRoot, type ItemMap, newText, rootOf } from './roots'

const ROOTS = ['sections', 'clusters', 'notes', 'drawings'] as const satisfies readonly CanvasRoot[]

/** Items copied in one turn of the event loop. */
const AT_ONCE = 100

type Ids = ReadonlyMap<string, string>

/**
 * The first bytes of a new canvas that reads as this one does, what was recently deleted with it. Its items get ids of their
 * own, so that nothing which points to an item of the old canvas (a ballot, an action, a place) points to two. It has no
 * history: it is as small as what lies on it.
 */
export async function copyOfCanvas(document: Y.Doc, breathe: () => Promise<void>): Promise<Uint8Array> {
  const items = ROOTS.flatMap((root) => itemsOf(document, root).map(([id, item]) => ({ root, id, item })))
  const ids: Ids = new Map(items.map(({ id }) => [id, newId()]))
  const copy = new Y.Doc()
  try {
    for (let from = 0; from < items.length; from += AT_ONCE) {
      copy.transact(() => {
        for (const { root, id, item } of items.slice(from, from + AT_ONCE)) {
          rootOf(copy, root).set(ids.get(id) ?? id, copyOfItem(item, ids))
        }
      })
      await breathe()
    }
    return Y.encodeStateAsUpdate(copy)
  } finally {
    copy.destroy()
  }
}

/** How many notes lie on the canvas: those in the bin do not. */
export function countNotes(document: Y.Doc): number {
  return itemsOf(document, 'notes').filter(([, item]) => {
    const place = readPlace(item.get('place'))
    return place !== undefined && !isBinned(place)
  }).length
}

function itemsOf(document: Y.Doc, root: CanvasRoot): [string, ItemMap][] {
  return [...rootOf(document, root)].filter(([, item]: [string, unknown]) => item instanceof Y.Map)
}

function copyOfItem(item: ItemMap, ids: Ids): ItemMap {
  const fields = [...item].flatMap(([key, value]): [string, unknown][] => {
    if (value instanceof Y.Text) return [[key, newText(value.toString())]]
    return value instanceof Y.AbstractType ? [] : [[key, pointed(key, value, ids)]]
  })
  return new Y.Map(fields)
}

/** A value that points to other items points to their copies. Only where ids belong: words may look like one. */
function pointed(key: string, value: unknown, ids: Ids): unknown {
  const renamed = (id: unknown) => (typeof id === 'string' ? (ids.get(id) ?? id) : id)
  if (key === 'goneTo') return renamed(value)
  if (key === 'addresses' && Array.isArray(value)) return value.map(renamed)
  if (key !== 'place' || typeof value !== 'object' || value === null) return value
  const place: Record<string, unknown> = { ...value }
  if (place.in !== 'bin') return { ...place, in: renamed(place.in) }
  return { ...place, from: pointed('place', place.from, ids) }
}
