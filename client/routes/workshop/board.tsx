import { Navigate, useLocation, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import type { CanvasId } from '../../../shared/domain/ids'
import { workshopShellText } from '../../text/workshop-shell'
import { late } from '../../ui/late'
import { createCanvasChoice } from '../../workshop/shell/canvas-choice'
import { useCanvas } from '../../workshop/shell/shared-canvases'
import { useWorkshop } from '../../workshop/workshop-context'
import { LoadingPage } from '../loading-page'
import { useBoardOffered } from './board-offered'

const BoardView = late(
  () => import('../../board/board-island').then((module) => module.BoardView),
  () => <LoadingPage label={workshopShellText.loadingBoard} />,
)

/** `/w/:id`: the board while the workshop runs, its record once it has ended, the list where the board is switched off. */
export function BoardPage() {
  const workshop = useWorkshop()
  const offered = useBoardOffered()
  const location = useLocation()
  const [search] = useSearchParams<{ view?: string }>()
  const canvas = createCanvasChoice()
  const ended = () => (workshop.stage.workshop?.endedAt ?? null) !== null
  const away = () => {
    if (ended() && search.view !== 'board') return `/w/${workshop.id}/record`
    return offered() ? undefined : `/w/${workshop.id}/list${location.search}`
  }
  return (
    <Show when={away() === undefined} fallback={<Navigate href={away() ?? '/'} />}>
      <Show when={canvas()} keyed>
        {(id) => <BoardOf id={id} />}
      </Show>
    </Show>
  )
}

function BoardOf(props: { id: CanvasId }) {
  const location = useLocation()
  const workshop = useWorkshop()
  return <BoardView canvas={useCanvas(props.id)} listHref={`/w/${workshop.id}/list${location.search}`} />
}
