import type * as Y from 'yjs'
import type { ClusterId, NoteId, SectionId } from '../domain/ids'
import { type Edit, edit } from './change'

export type Lockable = { is: 'note'; id: NoteId } | { is: 'cluster'; id: ClusterId } | { is: 'section'; id: SectionId }

const ROOTS = { note: 'notes', cluster: 'clusters', section: 'sections' } as const

/** Keeps items as they are for everybody but facilitators, with everything in them; or opens them again. */
export function lockItems(document: Y.Doc, items: readonly Lockable[], locked: boolean): Edit {
  return edit(document, locked ? 'lock-items' : 'unlock-items', (record) => {
    for (const { is, id } of items) record.set(ROOTS[is], id, 'locked', locked)
  })
}
