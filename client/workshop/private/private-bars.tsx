import Lock from 'lucide-solid/icons/lock'
import Shuffle from 'lucide-solid/icons/shuffle'
import Timer from 'lucide-solid/icons/timer'
import { createEffect, createMemo, createSignal, Match, on, onCleanup, Show, Switch } from 'solid-js'
import { currentStep } from '../../../shared/domain/agenda'
import { allNotes } from '../../../shared/domain/canvas-view'
import { DEFAULT_SIDE_NAMES } from '../../../shared/domain/side'
import { privateText } from '../../text/private-writing'
import { Button } from '../../ui/button'
import { announce } from '../../ui/live-region'
import type { Canvas } from '../contract'
import { useWorkshop } from '../workshop-context'
import { LateNotes } from './late-notes'
import { usePrivateNotes } from './private-notes'
import styles from './private-notes.module.css'

/** What everybody has to know of private writing, under the bars of every page. `canvas`: the one that is on the page. */
export function PrivateBars(props: { canvas: Canvas | undefined }) {
  const workshop = useWorkshop()
  const mine = usePrivateNotes()
  const revealAt = () => workshop.stage.writing?.revealAt ?? null
  const isHere = () => props.canvas !== undefined && mine.step()?.canvasId === props.canvas.id
  announceNotice(revealAt)
  return (
    <>
      <Switch>
        <Match when={revealAt()}>{(at) => <SoonBar at={at()} />}</Match>
        <Match when={isHere()}>
          <WritingBar />
        </Match>
      </Switch>
      <Show when={props.canvas} keyed>
        {(canvas) => <RevealedBar canvas={canvas} />}
      </Show>
      <LateNotes />
    </>
  )
}

function WritingBar() {
  const workshop = useWorkshop()
  const mine = usePrivateNotes()
  const writing = () => {
    const { writing: now } = workshop.stage
    return now && now.stepId === mine.step()?.id ? now : undefined
  }
  const names = () => workshop.stage.workshop?.sides ?? DEFAULT_SIDE_NAMES
  const isWriter = () => workshop.me().role !== 'observer' && !workshop.me().preview
  return (
    <section class={styles.bar} aria-label={privateText.region}>
      <Lock aria-hidden="true" />
      <p>{isWriter() ? privateText.explain : privateText.explainObserver}</p>
      <Show when={writing()}>{(now) => <p class={styles.count}>{privateText.written(now().written, names())}</p>}</Show>
    </section>
  )
}

/** The seconds are the server's, the same on every screen. */
function SoonBar(props: { at: number }) {
  const workshop = useWorkshop()
  const seconds = () => Math.ceil((props.at - workshop.now()) / 1_000)
  return (
    <section class={`${styles.bar} ${styles.soon}`} aria-label={privateText.region}>
      <Timer aria-hidden="true" />
      <p>{seconds() > 0 ? privateText.soon(seconds()) : privateText.now}</p>
    </section>
  )
}

/** Said once when it begins and when it is called off; the seconds are seen and not heard. */
function announceNotice(revealAt: () => number | null): void {
  const workshop = useWorkshop()
  createEffect(
    on(revealAt, (now, before) => {
      if (now !== null && now !== before) {
        announce(privateText.soon(Math.max(1, Math.ceil((now - workshop.now()) / 1_000))), { kind: 'step' })
      }
      const isDone = workshop.stage.stage.steps.some(
        (step) => step.revealedAt !== null && step.revealedAt >= (before ?? 0),
      )
      if (now === null && typeof before === 'number' && !isDone) announce(privateText.calledOff, { kind: 'step' })
    }),
  )
}

/** So long after a reveal it is still news. */
const NEWS_MS = 3 * 60_000

/** How many notes were shown together, and that one's own are there. The notes themselves say so: they share an instant. */
function RevealedBar(props: { canvas: Canvas }) {
  const workshop = useWorkshop()
  const [closed, setClosed] = createSignal<number>()
  const at = createMemo(() => {
    const step = currentStep(workshop.stage.stage)?.step
    return step?.canvasId === props.canvas.id ? (step.revealedAt ?? undefined) : undefined
  })
  const shown = createMemo(() => allNotes(props.canvas.view).filter(({ createdAt }) => createdAt === at()))
  const text = () => {
    const isMine = shown().some(({ author }) => author === workshop.me().id)
    return privateText.revealed(shown().length, isMine)
  }
  const isNews = () => {
    const then = at()
    return then !== undefined && closed() !== then && workshop.now() - then < NEWS_MS
  }
  const wasNot = at() === undefined
  let said: number | undefined = wasNot ? undefined : at()
  createEffect(() => {
    const then = at()
    if (then === undefined || then === said || !props.canvas.ready()) return
    // the notes and the step come on two ways: said once both are here, or when there seem to be none
    const timer = setTimeout(
      () => {
        said = then
        announce(text(), { kind: 'step' })
      },
      shown().length > 0 ? 0 : 2_000,
    )
    onCleanup(() => clearTimeout(timer))
  })
  return (
    <Show when={isNews()}>
      <section class={styles.bar} aria-label={privateText.region}>
        <Shuffle aria-hidden="true" />
        <p>{text()}</p>
        <Button small kind="quiet" onClick={() => setClosed(at())}>
          {privateText.dismiss}
        </Button>
      </section>
    </Show>
  )
}
