import type { StageChangedBody } from '../connection/bodies'
import type { Command } from '../workshop/shell/create-command'
import { useWorkshop } from '../workshop/workshop-context'

type Given = { path: string; more: object }
/** `after`: the revision that the stage has after it, once it is answered. */
type Last = Given & { revision: number; after: number | undefined }

const isShown = ({ revision, after }: Last, now: number) => (after === undefined ? now !== revision : now >= after)
const isSame = (one: Given, other: Given) =>
  JSON.stringify(one.more) === JSON.stringify(other.more) && one.path === other.path

/**
 * Commands on the stage, each on the revision that the screen shows. Pressing twice is pressing once, until the screen
 * shows that it is done. Another button pressed before that (Next, and Start at once) is meant for the stage that the
 * first one leads to: it goes when that is answered, and not at all when it was refused.
 */
export function createGiving(command: Command): (path: string, more?: object) => void {
  const workshop = useWorkshop()
  let last: Last | undefined
  let waiting: Given | undefined

  const run = async (given: Given, revision: number) => {
    const mine: Last = { ...given, revision, after: undefined }
    last = mine
    const called = await command.run<StageChangedBody>(given.path, { body: { revision, ...given.more } })
    if (last !== mine) return
    const next = waiting
    waiting = undefined
    last = called.ok ? { ...mine, after: called.body.stage.revision } : undefined
    if (called.ok && next) void run(next, called.body.stage.revision)
  }
  return (path, more = {}) => {
    const { revision } = workshop.stage.stage
    const given = { path, more }
    if (!last || isShown(last, revision)) void run(given, revision)
    else if (isSame(given, last)) return
    else if (last.after === undefined) waiting = given
    else void run(given, last.after)
  }
}
