import * as Y from 'yjs'
import type { CanvasDocument } from './authorship'
import { rootOf } from './roots'

/**
 * What stands at a path of a document now: `shared` is words or an item that people write in together, which nobody may
 * replace or take away, since whatever the others write in it would go with it.
 */
export function standsAt(
  document: CanvasDocument,
  root: Parameters<typeof rootOf>[1],
  path: readonly string[],
): 'nothing' | 'value' | 'shared' {
  let at: unknown = rootOf(document, root)
  for (const key of path) {
    if (!(at instanceof Y.Map)) return 'nothing'
    at = at.get(key)
  }
  if (at === undefined) return 'nothing'
  return at instanceof Y.AbstractType ? 'shared' : 'value'
}
