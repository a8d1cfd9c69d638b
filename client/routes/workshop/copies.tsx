import { useParams } from '@solidjs/router'
import type { CopyId } from '../../../shared/domain/ids'
import { CopiesView } from '../../copies/copies-view'
import { workshopShellText } from '../../text/workshop-shell'
import { late } from '../../ui/late'
import { LoadingPage } from '../loading-page'
import { useBoardOffered } from './board-offered'

const BoardPicture = late(
  () => import('../../board/board-picture').then((module) => module.BoardPicture),
  () => <LoadingPage label={workshopShellText.loadingBoard} />,
)

/** `/w/:id/copies` and `/w/:id/copies/:copy`: each canvas as it was at the end of every step, for facilitators. */
export function CopiesPage() {
  const params = useParams<{ copy?: string }>()
  const offered = useBoardOffered()
  return (
    <CopiesView
      copyId={params.copy as CopyId | undefined}
      picture={offered() ? (shown) => <BoardPicture {...shown} /> : undefined}
    />
  )
}
