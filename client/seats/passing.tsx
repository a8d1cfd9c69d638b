import { type Accessor, createSignal, Show } from 'solid-js'
import type { Member } from '../../shared/domain/member'
import { sayLeft } from '../connection/left-here'
import { seatsText } from '../text/seats'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { createCommand } from '../workshop/shell/create-command'
import { useWorkshop } from '../workshop/workshop-context'

const words = seatsText.passing

export type Passing = {
  /** To whom it is on its way. */
  to: Accessor<Member | undefined>
  /** Why it has to wait just now; undefined when it can be passed. */
  waits: Accessor<string | undefined>
  pass(to: Member): Promise<void>
  stay(): void
}

/**
 * Passing the device. First everything that was written here has to be on the server's disk; then the server makes the
 * device the other's and closes what this page has open, which takes the page to the hand-over.
 */
export function createPassing(): Passing {
  const workshop = useWorkshop()
  const command = createCommand()
  const [to, setTo] = createSignal<Member>()
  const waits = () => {
    if (command.waits() === undefined) return undefined
    return workshop.status().is === 'offline' ? seatsText.bar.waits : seatsText.bar.connecting
  }
  return {
    to,
    waits,
    stay: () => setTo(undefined),
    async pass(member) {
      if (waits() !== undefined || to()) return
      const former = workshop.me().id
      const wanted = { ...member }
      setTo(wanted)
      await workshop.saved()
      // they changed their mind, or the workshop closed for them meanwhile
      if (to() !== wanted) return
      const called = await command.run(`seats/${wanted.id}/pass`)
      setTo(undefined)
      // this browser's other windows go on as the other, too
      if (called.ok) sayLeft(former)
    },
  }
}

/** Over the page while it waits: nothing can be typed any more that would not arrive. */
export function PassingDialog(props: { passing: Passing }) {
  const workshop = useWorkshop()
  return (
    <Show when={props.passing.to()}>
      {(to) => (
        <Dialog
          open
          onClose={() => props.passing.stay()}
          title={words.title(to().name)}
          size="small"
          actions={<Button onClick={() => props.passing.stay()}>{words.stay}</Button>}
        >
          <p role="status">{workshop.status().is === 'offline' ? words.offline : words.saving}</p>
        </Dialog>
      )}
    </Show>
  )
}
