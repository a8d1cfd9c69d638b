import { createMemo, createUniqueId, Show } from 'solid-js'
import { currentStep } from '../../shared/domain/agenda'
import type { StageChangedBody } from '../connection/bodies'
import { workshopShellText as words } from '../text/workshop-shell'
import { Button } from '../ui/button'
import { visuallyHidden } from '../ui/visually-hidden'
import { type Command, createCommand } from '../workshop/shell/create-command'
import { useWorkshop } from '../workshop/workshop-context'
import styles from './step-controls.module.css'

type Given = { path: string; more: object }
/** `after`: the revision that the stage has after it, once it is answered. */
type Last = Given & { revision: number; after: number | undefined }

const isShown = ({ revision, after }: Last, now: number) => (after === undefined ? now !== revision : now >= after)

/**
 * Commands on the stage, each on the revision that the screen shows. Pressing twice is pressing once, until the screen
 * shows that it is done. Another button pressed before that (Next, and Start at once) is meant for the stage that the
 * first one leads to: it goes when that is answered, and not at all when it was refused.
 */
function createGiving(command: Command): (path: string, more?: object) => void {
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
    if (!last || isShown(last, revision)) void run({ path, more }, revision)
    else if (path === last.path) return
    else if (last.after === undefined) waiting = { path, more }
    else void run({ path, more }, last.after)
  }
}

/** A facilitator's hold on step and time. Every command names the revision it was given on, so that twice is once. */
export function StepControls() {
  const workshop = useWorkshop()
  const command = createCommand()
  const whyId = `why-${createUniqueId()}`
  const stage = () => workshop.stage.stage
  const at = () => currentStep(stage())
  const before = () => stage().steps[(at()?.index ?? 0) - 1]
  const next = () => stage().steps[(at()?.index ?? 0) + 1]
  const wasLive = createMemo((was: boolean) => was || workshop.status().is === 'live', false)
  const running = () => stage().timer.is === 'running'

  const give = createGiving(command)
  // stays focusable while it waits, so that a screen reader can reach the reason
  const waiting = () => ({
    'aria-disabled': command.waits() ? ('true' as const) : undefined,
    'aria-describedby': command.waits() ? whyId : undefined,
  })
  return (
    <div class={styles.controls}>
      <Show when={command.waits()}>
        {(why) => (
          // while the page opens it would be gone before anybody could read it
          <span id={whyId} class={wasLive() ? styles.why : visuallyHidden}>
            {why()}
          </span>
        )}
      </Show>
      <Button small {...waiting()} onClick={() => give(running() ? 'timer/pause' : 'timer/start')}>
        {running() ? words.pause : stage().timer.is === 'paused' ? words.goOn : words.start}
      </Button>
      <Button small {...waiting()} aria-label={words.moreTimeName} onClick={() => give('timer/extend', { minutes: 2 })}>
        {words.moreTime}
      </Button>
      <Show when={before()}>
        {(step) => (
          <Button
            small
            kind="quiet"
            {...waiting()}
            aria-label={words.backTo(step().title)}
            title={words.backTo(step().title)}
            onClick={() => give('steps/back')}
          >
            {words.back}
          </Button>
        )}
      </Show>
      <Show when={next()}>
        {(step) => (
          <Button small kind="main" class={styles.next} {...waiting()} onClick={() => give('steps/next')}>
            <span class={styles.nextText}>{words.next(step().title)}</span>
          </Button>
        )}
      </Show>
    </div>
  )
}
