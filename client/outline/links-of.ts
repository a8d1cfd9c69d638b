import { allClusters, type CanvasView, type ClusterView } from '../../shared/domain/canvas-view'
import type { ClusterId } from '../../shared/domain/ids'
import { titleOf } from './places'

/** A cluster that another one leads to, in words. */
export type ClusterLink = { id: ClusterId; words: string }

/** Who answers whom, both ways, read in one look: by themselves hundreds of headings would each look at all others. */
export function linksOf(view: CanvasView): Map<ClusterId, ClusterLink[]> {
  const all = allClusters(view)
  const byId = new Map(all.map((cluster) => [cluster.id, cluster]))
  const links = new Map<ClusterId, ClusterLink[]>()
  const add = (from: ClusterId, to: ClusterView) => {
    const before = links.get(from)
    const link = { id: to.id, words: titleOf(to) }
    if (before) before.push(link)
    else links.set(from, [link])
  }
  for (const proposal of all) {
    if (proposal.kind !== 'proposal') continue
    for (const id of proposal.addresses) {
      const barrier = byId.get(id)
      if (!barrier) continue
      add(id, proposal)
      add(proposal.id, barrier)
    }
  }
  return links
}

export function sameLinks(a: readonly ClusterLink[] = [], b: readonly ClusterLink[] = []): boolean {
  return a.length === b.length && a.every(({ id, words }, index) => id === b[index]?.id && words === b[index]?.words)
}
