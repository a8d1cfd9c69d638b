import { createSignal, createUniqueId, Show } from 'solid-js'
import type { Step } from '../../shared/domain/agenda'
import { currentStep } from '../../shared/domain/agenda'
import { planText } from '../text/plan'
import { Button } from '../ui/button'
import { Sheet } from '../ui/dialog'
import { showToast } from '../ui/toast'
import { useWorkshop } from '../workshop/workshop-context'
import type { AgendaCommand } from './agenda-command'
import { changeStep, insertStep, plannedOf, type StepFields } from './agenda-edits'
import type { Editing } from './editing'
import { defaultsOf } from './step-defaults'
import { StepForm } from './step-form'

const words = planText.form

/** A step as a form: a new one, or one that is there. Saved for everybody at once. */
export function StepDialog(props: { editing: Editing; command: AgendaCommand; onClose: () => void }) {
  const workshop = useWorkshop()
  const formId = `step-${createUniqueId()}`
  const [busy, setBusy] = createSignal(false)
  const isNew = () => props.editing.is === 'new'
  const firstCanvas = () => workshop.stage.workshop?.canvases[0]?.id ?? null
  const isNow = (step: Step) => currentStep(workshop.stage.stage)?.step.id === step.id

  const save = async (fields: StepFields, changed: Partial<StepFields>) => {
    const { editing } = props
    if (editing.is === 'none') return
    if (editing.is === 'step' && Object.keys(changed).length === 0) return props.onClose()
    const edit = editing.is === 'new' ? insertStep(fields, editing.after) : changeStep(editing.step.id, changed)
    setBusy(true)
    const stage = await props.command.make(edit)
    setBusy(false)
    if (!stage) return
    props.onClose()
    showToast({ text: editing.is === 'new' ? planText.added(fields.title) : planText.saved })
  }
  return (
    <Sheet
      open={props.editing.is !== 'none'}
      onClose={props.onClose}
      title={isNew() ? words.addTitle : words.editTitle}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{words.cancel}</Button>
          <Button
            kind="main"
            type="submit"
            form={formId}
            busy={busy()}
            aria-disabled={props.command.waits() ? 'true' : undefined}
            title={props.command.waits()}
          >
            {isNew() ? words.add : words.save}
          </Button>
        </>
      }
    >
      <Show when={props.editing.is !== 'none' && props.editing} keyed>
        {(editing) => (
          <StepForm
            id={formId}
            isNew={editing.is === 'new'}
            keptAs={editing.is === 'new' ? 'new' : editing.step.id}
            isNow={editing.is === 'step' && isNow(editing.step)}
            before={editing.is === 'step' ? fieldsOf(editing.step) : defaultsOf('own', firstCanvas())}
            onSave={(fields, changed) => void (props.command.busy() || save(fields, changed))}
          />
        )}
      </Show>
    </Sheet>
  )
}

function fieldsOf(step: Step): StepFields {
  const { id: _, ...fields } = plannedOf(step)
  return fields
}
