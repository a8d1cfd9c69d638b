import { For, Show } from 'solid-js'
import { currentStep } from '../../../shared/domain/agenda'
import { workshopShellText } from '../../text/workshop-shell'
import { Popover } from '../../ui/popover'
import { useWorkshop } from '../workshop-context'
import styles from './step-bar.module.css'

/** "Step 3 of 7 ▾": the whole agenda, to be read. Steps are moved with *Back* and *Next*. */
export function AgendaMenu() {
  const workshop = useWorkshop()
  const steps = () => workshop.stage.stage.steps
  const index = () => currentStep(workshop.stage.stage)?.index ?? 0
  return (
    <Show when={steps().length > 0}>
      <Popover
        small
        label={
          <>
            {workshopShellText.step(index(), steps().length)}
            <span aria-hidden="true" class={styles.arrow} />
          </>
        }
        title={workshopShellText.agenda}
      >
        <ol class={styles.agenda}>
          <For each={steps()}>
            {(step, at) => (
              <li class={at() < index() ? styles.done : undefined} aria-current={at() === index() ? 'step' : undefined}>
                <span>{step.title}</span>
                <span class={styles.minutes}>
                  {at() === index() ? `${workshopShellText.stepNow} · ` : ''}
                  {workshopShellText.minutes(step.minutes)}
                </span>
              </li>
            )}
          </For>
        </ol>
      </Popover>
    </Show>
  )
}
