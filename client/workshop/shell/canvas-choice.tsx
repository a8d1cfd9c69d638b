import { useLocation, useSearchParams } from '@solidjs/router'
import { createEffect, on, Show } from 'solid-js'
import type { CanvasId } from '../../../shared/domain/ids'
import { workshopShellText as words } from '../../text/workshop-shell'
import { SegmentedSwitch } from '../../ui/segmented-switch'
import { useWorkshop } from '../workshop-context'
import styles from './canvas-choice.module.css'
import { useStepCanvas } from './step-canvas'

/** The canvas to show: as the address says, else the step's own as the page follows it, else the first. */
export function createCanvasChoice(): () => CanvasId | undefined {
  const workshop = useWorkshop()
  const [search] = useSearchParams<{ canvas?: string }>()
  const stepCanvas = useStepCanvas()
  return () => {
    const canvases = workshop.stage.workshop?.canvases ?? []
    const asked = canvases.find((canvas) => canvas.id === search.canvas)
    const ofStep = canvases.find((canvas) => canvas.id === stepCanvas())
    return (asked ?? ofStep ?? canvases[0])?.id
  }
}

/** Which canvas, where a workshop has several. */
export function CanvasSwitch() {
  const workshop = useWorkshop()
  const location = useLocation()
  const chosen = createCanvasChoice()
  const items = () =>
    (workshop.stage.workshop?.canvases ?? []).map((canvas) => {
      const search = new URLSearchParams(location.search)
      search.set('canvas', canvas.id)
      const { id, title } = canvas
      return { id, href: `${location.pathname}?${search}`, label: title, current: id === chosen() }
    })
  return (
    <Show when={items().length > 1}>
      <div class={styles.choice} ref={(bar) => keepInView(bar, chosen)}>
        <SegmentedSwitch label={words.canvases} items={items()} />
      </div>
    </Show>
  )
}

/** Where the bar is too narrow for all of them, it shows the one that one is on. */
function keepInView(bar: HTMLElement, chosen: () => CanvasId | undefined): void {
  createEffect(
    on(chosen, () => bar.querySelector('[aria-current]')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })),
  )
}
