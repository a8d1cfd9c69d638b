import * as Y from 'yjs'

export type ItemMap = Y.Map<unknown>

/** The root maps of a canvas document. Every item is a nested map; text in it is `Y.Text`, everything else one plain value. */
export type CanvasRoot = 'sections' | 'clusters' | 'notes' | 'drawings'

export function rootOf(document: Y.Doc, root: CanvasRoot | 'actions'): Y.Map<ItemMap> {
  return document.getMap<ItemMap>(root)
}

/** The nested map under an id, whatever garbage lies around it. */
export function itemOf(document: Y.Doc, root: CanvasRoot | 'actions', id: string): ItemMap | undefined {
  const item: unknown = rootOf(document, root).get(id)
  return item instanceof Y.Map ? item : undefined
}

/** The shared text under a key of an item. */
export function textOf(item: ItemMap | undefined, key: string): Y.Text | undefined {
  const text = item?.get(key)
  return text instanceof Y.Text ? text : undefined
}

/** Origins: where a change came from. Edits of this person's views carry EDIT, typing carries TYPING. */
export const EDIT = 'edit'
export const TYPING = 'typing'

/** A `Y.Text` with words in it, to be put into a new item. */
export function newText(words: string): Y.Text {
  return words === '' ? new Y.Text() : new Y.Text(words)
}
