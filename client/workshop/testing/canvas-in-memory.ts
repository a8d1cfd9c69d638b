import * as Y from 'yjs'
import { addCluster, addNote, noteText } from '../../../shared/document/edits'
import { fillCanvas } from '../../../shared/document/new-canvas'
import { readCanvas } from '../../../shared/document/projection'
import type { ClusterId, NoteId, SectionId } from '../../../shared/domain/ids'
import type { Member } from '../../../shared/domain/member'
import { barriersAndProposals } from '../../../shared/templates/barriers-and-proposals'

/** A canvas of the default template in a document of its own, with builders for what lies on it. */
export function canvasInMemory(document: Y.Doc = new Y.Doc()) {
  const [template] = barriersAndProposals.canvases
  const [barriers, proposals, parked] = template ? fillCanvas(document, template) : []
  if (!barriers || !proposals || !parked) throw new Error('the template has three sections')
  return { document, barriers, proposals, parked, ...buildersFor(document) }
}

export function buildersFor(document: Y.Doc) {
  return {
    note: (text: string, section: SectionId, by: Member): NoteId =>
      addNote(document, { text, spot: endOf(section), author: { member: by.id, side: by.side, now: 1 } }).id,
    cluster: (title: string, kind: 'barrier' | 'proposal', where: { in: SectionId; notes?: NoteId[] }): ClusterId =>
      addCluster(document, { title, kind, spot: endOf(where.in), notes: where.notes ?? [], now: 1 }).id,
    typeBefore: (id: NoteId, words: string) => noteText(document, id)?.insert(0, words),
    /** Somebody else does something at their own copy, and it arrives here. */
    elsewhere(act: (theirs: Y.Doc) => void): void {
      const theirs = new Y.Doc()
      Y.applyUpdate(theirs, Y.encodeStateAsUpdate(document))
      act(theirs)
      Y.applyUpdate(document, Y.encodeStateAsUpdate(theirs))
    },
    /** The same content in another document, as after a refusal. */
    successor(): Y.Doc {
      const next = new Y.Doc()
      Y.applyUpdate(next, Y.encodeStateAsUpdate(document))
      return next
    },
  }
}

export const endOf = (section: SectionId) => ({ in: section, after: null, before: null })

/** What lies in each section: notes, then "kind title: notes" of each cluster. */
export function outlineOf(document: Y.Doc): string[][] {
  return readCanvas(document).sections.map((section) => [
    ...section.notes.map((note) => note.text),
    ...section.clusters.map((one) => `${one.kind} ${one.title}: ${one.notes.map((note) => note.text).join(', ')}`),
  ])
}
