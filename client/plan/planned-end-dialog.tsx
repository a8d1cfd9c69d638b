import { createSignal, createUniqueId, Show } from 'solid-js'
import { timeText } from '../text/dates'
import { planText } from '../text/plan'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/text-field'
import { showToast } from '../ui/toast'
import { createExpectedEnd } from '../workshop/shell/end-text'
import { useWorkshop } from '../workshop/workshop-context'
import type { AgendaCommand } from './agenda-command'
import styles from './plan.module.css'
import { nextTimeOf } from './plan-times'

const words = planText.end

/** Sets by hand when it should all be over. */
export function PlannedEndDialog(props: { open: boolean; command: AgendaCommand; onClose: () => void }) {
  const workshop = useWorkshop()
  const formId = `end-${createUniqueId()}`
  const isPlanned = () => workshop.stage.stage.plannedEndAt !== null
  const waits = () => props.command.waits()

  const set = async (at: number | null) => {
    if (props.command.busy() || !(await props.command.planEnd(at))) return
    props.onClose()
    showToast({ text: at === null ? words.cleared : words.set(timeText(at)) })
  }
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={words.title}
      description={words.lead}
      size="small"
      actions={
        <>
          <Show when={isPlanned()}>
            <Button
              title={waits() ?? words.clearHint}
              aria-disabled={waits() ? 'true' : undefined}
              onClick={() => void set(null)}
            >
              {words.clear}
            </Button>
          </Show>
          <Button
            kind="main"
            type="submit"
            form={formId}
            busy={props.command.busy()}
            title={waits()}
            aria-disabled={waits() ? 'true' : undefined}
          >
            {words.save}
          </Button>
        </>
      }
    >
      <TimeForm id={formId} onTime={(at) => void set(at)} />
    </Dialog>
  )
}

function TimeForm(props: { id: string; onTime: (at: number) => void }) {
  const workshop = useWorkshop()
  const expected = createExpectedEnd()
  const [text, setText] = createSignal(timeText(workshop.stage.stage.plannedEndAt ?? expected()))
  const [error, setError] = createSignal<string>()
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const at = nextTimeOf(text(), workshop.now())
    setError(at === undefined ? words.error : undefined)
    if (at === undefined) document.getElementById(`${props.id}-time`)?.focus()
    else props.onTime(at)
  }
  return (
    <form id={props.id} onSubmit={submit} noValidate>
      <TextField
        id={`${props.id}-time`}
        class={styles.short}
        type="time"
        label={words.label}
        hint={words.hint}
        error={error()}
        value={text()}
        onValue={setText}
      />
    </form>
  )
}
