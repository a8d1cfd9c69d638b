import CopyPlus from 'lucide-solid/icons/copy-plus'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import Plus from 'lucide-solid/icons/plus'
import RotateCcw from 'lucide-solid/icons/rotate-ccw'
import SkipForward from 'lucide-solid/icons/skip-forward'
import Trash from 'lucide-solid/icons/trash'
import { Show } from 'solid-js'
import type { Step } from '../../shared/domain/agenda'
import { planText as words } from '../text/plan'
import { focusOn } from '../ui/focus'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu'
import { showToast } from '../ui/toast'
import { useWorkshop } from '../workshop/workshop-context'
import type { AgendaCommand } from './agenda-command'
import { bringBack, changeStep, insertStep, plannedOf, removeStep } from './agenda-edits'
import type { Editing } from './editing'

/** What is done to a step less often than editing and moving it. */
export function StepRowMenu(props: {
  step: Step
  isNow: boolean
  command: AgendaCommand
  onEdit: (editing: Editing) => void
}) {
  const acts = createStepActs(props)
  const off = () => props.command.waits() !== undefined
  return (
    <Menu
      small
      plain
      kind="quiet"
      placement="bottom-end"
      icon={<Ellipsis aria-hidden="true" />}
      name={words.more(props.step.title)}
    >
      <MenuItem icon={<CopyPlus aria-hidden="true" />} disabled={off()} onSelect={() => void acts.duplicate()}>
        {words.duplicate}
      </MenuItem>
      <MenuItem
        icon={<Plus aria-hidden="true" />}
        disabled={off()}
        onSelect={() => props.onEdit({ is: 'new', after: props.step.id })}
      >
        {words.addAfter}
      </MenuItem>
      <Show
        when={props.step.skipped}
        fallback={
          <MenuItem
            icon={<SkipForward aria-hidden="true" />}
            detail={props.isNow ? words.isNowDetail : words.leaveOutDetail}
            disabled={off() || props.isNow}
            onSelect={() => void acts.skip(true)}
          >
            {words.leaveOut}
          </MenuItem>
        }
      >
        <MenuItem icon={<RotateCcw aria-hidden="true" />} disabled={off()} onSelect={() => void acts.skip(false)}>
          {words.putBack}
        </MenuItem>
      </Show>
      <MenuSeparator />
      <MenuItem
        danger
        icon={<Trash aria-hidden="true" />}
        detail={props.isNow ? words.isNowDetail : undefined}
        disabled={off() || props.isNow}
        onSelect={() => void acts.remove()}
      >
        {words.remove}
      </MenuItem>
    </Menu>
  )
}

function createStepActs(props: { step: Step; command: AgendaCommand }) {
  const workshop = useWorkshop()
  return {
    async duplicate() {
      const { id, ...fields } = plannedOf(props.step)
      const stage = await props.command.make(insertStep({ ...fields, skipped: false }, id))
      if (stage) showToast({ text: words.duplicated(fields.title) })
    },

    async skip(skipped: boolean) {
      const { id, title } = props.step
      const stage = await props.command.make(changeStep(id, { skipped }))
      if (stage) showToast({ text: skipped ? words.isLeftOut(title) : words.isBack(title) })
    },

    async remove() {
      const { id, ...fields } = plannedOf(props.step)
      const steps = workshop.stage.stage.steps
      const index = steps.findIndex((step) => step.id === id)
      const neighbour = steps[index + 1] ?? steps[index - 1]
      const stage = await props.command.make(removeStep(props.step.id))
      if (!stage) return
      // the button that was pressed goes with its step
      if (neighbour) focusOn(`step-${neighbour.id}`)
      const undo = async () => {
        if (await props.command.make(bringBack(fields, index))) showToast({ text: words.broughtBack(fields.title) })
      }
      showToast({ text: words.removed(fields.title), action: { label: words.undo, run: () => void undo() } })
    },
  }
}
