import {
  type Accessor,
  createContext,
  createEffect,
  createMemo,
  createResource,
  createSignal,
  type JSX,
  Match,
  onCleanup,
  type ParentProps,
  Switch,
  useContext,
} from 'solid-js'
import type { Role } from '../../shared/domain/member'
import type { RefusalCode } from '../../shared/protocol/refusals'
import type { WorkshopPageBody } from '../connection/bodies'
import type { Called } from '../connection/call'
import { forgetCopies } from '../connection/forget-copies'
import { onLeftElsewhere } from '../connection/left-here'
import { askForWorkshop } from '../connection/workshop-page'
import type { Workshop } from './contract'
import { createWorkshop, type WorkshopInside } from './create-workshop'
import { forgetKeptTexts, WorkshopGone } from './kept-texts'

/** Why the workshop is not shown. Routes say it in words. */
export type Gate = { is: 'loading' } | { is: 'no-answer' } | { is: 'refused'; code: RefusalCode }

const Context = createContext<WorkshopInside>()

/** What every page under `/w/:id` stands in. */
export function useWorkshop(): Workshop {
  return useWorkshopInside().workshop
}

/** For what opens rooms: canvas, agreement, the tray. */
export function useWorkshopInside(): WorkshopInside {
  const inside = useContext(Context)
  if (!inside) throw new Error('used outside of a WorkshopProvider')
  return inside
}

/** Hands a workshop in that was made elsewhere: the provider below, and tests. */
export function WorkshopInsideProvider(props: ParentProps<{ inside: WorkshopInside }>) {
  const gone = { isGone: false }
  onCleanup(() => {
    gone.isGone = true
  })
  return (
    <WorkshopGone.Provider value={gone}>
      <Context.Provider value={props.inside}>{props.children}</Context.Provider>
    </WorkshopGone.Provider>
  )
}

const RETRY_MS = 3_000

/**
 * Loads the workshop, opens its stage and shows the children inside it; `otherwise` is shown for as long as that cannot
 * be: loading, no answer (tried again by itself), not a member, removed.
 */
export function WorkshopProvider(
  props: ParentProps<{ workshopId: string; preview?: Role; otherwise: (gate: Gate) => JSX.Element }>,
) {
  const [answer, { refetch }] = createResource(() => props.workshopId, askForWorkshop)
  const [closed, setClosed] = createSignal<RefusalCode>()
  createEffect(() => {
    if (gateOf(answer(), undefined)?.is !== 'no-answer') return
    const timer = setTimeout(() => void refetch(), RETRY_MS)
    onCleanup(() => clearTimeout(timer))
  })
  const parked = createParked()
  const gate = createMemo((): Gate | undefined => (parked() ? { is: 'loading' } : gateOf(answer(), closed())))
  createEffect(() => {
    const why = gate()
    const memberId = why?.is === 'refused' && why.code === 'removed' ? memberIn(answer()) : undefined
    if (memberId === undefined) return
    forgetKeptTexts(memberId)
    void forgetCopies(memberId)
  })
  createEffect(() => {
    const memberId = memberIn(answer())
    if (memberId !== undefined) onCleanup(onLeftElsewhere(memberId, () => setClosed('not-a-member')))
  })
  const body = () => {
    const now = answer()
    return now?.ok && !gate() ? now.body : undefined
  }
  return (
    <Switch>
      <Match when={gate()} keyed>
        {(why) => props.otherwise(why)}
      </Match>
      <Match when={body()} keyed>
        {(loaded) => (
          <WorkshopInsideProvider inside={createWorkshop({ loaded, preview: props.preview, onClosed: setClosed })}>
            {props.children}
          </WorkshopInsideProvider>
        )}
      </Match>
    </Switch>
  )
}

/**
 * Whether the browser has put this page aside. One that it keeps for *Back* would come back as it was, and by then somebody
 * else may sit here: it is kept empty, and loaded afresh.
 */
function createParked(): Accessor<boolean> {
  const [parked, setParked] = createSignal(false)
  const aside = ({ persisted }: PageTransitionEvent) => setParked(persisted)
  const back = ({ persisted }: PageTransitionEvent) => {
    if (persisted) window.location.reload()
  }
  window.addEventListener('pagehide', aside)
  window.addEventListener('pageshow', back)
  onCleanup(() => {
    window.removeEventListener('pagehide', aside)
    window.removeEventListener('pageshow', back)
  })
  return parked
}

/** Who this device was in the workshop: as it was loaded, or as the server says to somebody who was removed. */
function memberIn(answer: Called<WorkshopPageBody> | undefined): string | undefined {
  const id = answer?.ok ? answer.body.member.id : answer?.detail.memberId
  return typeof id === 'string' ? id : undefined
}

function gateOf(answer: Called<WorkshopPageBody> | undefined, closed: RefusalCode | undefined): Gate | undefined {
  if (closed) return { is: 'refused', code: closed }
  if (!answer) return { is: 'loading' }
  if (answer.ok) return undefined
  return answer.refusal === 'no-answer' ? { is: 'no-answer' } : { is: 'refused', code: answer.refusal }
}
