import type { CanvasDocument } from '../../shared/document/authorship'
import { deleteItems } from '../../shared/document/delete-items'
import { mergeClusters } from '../../shared/document/edits'
import { moveItems } from '../../shared/document/move-items'
import type { ClusterId, NoteId, SectionId } from '../../shared/domain/ids'
import { pick } from '../../shared/testing/random'
import { AMINA, type Honest, NOW, type World } from './honest'

/** What a view does with several items at once: move, delete and merge them, as one update. */
export function honestSeveral({ sections, clusters, notes }: World, random: () => number): Honest[] {
  const section = pick(random, sections) as SectionId
  const first = Math.floor(random() * clusters.length)
  const [one, two, into] = [0, 1, 2].map((by) => clusters[(first + by) % clusters.length]) as [
    ClusterId,
    ClusterId,
    ClusterId,
  ]
  const inside = (cluster: ClusterId): NoteId[] => {
    const at = clusters.indexOf(cluster) * 2
    return notes.slice(at, at + 2).flatMap((note) => (note.binned ? [] : note.id))
  }
  const free = notes.slice(clusters.length * 2).filter(({ binned }) => !binned)
  const chosen = free.slice(0, 2)
  const ids = chosen.map(({ id }) => id)
  const to = { in: section, after: null, before: null }
  const within = [...inside(one), ...inside(two)]
  const deleting = chosen.map(({ author }) => (author === AMINA ? 'delete-own-note' : 'delete-note'))
  const moving = within.length > 0 ? (['move-note'] as const) : []
  return [
    {
      name: 'move several',
      needs: ids.length > 0 ? ['move-note', 'arrange'] : ['arrange'],
      on: [...ids, one, two, section],
      edit: (d: CanvasDocument) =>
        moveItems(d, {
          notes: [{ ids, spot: to }],
          clusters: [{ ids: [one, two], spot: to }],
          drawings: [],
          sections: [],
        }),
    },
    {
      name: 'delete several',
      needs: ['arrange', ...moving, ...deleting],
      on: [one, two, ...within, ...(within.length > 0 ? [section] : []), ...ids],
      edit: (d: CanvasDocument) =>
        deleteItems(d, { notes: ids, headings: [{ ids: [one, two], notes: within, to }], drawings: [] }, NOW),
    },
    {
      name: 'merge several',
      needs: ['arrange', ...moving],
      on: [one, two, ...within, ...(within.length > 0 ? [into] : [])],
      edit: (d: CanvasDocument) => mergeClusters(d, { from: [one, two], into, notes: within, lastOfInto: null }),
    },
  ]
}
