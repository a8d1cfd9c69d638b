import { createMemo } from 'solid-js'
import { currentStep } from '../../shared/domain/agenda'
import { allClusters } from '../../shared/domain/canvas-view'
import type { ClusterKind } from '../../shared/domain/cluster'
import type { CanvasId } from '../../shared/domain/ids'
import { votingText } from '../text/voting'
import { createAgreement } from '../workshop/agreement-document'
import { useCanvas } from '../workshop/shell/shared-canvases'
import { useWorkshop } from '../workshop/workshop-context'

/** Something that can be put to the vote, with its words as this page shows them. */
export type Candidate =
  | { is: 'cluster'; id: string; canvasId: CanvasId; title: string }
  | { is: 'action'; id: string; title: string }
export type CandidateGroup = { key: string; heading: string; candidates: Candidate[]; preselected: boolean }

const KINDS: readonly ClusterKind[] = ['proposal', 'barrier', 'theme']
const words = votingText.dialog

/**
 * Everything that has a title, by kind and canvas: proposals first, and actions that are not signed. Preselected are the
 * proposals of the canvas that the step is about, else its barriers.
 */
export function createCandidates() {
  const workshop = useWorkshop()
  const summaries = workshop.stage.workshop?.canvases ?? []
  const canvases = summaries.map(({ id, title }) => ({ id, title, canvas: useCanvas(id) }))
  const agreement = createAgreement()
  const main = currentStep(workshop.stage.stage)?.step.canvasId ?? canvases[0]?.id

  const groups = createMemo((): CandidateGroup[] => {
    const clusters = canvases.flatMap(({ id, title, canvas }) =>
      allClusters(canvas.view).map((cluster) => ({ cluster, canvasId: id, on: title })),
    )
    const has = (kind: ClusterKind) =>
      clusters.some((one) => one.canvasId === main && named(one.cluster) && one.cluster.kind === kind)
    const first = has('proposal') ? 'proposal' : 'barrier'
    const byKind = KINDS.flatMap((kind) =>
      canvases.map(({ id, title }) => ({
        key: `${kind}/${id}`,
        heading: canvases.length > 1 ? words.onCanvas(kind, title) : words.kind(kind),
        preselected: id === main && kind === first,
        candidates: clusters
          .filter((one) => one.canvasId === id && one.cluster.kind === kind && named(one.cluster))
          .map(
            ({ cluster }): Candidate => ({ is: 'cluster', id: cluster.id, canvasId: id, title: cluster.title.trim() }),
          ),
      })),
    )
    const signed = new Set<string>(workshop.stage.actions.filter((one) => one.status === 'record').map(({ id }) => id))
    const actions = agreement.view.actions
      .filter((action) => !signed.has(action.id) && named(action))
      .map(({ id, title }): Candidate => ({ is: 'action', id, title: title.trim() }))
    const all = [...byKind, { key: 'actions', heading: words.actions, preselected: false, candidates: actions }]
    return all.filter((group) => group.candidates.length > 0)
  })
  return { groups, ready: () => canvases.every(({ canvas }) => canvas.ready()) }
}

function named({ title }: { title: string }): boolean {
  return title.trim() !== ''
}
