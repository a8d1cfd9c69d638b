import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import type { LookBody, WaitingBody } from '../connection/bodies'
import { call } from '../connection/call'
import { joinText } from '../text/join'
import { Button } from '../ui/button'
import { Card } from '../ui/layout'
import { InlineNotice } from '../ui/notice'
import { Loading } from '../ui/progress'

const TRY_AGAIN_MS = 3_000

/** Waits at the closed door and goes in by itself. The server answers when something changes, so nothing is asked twice in a hurry. */
export function WaitingRoom(props: {
  workshopId: string
  workshop: LookBody['workshop'] | undefined
  onIn: () => void
  onAskAgain: () => void
}) {
  const [state, setState] = createSignal<'waiting' | 'refused'>('waiting')
  const [offline, setOffline] = createSignal(false)
  const leaving = new AbortController()
  onCleanup(() => leaving.abort())

  const wait = async () => {
    while (!leaving.signal.aborted) {
      const asked = Date.now()
      const called = await call<WaitingBody>('GET', `/api/join/waiting/${props.workshopId}`, { signal: leaving.signal })
      if (leaving.signal.aborted) return
      const lost =
        !called.ok && ['no-answer', 'shutting-down', 'too-many-requests', 'server-fault'].includes(called.refusal)
      setOffline(lost)
      if (lost) await pause(TRY_AGAIN_MS, leaving.signal)
      else if (!called.ok) return setState('refused')
      else if (called.body.state === 'in') return props.onIn()
      // answered at once: another tab of this browser asks too
      else if (Date.now() - asked < TRY_AGAIN_MS) await pause(TRY_AGAIN_MS, leaving.signal)
    }
  }
  onMount(() => void wait())

  const who = () => props.workshop?.runBy || joinText.waiting.aFacilitator
  return (
    <Show
      when={state() === 'waiting'}
      fallback={
        <Card as="section" aria-labelledby="not-let-in">
          <h2 id="not-let-in">{joinText.waiting.refusedTitle}</h2>
          <p>{joinText.waiting.refused(props.workshop?.contact ?? '')}</p>
          <div>
            <Button onClick={() => props.onAskAgain()}>{joinText.waiting.startAgain}</Button>
          </div>
        </Card>
      }
    >
      <Card as="section" aria-labelledby="waiting">
        <h2 id="waiting">{joinText.waiting.title}</h2>
        <p>{joinText.waiting.lead(who())}</p>
        <Show when={offline()} fallback={<Loading label="" />}>
          <InlineNotice tone="warn" live="polite">
            {joinText.waiting.offline}
          </InlineNotice>
        </Show>
      </Card>
    </Show>
  )
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
