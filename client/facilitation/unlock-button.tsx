import { workshopShellText } from '../text/workshop-shell'
import { Button } from '../ui/button'
import { createCommand } from '../workshop/shell/create-command'

/** In the line that says the canvas is locked. */
export function UnlockButton() {
  const command = createCommand()
  return (
    <Button
      small
      busy={command.busy()}
      aria-disabled={command.waits() ? 'true' : undefined}
      title={command.waits()}
      onClick={() => command.waits() === undefined && void command.run('lock', { body: { locked: false } })}
    >
      {workshopShellText.unlock}
    </Button>
  )
}
