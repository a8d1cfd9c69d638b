import type * as Y from 'yjs'
import type { Frame } from '../domain/canvas-view'
import type { ClusterKind } from '../domain/cluster'
import { type ClusterId, type NoteId, newId, type SectionId } from '../domain/ids'
import type { ClusterSpot, NoteSpot } from '../domain/spot'
import type { SectionTemplate } from '../domain/template'
import { type Edit, edit, type Recorder } from './change'
import { placesFor } from './edits'
import { itemOf, newText } from './roots'

export function addSection(
  document: Y.Doc,
  section: SectionTemplate & { id?: SectionId },
): { id: SectionId; edit: Edit } {
  const { id = newId<'section'>(), title, ...fields } = section
  const done = edit(document, 'add-section', (record) => record.createSection(id, { ...fields, title: newText(title) }))
  return { id, edit: done }
}

/** What a section says and is for; its title is text that people write together. */
export type SectionFields = { prompt?: string; kind?: ClusterKind; parked?: boolean }

export function changeSection(document: Y.Doc, id: SectionId, fields: SectionFields): Edit {
  return edit(document, 'change-section', (record) => {
    for (const [key, value] of Object.entries(fields)) record.set('sections', id, key, value)
  })
}

/** Items to be laid out by a section, in this order. */
type Flowed = { notes: readonly NoteId[]; clusters: readonly ClusterId[] }
type Into = { notes: NoteSpot; clusters: ClusterSpot }

/** Made to flow, a section takes what lay freely in it into its order: nothing that flows may be covered. */
export function changeLayout(
  document: Y.Doc,
  section: { id: SectionId; layout: 'flow' | 'free'; free: Flowed; into: Into },
): Edit {
  return edit(document, 'change-section', (record) => {
    record.set('sections', section.id, 'layout', section.layout)
    if (section.layout === 'flow') put(record, section.free, section.into)
  })
}

/** Two people who move and resize a section at once: the frame is one value, so it is never half of each. */
export function moveSection(document: Y.Doc, id: SectionId, to: { x: number; y: number }): Edit {
  return reframed(document, { id, name: 'move-section', frame: (now) => ({ ...now, ...whole(to) }) })
}

export function resizeSection(document: Y.Doc, id: SectionId, size: { w: number; h: number }): Edit {
  return reframed(document, { id, name: 'resize-section', frame: (now) => ({ ...now, ...whole(size) }) })
}

/** The tidy way to move a section: each takes the place and the size of the other. */
export function swapSections(document: Y.Doc, a: SectionId, b: SectionId): Edit {
  const [first, second] = [a, b].map((id) => itemOf(document, 'sections', id)?.get('frame'))
  return edit(document, 'move-section', (record) => {
    if (first === undefined || second === undefined) return
    record.set('sections', a, 'frame', second)
    record.set('sections', b, 'frame', first)
  })
}

/** Takes a section off the canvas. What lies in it, as the person saw it, goes to the end of another one. */
export function removeSection(document: Y.Doc, section: { id: SectionId; holds: Flowed; into: Into }): Edit {
  return edit(document, 'remove-section', (record) => {
    put(record, section.holds, section.into)
    // a lock on what nobody sees any more could not be opened, and would keep what somebody else just put there
    if (itemOf(document, 'sections', section.id)?.get('locked') === true)
      record.set('sections', section.id, 'locked', false)
    record.set('sections', section.id, 'removed', true)
  })
}

function put(record: Recorder, { notes, clusters }: Flowed, into: Into): void {
  const placesOfNotes = placesFor(record, 'notes', notes.length, into.notes)
  notes.forEach((id, index) => {
    record.set('notes', id, 'place', placesOfNotes[index])
  })
  const placesOfClusters = placesFor(record, 'clusters', clusters.length, into.clusters)
  clusters.forEach((id, index) => {
    record.set('clusters', id, 'place', placesOfClusters[index])
  })
}

type Reframing = { id: SectionId; name: 'move-section' | 'resize-section'; frame: (now: Frame) => Frame }

function reframed(document: Y.Doc, { id, name, frame }: Reframing): Edit {
  const now: unknown = itemOf(document, 'sections', id)?.get('frame')
  return edit(document, name, (record) => {
    if (typeof now === 'object' && now !== null) record.set('sections', id, 'frame', frame(now as Frame))
  })
}

function whole<Numbers extends Record<string, number>>(numbers: Numbers): Numbers {
  return Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, Math.round(value)])) as Numbers
}
