import { useLocation, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import type { CanvasId, SectionId } from '../../../shared/domain/ids'
import { SortingView } from '../../sorting/sorting-view'
import { createCanvasChoice } from '../../workshop/shell/canvas-choice'
import { useCanvas } from '../../workshop/shell/shared-canvases'
import { useWorkshop } from '../../workshop/workshop-context'
import { useBoardOffered } from './board-offered'

/** `/w/:id/sort`: one note at a time, with the clusters as buttons. `?section=` for those of one section. */
export function SortPage() {
  const canvas = createCanvasChoice()
  return (
    <Show when={canvas()} keyed>
      {(id) => <SortingOf id={id} />}
    </Show>
  )
}

function SortingOf(props: { id: CanvasId }) {
  const canvas = useCanvas(props.id)
  const workshop = useWorkshop()
  const location = useLocation()
  const [search, setSearch] = useSearchParams<{ section?: string; canvas?: string }>()
  const board = useBoardOffered()
  const section = () => canvas.view.sections.find(({ id }) => id === search.section)?.id
  const hrefTo = (page: '' | '/list') => {
    const query = new URLSearchParams(location.search)
    query.delete('section')
    return `/w/${workshop.id}${page}${query.size > 0 ? `?${query}` : ''}`
  }
  return (
    <SortingView
      canvas={canvas}
      section={section()}
      onSection={(id: SectionId | undefined) => setSearch({ section: id }, { replace: true })}
      listHref={hrefTo('/list')}
      boardHref={board() ? hrefTo('') : undefined}
    />
  )
}
