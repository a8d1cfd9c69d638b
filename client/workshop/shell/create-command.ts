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

/** Something that the server decides. Pressing twice is pressing once. */
export function createCommand(): Command {
  const workshop = useWorkshop()
  const [busy, setBusy] = createSignal(false)
  const waits = () => {
    const { is } = workshop.status()
    if (is === 'live' || is === 'saving-paused') return undefined
    return is === 'connecting' ? workshopShellText.waitsForConnection : workshopShellText.waitsOffline
  }
  const give = async (path: string, options: CommandOptions): Promise<Called<unknown>> => {
    const address = path === '' ? `/api/workshops/${workshop.id}` : `/api/workshops/${workshop.id}/${path}`
    const called = await call<unknown>(options.method ?? 'POST', address, { body: options.body ?? {} })
    if (!called.ok && !options.quiet) {
      // somebody was quicker: the new state is on its way to the screen, and that is all there is to say
      const isQuickness = called.refusal === 'state-moved-on'
      showToast({
        text: isQuickness ? workshopShellText.movedOn : refusalText(called.refusal, called.field),
        kind: isQuickness ? 'plain' : 'alert',
      })
    }
    return called
  }
  /** Not answered yet. The same again is the one that is on its way. */
  const given = new Map<string, Promise<Called<unknown>>>()
  return {
    busy,
    waits,
    run<T>(path: string, options: CommandOptions = {}) {
      const key = JSON.stringify([options.method, path, options.body])
      const before = given.get(key)
      if (before !== undefined) return before as Promise<Called<T>>
      setBusy(true)
      const now = give(path, options).finally(() => {
        given.delete(key)
        setBusy(given.size > 0)
      })
      given.set(key, now)
      return now as Promise<Called<T>>
    },
  }
}
