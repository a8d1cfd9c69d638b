import type { Step } from '../../shared/domain/agenda'
import { stepsText } from '../text/steps'
import { Button } from '../ui/button'
import { createCommand } from '../workshop/shell/create-command'
import { createGiving } from './stage-command'

/** Straight to a step of the agenda. */
export function GoToStep(props: { step: Step; onGo: () => void }) {
  const command = createCommand()
  const give = createGiving(command)
  return (
    <Button
      small
      kind="quiet"
      aria-label={stepsText.goTo(props.step.title)}
      aria-disabled={command.waits() ? 'true' : undefined}
      title={command.waits()}
      onClick={() => {
        give('steps/go', { stepId: props.step.id })
        props.onGo()
      }}
    >
      {stepsText.go}
    </Button>
  )
}
