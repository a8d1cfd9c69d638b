import { type Accessor, createSignal } from 'solid-js'
import { type Called, call } from '../../connection/call'
import { refusalText } from '../../text/refusals'
import { workshopShellText } from '../../text/workshop-shell'
import { showToast } from '../../ui/toast'
import { useWorkshop } from '../workshop-context'

/** `quiet`: whoever gives it says themselves what a refusal means. */
export type CommandOptions = { body?: unknown; method?: 'POST' | 'PATCH' | 'PUT' | 'DELETE'; quiet?: boolean }

export type Command = {
  busy: Accessor<boolean>
  /** Why it has to wait just now, in words; undefined when it can be given. Commands are never queued. */
  waits: Accessor<string | undefined>
  /** Gives the command: `path` follows `/api/workshops/<id>/`. A refusal is told in a toast. */
  run<T>(path: string, options?: CommandOptions): Promise<Called<T>>
}

/** Something that the server decides. One at a time: pressing twice is pressing once. */
export function createCommand(): Command {
  const workshop = useWorkshop()
  const [busy, setBusy] = createSignal(false)
  const waits = () => {
    const { is } = workshop.status()
    if (is === 'live' || is === 'saving-paused') return undefined
    return is === 'connecting' ? workshopShellText.waitsForConnection : workshopShellText.waitsOffline
  }
  return {
    busy,
    waits,
    async run<T>(path: string, options: CommandOptions = {}) {
      setBusy(true)
      const address = path === '' ? `/api/workshops/${workshop.id}` : `/api/workshops/${workshop.id}/${path}`
      const called = await call<T>(options.method ?? 'POST', address, { body: options.body ?? {} })
      setBusy(false)
      if (!called.ok && !options.quiet) {
        // somebody was quicker: the new state is on its way to the screen, and that is all there is to say
        const isQuickness = called.refusal === 'state-moved-on'
        showToast({
          text: isQuickness ? workshopShellText.movedOn : refusalText(called.refusal, called.field),
          kind: isQuickness ? 'plain' : 'alert',
        })
      }
      return called
    },
  }
}
