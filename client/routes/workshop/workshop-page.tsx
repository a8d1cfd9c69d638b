import { type RouteSectionProps, useParams, useSearchParams } from '@solidjs/router'
import { createSignal, Match, onMount, Switch } from 'solid-js'
import type { ConfigBody } from '../../connection/bodies'
import { call } from '../../connection/call'
import { workshopShellText } from '../../text/workshop-shell'
import { Loading } from '../../ui/progress'
import { type Gate, WorkshopProvider } from '../../workshop/workshop-context'
import { GatePage } from './gate-page'
import { WorkshopFrame } from './workshop-frame'

/** Everything under `/w/:id`: the workshop once, and its pages inside it. */
export function WorkshopPage(props: RouteSectionProps) {
  const params = useParams<{ id: string }>()
  const [search] = useSearchParams<{ preview?: string }>()
  const [board, setBoard] = createSignal(true)
  const askForBoard = async () => {
    const called = await call<ConfigBody>('GET', '/api/config')
    if (called.ok) setBoard(called.body.board)
  }
  onMount(() => void askForBoard())
  return (
    <WorkshopProvider
      workshopId={params.id}
      preview={search.preview === 'participant' ? 'participant' : undefined}
      otherwise={(gate) => <Otherwise gate={gate} />}
    >
      <WorkshopFrame board={board()}>{props.children}</WorkshopFrame>
    </WorkshopProvider>
  )
}

function Otherwise(props: { gate: Gate }) {
  const refusal = () => {
    if (props.gate.is === 'refused') return props.gate.code
    return props.gate.is === 'no-answer' ? ('no-answer' as const) : undefined
  }
  return (
    <Switch fallback={<Loading label={workshopShellText.loading} />}>
      <Match when={refusal()}>{(code) => <GatePage refusal={code()} />}</Match>
    </Switch>
  )
}
