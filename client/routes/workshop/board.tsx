import { Navigate, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { createCanvasChoice } from '../../workshop/shell/canvas-choice'
import { useWorkshop } from '../../workshop/workshop-context'
import { PlainWords } from './plain-words'

/** `/w/:id`: the board while the workshop runs, its record once it has ended. */
export function BoardPage() {
  const workshop = useWorkshop()
  const [search] = useSearchParams<{ view?: string }>()
  const canvas = createCanvasChoice()
  const ended = () => (workshop.stage.workshop?.endedAt ?? null) !== null
  return (
    <Show when={!ended() || search.view === 'board'} fallback={<Navigate href={`/w/${workshop.id}/record`} />}>
      <Show when={canvas()} keyed>
        {(id) => <PlainWords text={`The board is being built (${id}).`} />}
      </Show>
    </Show>
  )
}
