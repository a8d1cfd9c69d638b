import { Show } from 'solid-js'
import type { CanvasId } from '../../../shared/domain/ids'
import { DrawingsLater } from '../../outline/drawings-later'
import { OutlineView } from '../../outline/outline-view'
import { createCanvasChoice } from '../../workshop/shell/canvas-choice'
import { useCanvas } from '../../workshop/shell/shared-canvases'
import { useWorkshop } from '../../workshop/workshop-context'
import { whenFirstViewIsThere } from '../first-view'

whenFirstViewIsThere(() => void DrawingsLater.preload())

/** `/w/:id/list`: the canvas as headings and lists. */
export function ListPage() {
  const canvas = createCanvasChoice()
  return (
    <Show when={canvas()} keyed>
      {(id) => <ListOf id={id} />}
    </Show>
  )
}

function ListOf(props: { id: CanvasId }) {
  const canvas = useCanvas(props.id)
  const workshop = useWorkshop()
  const savePicture = async () => {
    const { saveImage } = await import('../../board/image/save-image')
    await saveImage(canvas, workshop, { is: 'canvas' })
  }
  return <OutlineView canvas={canvas} savePicture={savePicture} />
}
