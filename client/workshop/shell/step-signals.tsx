import Check from 'lucide-solid/icons/check'
import Hourglass from 'lucide-solid/icons/hourglass'
import { createEffect, createSignal, createUniqueId, on, onMount, Show, untrack } from 'solid-js'
import type { Signal } from '../../../shared/domain/agenda'
import type { StepId } from '../../../shared/domain/ids'
import { call } from '../../connection/call'
import { stepsText } from '../../text/steps'
import { Button } from '../../ui/button'
import { announce } from '../../ui/live-region'
import { showToast } from '../../ui/toast'
import { VisuallyHidden } from '../../ui/visually-hidden'
import { useWorkshop } from '../workshop-context'
import { createCommand } from './create-command'
import styles from './step-bar.module.css'

const words = stepsText.signals

type Own = { stepId: StepId | null; signal: Signal | null }

/** "12 ready · 3 need more time", for everybody. Nothing while nobody has said anything. */
export function SignalCounts() {
  const workshop = useWorkshop()
  const counts = () => {
    const { signals, stage } = workshop.stage
    return signals && signals.stepId === stage.currentStepId ? words.counts(signals) : ''
  }
  return (
    <Show when={counts() !== ''}>
      <span class={styles.counts}>{counts()}</span>
    </Show>
  )
}

/** *I'm ready* and *I need more time*: one of them at most, taken back by pressing it again. */
export function SignalButtons(props: { compact: boolean }) {
  const workshop = useWorkshop()
  const command = createCommand()
  const whyId = `why-${createUniqueId()}`
  const { mine, give } = createOwnSignal()
  const why = () => (workshop.me().preview ? undefined : command.waits())
  const off = () => workshop.me().preview || command.waits() !== undefined
  const press = (signal: Signal) => ({
    small: true,
    'aria-pressed': mine() === signal,
    'aria-disabled': off() ? ('true' as const) : undefined,
    'aria-describedby': why() ? whyId : undefined,
    onClick: () => void give(signal),
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and lays itself out
    <div role="group" aria-label={words.group} class={styles.signals}>
      <Show when={why()}>{(text) => <VisuallyHidden id={whyId}>{text()}</VisuallyHidden>}</Show>
      <Button {...press('ready')} icon={<Check />} aria-label={words.ready}>
        {props.compact ? words.readyShort : words.ready}
      </Button>
      <Button {...press('more-time')} icon={<Hourglass />} aria-label={words.moreTime}>
        {props.compact ? words.moreTimeShort : words.moreTime}
      </Button>
    </div>
  )
}

/** What I say about this step. Who says it is told to nobody else, so it is not on the stage: this page asks for it once. */
function createOwnSignal() {
  const workshop = useWorkshop()
  const stepId = () => workshop.stage.stage.currentStepId
  const path = `/api/workshops/${workshop.id}/steps/signal`
  const [own, setOwn] = createSignal<Own>({ stepId: null, signal: null })
  const mine = () => (own().stepId === stepId() ? own().signal : null)

  const ask = async () => {
    const called = await call<Own>('GET', path)
    if (called.ok && own().stepId === null) setOwn(called.body)
  }
  onMount(() => {
    if (!workshop.me().preview) void ask()
  })
  // entered again, a step begins afresh
  createEffect(on(stepId, (_, before) => before && setOwn({ stepId: null, signal: null })))

  const give = async (signal: Signal) => {
    const before = untrack(own)
    const next = { stepId: untrack(stepId), signal: mine() === signal ? null : signal }
    // shown at once: it is this person's own, and nobody else's to decide
    setOwn(next)
    const called = await call<Own>('POST', path, { body: next })
    if (called.ok) return announce(next.signal === null ? words.takenBack : SAID[next.signal])
    if (own() === next) setOwn(before)
    // over by now: the new step is on the screen, and that is all there is to say
    if (called.refusal !== 'state-moved-on') showToast({ text: words.notSent, kind: 'alert' })
  }
  return { mine, give }
}

const SAID: Record<Signal, string> = { ready: words.saidReady, 'more-time': words.saidMoreTime }
