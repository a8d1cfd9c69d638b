import { createEffect, createResource, createSignal, createUniqueId, Show } from 'solid-js'
import type { ShareLink } from '../../shared/protocol/http'
import { call } from '../connection/call'
import { facilitationText } from '../text/facilitation'
import { refusalText } from '../text/refusals'
import { CopyButton } from '../ui/copy-button'
import { ConfirmDialog } from '../ui/dialog'
import { InlineNotice } from '../ui/notice'
import { showToast } from '../ui/toast'
import { createLeaveHere, type Leaving } from '../workshop/leave-here'
import { useWorkshop } from '../workshop/workshop-context'
import styles from './leave-dialog.module.css'

const words = facilitationText.leave

/** For everybody: says what leaving on this device does, what it would cost, and how to come back, before it is done. */
export function LeaveDialog(props: { open: boolean; onClose: () => void; onLeft: () => void }) {
  const workshop = useWorkshop()
  const leaving = createLeaveHere(() => props.open)
  const whyId = `why-${createUniqueId()}`
  const [step, setStep] = createSignal<'asking' | 'saving' | 'leaving'>('asking')
  const [agreed, setAgreed] = createSignal(0)
  const lost = () => lostIn(leaving.state())
  const waits = () => waitsFor(leaving.state())

  const leave = async () => {
    setStep('leaving')
    const title = workshop.stage.workshop?.title ?? ''
    const called = await leaving.leave(props.onLeft)
    setStep('asking')
    if (called.ok) showToast({ text: words.left(title) })
    else showToast({ text: refusalText(called.refusal), kind: 'alert' })
  }
  const confirm = () => {
    setAgreed(lost())
    setStep('saving')
  }
  const stay = () => {
    if (step() === 'leaving') return
    setStep('asking')
    props.onClose()
  }
  // What is on its way to the disk is waited for; what turns out not to arrive is shown, and asked about again.
  createEffect(() => {
    if (step() !== 'saving') return
    const state = leaving.state()
    if (state.is === 'away' || lostIn(state) > agreed()) setStep('asking')
    else if (state.saving === 0) void leave()
  })
  return (
    <ConfirmDialog
      open={props.open}
      danger
      title={words.title}
      description={words.text}
      cancelLabel={words.stay}
      confirmLabel={lost() > 0 ? words.confirmLost : words.confirm}
      busy={step() !== 'asking'}
      blockedBy={waits() && whyId}
      onCancel={stay}
      onConfirm={confirm}
    >
      <div class={styles.parts}>
        <Show when={waits()}>
          {(why) => (
            <p id={whyId} role="status">
              {why()}
            </p>
          )}
        </Show>
        <Losing state={leaving.state()} />
        <WayBack />
      </div>
    </ConfirmDialog>
  )
}

function lostIn(state: Leaving): number {
  return state.is === 'here' ? state.lost.changes + state.lost.texts : 0
}

function waitsFor(state: Leaving): string | undefined {
  if (state.is === 'here') return undefined
  const why = state.offline ? words.offline : words.away
  return state.unsaved > 0 ? `${why} ${words.unsaved(state.unsaved)}` : why
}

function Losing(props: { state: Leaving }) {
  const here = () => (props.state.is === 'here' ? props.state : undefined)
  const changes = () => here()?.lost.changes ?? 0
  const texts = () => here()?.lost.texts ?? 0
  return (
    <>
      <Show when={changes() + texts() > 0}>
        <InlineNotice tone="warn" title={words.lostTitle} live="polite">
          <Show when={changes() > 0}>
            <p>{words.lostChanges(changes())}</p>
          </Show>
          <Show when={texts() > 0}>
            <p>{words.lostTexts(texts())}</p>
          </Show>
        </InlineNotice>
      </Show>
      <Show when={here()?.saving}>{(count) => <p role="status">{words.saving(count())}</p>}</Show>
    </>
  )
}

function WayBack() {
  const workshop = useWorkshop()
  const ended = () => (workshop.stage.workshop?.endedAt ?? null) !== null
  const facilitates = () => workshop.me().role === 'facilitator'
  const isLast = () => !workshop.stage.people.some((one) => one.role === 'facilitator' && one.id !== workshop.me().id)
  return (
    <Show when={facilitates()} fallback={<p>{ended() ? words.backEnded : words.back}</p>}>
      <Show when={isLast() && !ended()}>
        <InlineNotice tone="warn" title={words.lastTitle}>
          {words.last}
        </InlineNotice>
      </Show>
      <p>{words.backFacilitator}</p>
      <PrivateLink />
    </Show>
  )
}

/** Offered where it is needed: afterwards it cannot be looked up any more. */
function PrivateLink() {
  const workshop = useWorkshop()
  const [called] = createResource(() => call<{ links: ShareLink[] }>('GET', `/api/workshops/${workshop.id}/links`))
  const own = () => {
    const now = called.loading ? undefined : called()
    return now?.ok ? now.body.links.find((link) => link.key === 'return') : undefined
  }
  return (
    <Show when={own()}>
      {(link) => (
        <div>
          <CopyButton small text={link().url} label={words.copyLink} />
        </div>
      )}
    </Show>
  )
}
