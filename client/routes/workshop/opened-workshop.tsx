import { useParams } from '@solidjs/router'
import { createMemo, createSignal, Match, onMount, type ParentProps, Show, Switch } from 'solid-js'
import type { Role } from '../../../shared/domain/member'
import { SharedDevice } from '../../seats/shared-device'
import { workshopShellText } from '../../text/workshop-shell'
import { AttentionProvider } from '../../workshop/shell/attention'
import { SharedCanvases } from '../../workshop/shell/shared-canvases'
import { StepCanvasProvider } from '../../workshop/shell/step-canvas'
import { type Gate, WorkshopProvider } from '../../workshop/workshop-context'
import { LoadingPage } from '../loading-page'
import { askForBoard, BoardOffered } from './board-offered'
import { GatePage } from './gate-page'

/** What every page under `/w/:id` stands in: the workshop, once it is open, or why it is not. */
export function OpenedWorkshop(props: ParentProps<{ preview?: Role }>) {
  const params = useParams<{ id: string }>()
  // nothing of the board is fetched before it is known to be offered
  const [board, setBoard] = createSignal<boolean>()
  onMount(() => void askForBoard().then(setBoard))
  // another workshop, or the same one in somebody else's eyes, is opened afresh
  const opened = createMemo(() => ({ id: params.id, preview: props.preview }), undefined, {
    equals: (a, b) => a.id === b.id && a.preview === b.preview,
  })
  return (
    <Show when={opened()} keyed>
      {(one) => (
        <WorkshopProvider
          workshopId={one.id}
          preview={one.preview}
          otherwise={(gate) => <Otherwise gate={gate} workshopId={one.id} />}
        >
          <Show when={board() !== undefined} fallback={<LoadingPage label={workshopShellText.loading} />}>
            <BoardOffered.Provider value={() => board() ?? true}>
              <SharedCanvases>
                <AttentionProvider>
                  <StepCanvasProvider>{props.children}</StepCanvasProvider>
                </AttentionProvider>
              </SharedCanvases>
            </BoardOffered.Provider>
          </Show>
        </WorkshopProvider>
      )}
    </Show>
  )
}

function Otherwise(props: { gate: Gate; workshopId: string }) {
  const refusal = () => {
    if (props.gate.is === 'refused') return props.gate.code
    return props.gate.is === 'no-answer' ? ('no-answer' as const) : undefined
  }
  return (
    <Switch fallback={<LoadingPage label={workshopShellText.loading} />}>
      <Match when={refusal()} keyed>
        {(code) => (
          <Show
            when={code === 'not-a-member' || code === 'removed'}
            fallback={<GatePage refusal={code} workshopId={props.workshopId} />}
          >
            <SharedDevice
              workshopId={props.workshopId}
              why={code === 'removed' ? 'removed' : 'passed'}
              otherwise={<GatePage refusal={code} workshopId={props.workshopId} />}
            />
          </Show>
        )}
      </Match>
    </Switch>
  )
}
