import Eye from 'lucide-solid/icons/eye'
import Lock from 'lucide-solid/icons/lock'
import { type JSX, Match, Show, Switch } from 'solid-js'
import type { CanvasId } from '../../../shared/domain/ids'
import { workshopShellText as words } from '../../text/workshop-shell'
import { useWorkshop } from '../workshop-context'
import styles from './notices.module.css'
import { useCanvas } from './shared-canvases'

/** Over the header of a preview: what one sees is not one's own, and the way back. */
export function PreviewBar(props: { leaveHref: string }) {
  const workshop = useWorkshop()
  return (
    <Show when={workshop.me().preview}>
      <section class={styles.preview} aria-label={words.preview.region}>
        <Eye aria-hidden="true" />
        <p>{words.preview.bar}</p>
        <a href={props.leaveHref}>{words.preview.leave}</a>
      </section>
    </Show>
  )
}

/** One line under the bars while the canvas is locked or the workshop has ended. */
export function StateBar(props: { recordHref: string; unlock?: JSX.Element }) {
  const workshop = useWorkshop()
  const state = () => workshop.stage.workshop
  return (
    <Switch>
      <Match when={state()?.endedAt}>
        <section class={styles.state} aria-label={words.stateRegion}>
          <p>{words.ended}</p>
          <a href={props.recordHref}>{words.openRecord}</a>
        </section>
      </Match>
      <Match when={state()?.locked}>
        <section class={styles.state} aria-label={words.stateRegion}>
          <Lock aria-hidden="true" />
          <p>{workshop.me().role === 'facilitator' ? words.lockedForOthers : words.locked}</p>
          {props.unlock}
        </section>
      </Match>
    </Switch>
  )
}

/** Says on board and list alike that part of the document could not be read; the rest is there. */
export function LeftOutBar(props: { canvasId: CanvasId }) {
  const canvas = useCanvas(props.canvasId)
  return (
    <Show when={canvas.view.leftOut > 0}>
      <section class={styles.state} aria-label={words.leftOutRegion}>
        <p>{words.leftOut(canvas.view.leftOut)}</p>
      </section>
    </Show>
  )
}
