import { createSignal, type JSX, onMount, Show } from 'solid-js'
import { call } from '../connection/call'
import { workshopShellText } from '../text/workshop-shell'
import { Loading } from '../ui/progress'
import { HandOver } from './hand-over'
import type { SeatsBody } from './seats-here'

/**
 * When a workshop closes for the person before the screen: perhaps it is somebody else's turn at this device. If not, what
 * happened is for the children to say.
 */
export function SharedDevice(props: { workshopId: string; why: 'passed' | 'removed'; otherwise: JSX.Element }) {
  const [here, setHere] = createSignal<SeatsBody | 'nobody'>()
  const ask = async () => {
    const called = await call<SeatsBody>('GET', `/api/workshops/${encodeURIComponent(props.workshopId)}/seats`)
    setHere(called.ok && called.body.seats.length > 0 ? called.body : 'nobody')
  }
  onMount(() => void ask())
  const shared = () => {
    const now = here()
    return now === 'nobody' ? undefined : now
  }
  return (
    <Show when={here()} fallback={<Loading label={workshopShellText.loading} />}>
      <Show when={shared()} fallback={props.otherwise}>
        {(body) => <HandOver workshopId={props.workshopId} here={body()} why={props.why} />}
      </Show>
    </Show>
  )
}
