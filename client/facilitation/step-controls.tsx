import { createMemo, createUniqueId, Show } from 'solid-js'
import { currentStep } from '../../shared/domain/agenda'
import { workshopShellText as words } from '../text/workshop-shell'
import { Button } from '../ui/button'
import { visuallyHidden } from '../ui/visually-hidden'
import { createCommand } from '../workshop/shell/create-command'
import { useWorkshop } from '../workshop/workshop-context'
import styles from './step-controls.module.css'

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

  let given = -1
  const give = (path: string, more: object = {}) => {
    const { revision } = stage()
    // pressing twice is pressing once, but what the screen shows as done is done, though its answer may still be on its way
    if (command.busy() && revision === given) return
    given = revision
    void command.run(path, { body: { revision, ...more } })
  }
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
