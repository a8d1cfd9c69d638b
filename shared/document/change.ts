import * as Y from 'yjs'
import { ok, type Result, refuse } from '../result'
import { type CanvasRoot, EDIT, type ItemMap, itemOf, rootOf } from './roots'

/** One plain value of one item, before and after an edit. Enough to take the edit back, and to see that it can be. */
export type Change = { root: CanvasRoot; id: string; key: string; before: unknown; after: unknown }

/** What a named edit did. `name` is the verb the person sees in "Undo …"; `ids` are the items it was about. */
export type Edit = { name: EditName; ids: string[]; changes: Change[] }

/** Every named edit of a canvas. Board and list must both reach each of them. */
export const EDIT_NAMES = [
  'add-note',
  'add-notes',
  'move-notes',
  'move-items',
  'delete-notes',
  'delete-items',
  'add-cluster',
  'move-cluster',
  'delete-cluster',
  'merge-clusters',
  'change-kind',
  'note-to-cluster',
  'link-barriers',
  'put-back',
  'add-drawing',
  'move-drawings',
  'describe-drawing',
  'delete-drawings',
  'fold-clusters',
  'unfold-clusters',
  'split-cluster',
  'lock-items',
  'unlock-items',
  'add-section',
  'change-section',
  'move-section',
  'resize-section',
  'remove-section',
] as const
export type EditName = (typeof EDIT_NAMES)[number]

/** Runs the body in one transaction and collects its changes, so that an edit is one step for everybody. */
export function edit(document: Y.Doc, name: EditName, body: (record: Recorder) => void): Edit {
  const recorder = new Recorder(document)
  document.transact(() => body(recorder), EDIT)
  return { name, ids: [...recorder.ids], changes: recorder.changes }
}

/** Writes to items and notes down what it wrote over. */
export class Recorder {
  readonly changes: Change[] = []
  readonly ids = new Set<string>()

  constructor(readonly document: Y.Doc) {}

  set(root: CanvasRoot, id: string, key: string, after: unknown): void {
    const item = itemOf(this.document, root, id)
    if (!item) return
    const before = item.get(key)
    if (sameValue(before, after)) return
    item.set(key, after)
    this.ids.add(id)
    this.changes.push({ root, id, key, before, after })
  }

  /** A new item. Taking it back moves it to the bin, since nobody removes items from the maps. */
  create(root: 'notes' | 'clusters' | 'drawings', id: string, fields: Record<string, unknown>, at: number): void {
    const item: ItemMap = new Y.Map(Object.entries(fields))
    rootOf(this.document, root).set(id, item)
    this.ids.add(id)
    this.changes.push({ root, id, key: 'place', before: { in: 'bin', from: fields.place, at }, after: fields.place })
  }

  /** A new section. Taking it back marks it as removed, like removing it. */
  createSection(id: string, fields: Record<string, unknown>): void {
    rootOf(this.document, 'sections').set(id, new Y.Map(Object.entries(fields)))
    this.ids.add(id)
    this.changes.push({ root: 'sections', id, key: 'removed', before: true, after: undefined })
  }
}

/** Somebody changed the item since; `by` is the Yjs client id that did, for naming the person behind it. */
export type Overtaken = { root: CanvasRoot; id: string; key: string; by: number | undefined }

/**
 * Takes an edit back if everything is still as it left it, and answers with the edit that would do it again. Refuses as a
 * whole otherwise: half an undo helps nobody, and undoing an earlier edit instead would be a surprise.
 */
export function revert(document: Y.Doc, done: Edit): Result<Edit, 'overtaken'> & { overtaken?: Overtaken } {
  const overtaken = done.changes.map((change) => overtakenBy(document, change)).find((o) => o !== undefined)
  if (overtaken) return { ...refuse('overtaken'), overtaken }
  const back = [...done.changes].reverse()
  document.transact(() => {
    for (const { root, id, key, before } of back) {
      const item = itemOf(document, root, id)
      if (before === undefined) item?.delete(key)
      else item?.set(key, before)
    }
  }, EDIT)
  const changes = back.map(({ before, after, ...where }) => ({ ...where, before: after, after: before }))
  return ok({ name: done.name, ids: done.ids, changes })
}

function overtakenBy(document: Y.Doc, change: Change): Overtaken | undefined {
  const { root, id, key, before, after } = change
  const item = itemOf(document, root, id)
  const by = item?._map.get(key)?.id.client
  if (!item || !sameValue(item.get(key), after)) return { root, id, key, by }
  if (key !== 'place' || !isBin(before)) return undefined
  const other = otherWriter(item, document.clientID)
  return other === undefined ? undefined : { root, id, key: 'text', by: other }
}

/** Whether somebody writes a place in the bin; of any value, readable or not. */
export function isBin(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'in' in value && value.in === 'bin'
}

/** Somebody else whose words are in the item's text: undoing "add" would take those away too. */
function otherWriter(item: ItemMap, me: number): number | undefined {
  for (const value of item.values()) {
    if (!(value instanceof Y.Text)) continue
    for (let part = value._start; part; part = part.right) {
      if (!part.deleted && part.id.client !== me) return part.id.client
    }
  }
  return undefined
}

/** Plain values as they lie in a document: same JSON, whatever the order of keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  const left: Record<string, unknown> = { ...a }
  const right: Record<string, unknown> = { ...b }
  return [...keys].every((key) => sameValue(left[key], right[key]))
}
