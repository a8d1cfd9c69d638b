import type { ActionDraft, Trail } from '../../shared/domain/action'
import { allClusters, type CanvasView, type ClusterView } from '../../shared/domain/canvas-view'
import { countBySide } from '../../shared/domain/side'

/** From notes to outcome: the proposal an action came from, the barriers it answers, and how their notes split by side. */
export function trailOf(draft: ActionDraft, canvas: CanvasView | undefined): Trail {
  const clusters = canvas ? allClusters(canvas) : []
  const proposal = clusters.find((cluster) => cluster.id === draft.from?.clusterId)
  const barriers = (proposal?.addresses ?? []).flatMap((id) => clusters.filter((cluster) => cluster.id === id))
  return { proposal: proposal ? stationOf(proposal) : null, barriers: barriers.map(stationOf) }
}

function stationOf(cluster: ClusterView): { title: string; notes: ReturnType<typeof countBySide> } {
  return { title: cluster.title, notes: countBySide(cluster.notes) }
}
