import { Key } from '@solid-primitives/keyed'
import { useLocation } from '@solidjs/router'
import { createSignal, type JSX, Show } from 'solid-js'
import { currentStep, type Step } from '../../../shared/domain/agenda'
import { stepsText } from '../../text/steps'
import { workshopShellText } from '../../text/workshop-shell'
import { classes } from '../../ui/classes'
import { Popover } from '../../ui/popover'
import { useWorkshop } from '../workshop-context'
import { createEndText } from './end-text'
import styles from './step-bar.module.css'

/** "Step 3 of 7 ▾": the whole agenda and when it will end. Facilitators go straight to a step from here. */
export function AgendaMenu(props: { goTo?: (step: Step, close: () => void) => JSX.Element }) {
  const workshop = useWorkshop()
  const location = useLocation()
  const [open, setOpen] = createSignal(false)
  const ends = createEndText()
  const steps = () => workshop.stage.stage.steps
  const at = () => currentStep(workshop.stage.stage)
  const index = () => at()?.index ?? 0
  return (
    <Show when={steps().length > 0}>
      <Popover
        small
        open={open()}
        onOpen={setOpen}
        label={
          <>
            {workshopShellText.step(index(), steps().length)}
            <span aria-hidden="true" class={styles.arrow} />
          </>
        }
        title={workshopShellText.agenda}
      >
        <ol class={styles.agenda}>
          <Key each={steps()} by="id">
            {(step, position) => (
              <li
                class={classes(position() < index() && styles.done, step().skipped && styles.leftOut)}
                aria-current={position() === index() ? 'step' : undefined}
              >
                <span class={styles.stepTitle}>{step().title}</span>
                <span class={styles.minutes}>{detailOf(step(), position() === index())}</span>
                <Show when={position() !== index()}>{props.goTo?.(step(), () => setOpen(false))}</Show>
              </li>
            )}
          </Key>
        </ol>
        <div class={styles.agendaFoot}>
          <Show when={at()}>{(now) => <p>{stepsText.may(now().step)}</p>}</Show>
          <p>{ends()}</p>
          <a href={`/w/${workshop.id}/plan${location.search}`} onClick={() => setOpen(false)}>
            {props.goTo ? stepsText.changePlan : stepsText.seePlan}
          </a>
        </div>
      </Popover>
    </Show>
  )
}

function detailOf(step: Step, isNow: boolean): string {
  const minutes = workshopShellText.minutes(step.minutes)
  if (isNow) return `${workshopShellText.stepNow} · ${minutes}`
  return step.skipped ? stepsText.leftOut : minutes
}
