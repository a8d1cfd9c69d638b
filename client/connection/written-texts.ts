import * as Y from 'yjs'

/** Where a Y.Text lies: the root map's name, then the keys down to it. */
export type TextPath = readonly string[]

/** A person's own words that the server did not take. */
export type LostWords = {
  path: TextPath
  text: string
  /** The section or cluster that the item lay in. */
  home: string | null
}

/** The texts that a transaction put words into: typed in, or brought along by a new item. Taking words out does not count. */
export function textsWrittenIn(transaction: Y.Transaction): TextPath[] {
  const texts: Y.Text[] = []
  for (const [type, keys] of transaction.changed) {
    if (type instanceof Y.Text) texts.push(type)
    else if (type instanceof Y.Map) for (const key of keys) if (key !== null) collectTexts(type.get(key), texts)
  }
  const written = texts.filter((text) => hasNewWords(text, transaction))
  return written.map(pathOf).filter((path) => path !== undefined)
}

/** The one text that the whole transaction typed in, as a key; undefined when it did anything else. */
export function typedIn(transaction: Y.Transaction): string | undefined {
  const [only, ...others] = transaction.changed.keys()
  return only instanceof Y.Text && others.length === 0 ? pathOf(only)?.join('/') : undefined
}

function collectTexts(value: unknown, into: Y.Text[]): void {
  if (value instanceof Y.Text) into.push(value)
  else if (value instanceof Y.Map) for (const inner of value.values()) collectTexts(inner, into)
}

function hasNewWords(text: Y.Text, transaction: Y.Transaction): boolean {
  for (let item = text._start; item; item = item.right) {
    const known = transaction.beforeState.get(item.id.client) ?? 0
    if (!item.deleted && item.id.clock + item.length > known) return true
  }
  return false
}

type SharedType = NonNullable<ReturnType<Y.Doc['share']['get']>>

/** The root's name and the keys down to a type; undefined for one that is in no document, or in a sequence. */
export function pathOf(type: Pick<SharedType, '_item'>): TextPath | undefined {
  const path: string[] = []
  let at = type
  while (at._item) {
    if (at._item.parentSub === null || !(at._item.parent instanceof Y.AbstractType)) return undefined
    path.unshift(at._item.parentSub)
    at = at._item.parent
  }
  return [Y.findRootTypeKey(at as SharedType), ...path]
}

/** The text at a path, whatever lies there. */
export function textAt(document: Y.Doc, [root = '', ...keys]: TextPath): Y.Text | undefined {
  let at: unknown = document.getMap(root)
  for (const key of keys) at = at instanceof Y.Map ? at.get(key) : undefined
  return at instanceof Y.Text ? at : undefined
}

/** The words as they stand in the document, without empty ones. */
export function wordsAt(document: Y.Doc, paths: readonly TextPath[]): LostWords[] {
  return paths.flatMap((path) => {
    const text = textAt(document, path)?.toString() ?? ''
    return text.trim() === '' ? [] : { path, text, home: homeOf(document, path) }
  })
}

function homeOf(document: Y.Doc, [root = '', id = '']: TextPath): string | null {
  const item = document.getMap(root).get(id)
  const place: unknown = item instanceof Y.Map ? item.get('place') : undefined
  const home = (place as { in?: unknown } | undefined)?.in
  return typeof home === 'string' ? home : null
}
