import { type JSX, Show } from 'solid-js'
import { currentStep, type Step } from '../../../shared/domain/agenda'
import { stepsText } from '../../text/steps'
import { workshopShellText } from '../../text/workshop-shell'
import { SubBar } from '../../ui/shell'
import { useWorkshop } from '../workshop-context'
import { AgendaMenu } from './agenda-menu'
import { NowTitle } from './now-title'
import styles from './step-bar.module.css'
import { SignalButtons, SignalCounts } from './step-signals'
import { TimerClock } from './timer'

/** Where the workshop is and what to do now; on a phone the bar above has the title. */
export function StepBar(props: {
  compact: boolean
  /** The title of the step is the heading of the page. */
  heads: boolean
  /** Buttons of a facilitator. */
  controls?: JSX.Element
  /** A facilitator's way straight to a step of the agenda; `close` closes the agenda. */
  goTo?: (step: Step, close: () => void) => JSX.Element
}) {
  const workshop = useWorkshop()
  const step = () => currentStep(workshop.stage.stage)?.step
  const takesPart = () => workshop.me().role === 'participant'
  return (
    <SubBar
      label={workshopShellText.stepRegion}
      class={styles.bar}
      end={
        <Show when={step()}>
          <Show when={takesPart()}>
            <SignalButtons compact={props.compact} />
          </Show>
          <Show when={!props.compact}>
            <TimerClock />
          </Show>
          {props.controls}
        </Show>
      }
    >
      <AgendaMenu goTo={props.goTo} />
      <div class={styles.now}>
        <Show when={!props.compact}>
          <NowTitle class={styles.title} heads={props.heads}>
            {step()?.title ?? workshop.stage.workshop?.title}
          </NowTitle>
        </Show>
        <Show when={step()?.prompt}>
          {(prompt) => (
            <p class={styles.prompt} dir="auto">
              {prompt()}
            </p>
          )}
        </Show>
        <Show when={takesPart() && step()}>{(now) => <p class={styles.may}>{stepsText.may(now())}</p>}</Show>
        <Show when={step()}>
          <SignalCounts />
        </Show>
      </div>
    </SubBar>
  )
}
