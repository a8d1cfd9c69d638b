import { type Accessor, createEffect, createResource, onCleanup } from 'solid-js'
import type { Called } from '../connection/call'
import { useWorkshop } from '../workshop/workshop-context'
import { type CopiesBody, fetchCopies } from './fetch-copies'

const ASKED_AGAIN_MS = 1_000

export type CopiesKnown = { answer: Accessor<Called<CopiesBody> | undefined>; again: () => void }

/** The copies there are. Asked for anew when a step is left, when a canvas comes, and while some are being taken. */
export function createCopiesKnown(): CopiesKnown {
  const workshop = useWorkshop()
  const seen = () => {
    const { workshop: state, stage } = workshop.stage
    return JSON.stringify([stage.currentStepId, stage.movedAt, state?.endedAt, state?.canvases.length])
  }
  const [answer, { refetch }] = createResource(seen, () => fetchCopies(workshop.id))
  const again = () => void refetch()
  createEffect(() => {
    const now = answer.latest
    if (!now?.ok || now.body.pending === 0) return
    const timer = setTimeout(again, ASKED_AGAIN_MS)
    onCleanup(() => clearTimeout(timer))
  })
  return { answer: () => answer.latest, again }
}
