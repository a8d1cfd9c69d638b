import { createSignal, Show } from 'solid-js'
import { timeText } from '../text/dates'
import { planText } from '../text/plan'
import { Button } from '../ui/button'
import { createEndText } from '../workshop/shell/end-text'
import { useWorkshop } from '../workshop/workshop-context'
import type { AgendaCommand } from './agenda-command'
import styles from './plan.module.css'
import { PlannedEndDialog } from './planned-end-dialog'

const words = planText.facts

/** When it will be over as things stand, and when it should be. */
export function PlanFacts(props: { plans: boolean; command: AgendaCommand }) {
  const workshop = useWorkshop()
  const [open, setOpen] = createSignal(false)
  const ends = createEndText()
  const planned = () => workshop.stage.stage.plannedEndAt
  return (
    <Show when={workshop.stage.workshop?.endedAt === null && workshop.stage.stage.steps.length > 0}>
      <dl class={styles.facts}>
        <div>
          <dt>{words.ends}</dt>
          <dd>{ends()}</dd>
        </div>
        <div>
          <dt>{words.planned}</dt>
          <dd class={styles.planned}>
            {planned() === null ? words.notPlanned : timeText(planned() ?? 0)}
            <Show when={props.plans}>
              <Button small kind="quiet" aria-label={words.setName} onClick={() => setOpen(true)}>
                {words.change}
              </Button>
            </Show>
          </dd>
        </div>
      </dl>
      <PlannedEndDialog open={open()} command={props.command} onClose={() => setOpen(false)} />
    </Show>
  )
}
