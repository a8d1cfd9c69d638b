import { createEffect, createMemo, createSignal, For, Show } from 'solid-js'
import type { ActionDraft } from '../../shared/domain/action'
import { allClusters, type ClusterView } from '../../shared/domain/canvas-view'
import type { CanvasId, ClusterId } from '../../shared/domain/ids'
import { countBySide, SIDES } from '../../shared/domain/side'
import type { CanvasSummary } from '../../shared/domain/workshop'
import { agreementText } from '../text/agreement'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { focusOn } from '../ui/focus'
import { SideCount } from '../ui/mark'
import { createCanvas } from '../workshop/canvas'
import styles from './agreement.module.css'
import { useAgreementPage } from './agreement-page'
import { fieldIds } from './missing'

const text = agreementText.newDialog

/** A new action: from a proposal on a canvas that is none yet, or from scratch. Its title then takes focus. */
export function NewActionDialog(props: { onClose: () => void }) {
  const page = useAgreementPage()
  const canvases = () => page.workshop.stage.workshop?.canvases ?? []
  const [found, setFound] = createSignal<ReadonlyMap<CanvasId, number>>(new Map())
  const state = createMemo(() => {
    const counts = [...found().values()]
    if (counts.some((count) => count > 0)) return 'some'
    return counts.length < canvases().length ? 'loading' : 'none'
  })
  const start = (action: Pick<ActionDraft, 'title' | 'residentChange' | 'from'>) => {
    const id = page.edits.add(action)
    props.onClose()
    if (id) setTimeout(() => focusOn(fieldIds.title(id)))
  }
  return (
    <Dialog
      open
      title={text.title}
      description={text.lead}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{text.cancel}</Button>
          <Button
            kind={state() === 'some' ? 'plain' : 'main'}
            onClick={() => start({ title: '', residentChange: '', from: null })}
          >
            {text.scratch}
          </Button>
        </>
      }
    >
      <div class={styles.dialogBody}>
        <h3>{text.proposals}</h3>
        <Show when={state() !== 'some'}>
          <p role="status" class={styles.quiet}>
            {state() === 'loading' ? text.loading : text.none}
          </p>
        </Show>
        <For each={canvases()}>
          {(canvas) => (
            <CanvasProposals
              canvas={canvas}
              titled={canvases().length > 1}
              onFound={(count) => setFound((all) => new Map([...all, [canvas.id, count]]))}
              onStart={start}
            />
          )}
        </For>
      </div>
    </Dialog>
  )
}

/** The proposals of one canvas, which is open for as long as this is shown. */
function CanvasProposals(props: {
  canvas: CanvasSummary
  titled: boolean
  onFound: (count: number) => void
  onStart: (action: Pick<ActionDraft, 'title' | 'residentChange' | 'from'>) => void
}) {
  const page = useAgreementPage()
  const canvas = createCanvas(props.canvas.id)
  const taken = createMemo(() => new Set(page.agreement.view.actions.map((draft) => draft.from?.clusterId)))
  const clusters = createMemo(() => allClusters(canvas.view))
  const proposals = createMemo(() =>
    clusters().filter((cluster) => cluster.kind === 'proposal' && !taken().has(cluster.id)),
  )
  const titleOf = (id: ClusterId) => clusters().find((cluster) => cluster.id === id)?.title ?? ''
  createReport(() => (canvas.ready() ? proposals().length : undefined), props.onFound)
  const startFrom = ({ title, residentChange, id }: ClusterView) =>
    props.onStart({ title, residentChange, from: { canvasId: props.canvas.id, clusterId: id } })
  return (
    <Show when={proposals().length > 0}>
      <Show when={props.titled}>
        <h4>{props.canvas.title}</h4>
      </Show>
      <ul class={`plain-list ${styles.proposals}`}>
        <For each={proposals()}>
          {(proposal) => (
            <li>
              <ProposalCard
                proposal={proposal}
                barriers={proposal.addresses.map(titleOf)}
                onStart={() => startFrom(proposal)}
              />
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

function ProposalCard(props: { proposal: ClusterView; barriers: string[]; onStart: () => void }) {
  const page = useAgreementPage()
  const title = () => props.proposal.title.trim() || agreementText.noTitle
  const counts = () => countBySide(props.proposal.notes)
  return (
    <div class={styles.proposal}>
      <div>
        <p>
          <strong>{title()}</strong>
        </p>
        <Show when={props.proposal.residentChange}>
          <p class={styles.small}>{props.proposal.residentChange}</p>
        </Show>
        <Show when={props.barriers.length > 0}>
          <p class={styles.small}>{text.answers(props.barriers)}</p>
        </Show>
        <p class={`${styles.small} ${styles.counts}`}>
          <For each={SIDES.filter((side) => counts()[side] > 0)}>
            {(side) => <SideCount side={side} label={page.sideName(side)} text={text.notes(counts()[side])} />}
          </For>
        </p>
      </div>
      <Button aria-label={text.startNamed(title())} onClick={props.onStart}>
        {text.start}
      </Button>
    </div>
  )
}

/** Tells how many there are, once known and whenever it changes. */
function createReport(count: () => number | undefined, tell: (count: number) => void): void {
  createEffect(() => {
    const now = count()
    if (now !== undefined) tell(now)
  })
}
