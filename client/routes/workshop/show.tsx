import { Show } from 'solid-js'
import type { CanvasId } from '../../../shared/domain/ids'
import { CanvasColumns } from '../../show/canvas-columns'
import { ShowScreen } from '../../show/show-screen'
import { workshopShellText } from '../../text/workshop-shell'
import { late } from '../../ui/late'
import { useCanvas } from '../../workshop/shell/shared-canvases'
import { LoadingPage } from '../loading-page'
import { useBoardOffered } from './board-offered'
import { OpenedWorkshop } from './opened-workshop'

const BoardPicture = late(
  () => import('../../board/board-picture').then((module) => module.BoardPicture),
  () => <LoadingPage label={workshopShellText.loadingBoard} />,
)

/** `/w/:id/show`: for the beamer in the room. Opened as an observer would be, so that nothing here can change anything. */
export function ShowPage() {
  return (
    <OpenedWorkshop preview="observer">
      <ShowScreen picture={(shown) => <Picture {...shown} />} />
    </OpenedWorkshop>
  )
}

function Picture(props: { id: CanvasId; title: string; look: string | null }) {
  const offered = useBoardOffered()
  const canvas = useCanvas(props.id)
  return (
    <Show when={offered()} fallback={<CanvasColumns canvas={canvas} look={props.look} />}>
      <BoardPicture canvas={canvas} title={props.title} look={props.look} />
    </Show>
  )
}
