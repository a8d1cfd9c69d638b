import type { BallotItem } from '../../shared/domain/ballot'
import { allClusters, type ClusterView } from '../../shared/domain/canvas-view'
import type { CanvasId } from '../../shared/domain/ids'
import type { Canvas } from '../workshop/contract'
import { useCanvas } from '../workshop/shell/shared-canvases'

export type ItemNow = { is: 'unknown' } | { is: 'there'; cluster: ClusterView } | { is: 'gone' }

/** The canvases that a ballot's items lie on, open for as long as the calling owner lives: what became of each. */
export function createItemsNow(items: readonly BallotItem[]): (item: BallotItem) => ItemNow {
  const canvases = new Map<CanvasId, Canvas>()
  for (const item of items) {
    if (item.is === 'cluster' && !canvases.has(item.canvasId)) canvases.set(item.canvasId, useCanvas(item.canvasId))
  }
  return (item) => {
    const canvas = item.is === 'cluster' ? canvases.get(item.canvasId) : undefined
    if (!canvas?.ready()) return { is: 'unknown' }
    const cluster = allClusters(canvas.view).find((one) => one.id === item.id)
    return cluster ? { is: 'there', cluster } : { is: 'gone' }
  }
}
