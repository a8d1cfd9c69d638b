import type { ClusterSpot, NoteSpot } from '../../shared/document/edits'
import type { CanvasView, ClusterView, SectionView } from '../../shared/domain/canvas-view'
import { allClusters } from '../../shared/domain/canvas-view'
import type { ClusterId, SectionId } from '../../shared/domain/ids'

/** The spot after everything that a container lays out, as the view stands. */
export function endOf(view: CanvasView, container: SectionId | ClusterId): NoteSpot {
  return { in: container, after: lastFlowed(notesIn(view, container)), before: null }
}

export function endOfSection(view: CanvasView, section: SectionId): ClusterSpot {
  const clusters = view.sections.find(({ id }) => id === section)?.clusters ?? []
  return { in: section, after: lastFlowed(clusters), before: null }
}

export function notesIn(view: CanvasView, container: SectionId | ClusterId): SectionView['notes'] {
  const section = view.sections.find(({ id }) => id === container)
  return section?.notes ?? allClusters(view).find(({ id }) => id === container)?.notes ?? []
}

/** A cluster and the section it is in; null: on the bare canvas. */
export function findCluster(
  view: CanvasView,
  id: ClusterId,
): { cluster: ClusterView; section: SectionView | null } | undefined {
  for (const section of view.sections) {
    const cluster = section.clusters.find((one) => one.id === id)
    if (cluster) return { cluster, section }
  }
  const cluster = view.loose.clusters.find((one) => one.id === id)
  return cluster && { cluster, section: null }
}

function lastFlowed<Id extends string>(items: readonly { id: Id; at: unknown }[]): Id | null {
  return items.findLast((item) => item.at === null)?.id ?? null
}
