import { type JSX, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { currentStep } from '../../../shared/domain/agenda'
import { workshopShellText } from '../../text/workshop-shell'
import { SubBar } from '../../ui/shell'
import { useWorkshop } from '../workshop-context'
import { AgendaMenu } from './agenda-menu'
import styles from './step-bar.module.css'
import { TimerClock } from './timer'

/** Where the workshop is and what to do now. On board and list its title is the page's heading; on a phone the bar above has it. */
export function StepBar(props: {
  heading: boolean
  compact: boolean
  /** Buttons of a facilitator. */
  controls?: JSX.Element
}) {
  const workshop = useWorkshop()
  const step = () => currentStep(workshop.stage.stage)?.step
  return (
    <SubBar
      label={workshopShellText.stepRegion}
      class={styles.bar}
      end={
        <Show when={step()}>
          <Show when={!props.compact}>
            <TimerClock />
          </Show>
          {props.controls}
        </Show>
      }
    >
      <AgendaMenu />
      <div class={styles.now}>
        <Show when={!props.compact}>
          <Dynamic component={props.heading ? 'h1' : 'p'} id="step" tabindex="-1" class={styles.title}>
            {step()?.title ?? workshop.stage.workshop?.title}
          </Dynamic>
        </Show>
        <Show when={step()?.prompt}>{(prompt) => <p class={styles.prompt}>{prompt()}</p>}</Show>
      </div>
    </SubBar>
  )
}
