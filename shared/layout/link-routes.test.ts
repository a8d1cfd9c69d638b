import { describe, expect, test } from 'vitest'
import type { ClusterId } from '../domain/ids'
import { layoutCanvas } from './canvas-layout'
import { linkRoutes, pathOf } from './link-routes'
import { aCanvas, aCluster, aNote, aSection } from './testing/canvases'

const answers = (...ids: string[]) => ({ kind: 'proposal' as const, addresses: ids as ClusterId[] })

function drawn(proposalFolded = false) {
  const view = aCanvas([
    aSection(
      'way',
      { x: 0, y: 0, w: 1600, h: 520 },
      { clusters: [aCluster('returns', [aNote('a')]), aCluster('bids', [aNote('b')])] },
    ),
    aSection(
      'do',
      { x: 0, y: 560, w: 1600, h: 340 },
      {
        clusters: [
          aCluster('report', [aNote('c')], { ...answers('returns', 'gone'), folded: proposalFolded }),
          aCluster('settlement', [], answers('report')),
        ],
      },
    ),
  ])
  return { view, layout: layoutCanvas(view) }
}

describe('[B21] an arrow goes from each proposal to the barriers it answers', () => {
  test('from edge to edge, up where the barrier is above; one that is gone has none', () => {
    const { view, layout } = drawn()
    const [up, across, ...others] = linkRoutes(view, layout)
    const [returns, report, settlement] = ['returns', 'report', 'settlement'].map((id) =>
      layout.clusters.get(id as ClusterId),
    )
    expect(others).toEqual([])
    expect(up).toMatchObject({ proposal: 'report', barrier: 'returns' })
    expect(up?.from.y).toBe(report?.y)
    expect(up?.to.y).toBeCloseTo((returns?.y ?? 0) + (returns?.h ?? 0) + 4)
    expect(across?.from.x).toBe(settlement?.x)
    expect(across && pathOf(across)).toMatch(/^M[\d.-]+ [\d.-]+C/)
  })

  test('it follows a proposal that is folded', () => {
    const { view, layout } = drawn(true)
    expect(linkRoutes(view, layout)[0]?.from.y).toBe(layout.clusters.get('report' as ClusterId)?.y)
  })
})
