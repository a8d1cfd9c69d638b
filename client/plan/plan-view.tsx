import { Key } from '@solid-primitives/keyed'
import Plus from 'lucide-solid/icons/plus'
import { createMemo, createSignal, createUniqueId, Show } from 'solid-js'
import { currentStep } from '../../shared/domain/agenda'
import { planText as words } from '../text/plan'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/notice'
import { PageHeader, ViewColumn } from '../ui/shell'
import { useWorkshop } from '../workshop/workshop-context'
import { createAgendaCommand } from './agenda-command'
import type { Editing } from './editing'
import { keepRowFocus } from './keep-row-focus'
import styles from './plan.module.css'
import { PlanFacts } from './plan-facts'
import { likelyStarts, minutesInAll } from './plan-times'
import { StepDialog } from './step-dialog'
import { StepRow } from './step-row'

/** The agenda: for facilitators to plan and change while it runs, for everybody else to read. */
export function PlanView() {
  const workshop = useWorkshop()
  const stage = () => workshop.stage.stage
  const [editing, setEditing] = createSignal<Editing>({ is: 'none' })
  const command = createAgendaCommand()
  const whyId = `why-${createUniqueId()}`
  const plans = () =>
    workshop.me().role === 'facilitator' && !workshop.me().preview && workshop.stage.workshop?.endedAt === null
  const starts = createMemo(() => likelyStarts(stage(), workshop.now()))
  const index = () => currentStep(stage())?.index ?? -1
  let list!: HTMLOListElement
  keepRowFocus(
    () => list,
    () => stage().steps.map((step) => step.id),
  )
  return (
    <ViewColumn width="rows">
      <PageHeader
        title={plans() ? words.titleForFacilitators : words.title}
        lead={words.lead(stage().steps.length, minutesInAll(stage()))}
        actions={
          <Show when={plans()}>
            <Button
              kind="main"
              icon={<Plus />}
              aria-disabled={command.waits() ? 'true' : undefined}
              aria-describedby={command.waits() ? whyId : undefined}
              onClick={() => setEditing({ is: 'new', after: null })}
            >
              {words.add}
            </Button>
          </Show>
        }
      />
      <Show when={plans() && command.waits()}>
        {(why) => (
          <p id={whyId} class={styles.why}>
            {why()}
          </p>
        )}
      </Show>
      <PlanFacts plans={plans()} command={command} />
      <Show when={stage().steps.length > 0} fallback={<EmptyState title={words.empty}>{words.emptyLead}</EmptyState>}>
        <ol class={`plain-list ${styles.steps}`} ref={list}>
          <Key each={stage().steps} by="id">
            {(step, position) => (
              <StepRow
                step={step()}
                position={position()}
                of={stage().steps.length}
                place={position() === index() ? 'now' : position() < index() ? 'done' : 'to-come'}
                startsAt={starts().get(step().id)}
                command={plans() ? command : undefined}
                whyId={whyId}
                onEdit={setEditing}
              />
            )}
          </Key>
        </ol>
      </Show>
      <Show when={plans()}>
        <StepDialog editing={editing()} command={command} onClose={() => setEditing({ is: 'none' })} />
      </Show>
    </ViewColumn>
  )
}
