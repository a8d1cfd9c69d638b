import Ellipsis from 'lucide-solid/icons/ellipsis'
import ListOrdered from 'lucide-solid/icons/list-ordered'
import TimerOff from 'lucide-solid/icons/timer-off'
import TimerReset from 'lucide-solid/icons/timer-reset'
import { createMemo, createSignal, createUniqueId, For, Match, Show, Switch } from 'solid-js'
import { currentStep, neighbourStep, type Step, timeLeft, WAY_BACK_MS } from '../../shared/domain/agenda'
import { stepsText } from '../text/steps'
import { workshopShellText as words } from '../text/workshop-shell'
import { Button } from '../ui/button'
import { Menu, MenuItem, MenuLink } from '../ui/menu'
import { visuallyHidden } from '../ui/visually-hidden'
import { createCommand } from '../workshop/shell/create-command'
import { COMPACT, createMediaQuery } from '../workshop/shell/media'
import { useWorkshop } from '../workshop/workshop-context'
import { RevealControls, RevealQuestion, useUnshown } from './reveal-controls'
import { createGiving } from './stage-command'
import styles from './step-controls.module.css'

type Giving = ReturnType<typeof createGiving>

/** What one press adds. On a phone they are in the menu, so that step, time and *Next* stay on one line. */
const MORE_MINUTES = [1, 2]

/** A facilitator's hold on step and time. Every command names the revision it was given on, so that twice is once. */
export function StepControls() {
  const workshop = useWorkshop()
  const command = createCommand()
  const whyId = `why-${createUniqueId()}`
  const stage = () => workshop.stage.stage
  const wasLive = createMemo((was: boolean) => was || workshop.status().is === 'live', false)
  const running = () => stage().timer.is === 'running'
  const compact = createMediaQuery(COMPACT)

  const give = createGiving(command)
  const unshown = useUnshown()
  const [asking, setAsking] = createSignal(false)
  const next = () => {
    if ((unshown() ?? 0) > 0 && !command.waits()) setAsking(true)
    else give('steps/next')
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
      <Show when={!compact()}>
        <div class={styles.more}>
          <For each={MORE_MINUTES}>{(minutes) => <MoreTime minutes={minutes} give={give} waiting={waiting()} />}</For>
        </div>
      </Show>
      <StepMenu give={give} withTime={compact()} off={command.waits() !== undefined} />
      <WayBack give={give} waiting={waiting()} />
      <RevealControls give={give} waiting={waiting()} />
      <RevealQuestion count={unshown() ?? 0} open={asking()} onClose={() => setAsking(false)} give={give} />
      <Show when={neighbourStep(stage(), 1)}>
        {(step) => (
          <Button
            small
            kind={unshown() === undefined ? 'main' : 'plain'}
            class={styles.next}
            {...waiting()}
            onClick={next}
          >
            <span class={styles.nextText}>{words.next(step().title)}</span>
          </Button>
        )}
      </Show>
    </div>
  )
}

function MoreTime(props: { minutes: number; give: Giving; waiting: object }) {
  return (
    <Button
      small
      {...props.waiting}
      aria-label={stepsText.addMinutes(props.minutes)}
      onClick={() => props.give('timer/extend', { minutes: props.minutes })}
    >
      {stepsText.moreMinutes(props.minutes)}
    </Button>
  )
}

/** What is seldom wanted, and would be missed if pressed by mistake. */
function StepMenu(props: { give: Giving; off: boolean; withTime: boolean }) {
  const workshop = useWorkshop()
  const stage = () => workshop.stage.stage
  const isOver = () => stage().timer.is === 'running' && timeLeft(stage().timer, workshop.now()) <= 0
  const closes = () => currentStep(stage())?.step.closesAtZero === true
  return (
    <Menu
      small
      plain
      kind="quiet"
      placement="bottom-end"
      icon={<Ellipsis aria-hidden="true" />}
      name={stepsText.moreTools}
    >
      <Show when={props.withTime}>
        <For each={MORE_MINUTES}>
          {(minutes) => (
            <MenuItem
              icon={<TimerReset aria-hidden="true" />}
              disabled={props.off}
              onSelect={() => props.give('timer/extend', { minutes })}
            >
              {stepsText.addMinutes(minutes)}
            </MenuItem>
          )}
        </For>
      </Show>
      <MenuItem
        icon={<TimerOff aria-hidden="true" />}
        detail={closes() ? stepsText.endNowCloses : stepsText.endNowDetail}
        disabled={props.off || isOver()}
        onSelect={() => props.give('timer/end')}
      >
        {stepsText.endNow}
      </MenuItem>
      <MenuLink icon={<ListOrdered aria-hidden="true" />} href={`/w/${workshop.id}/plan`}>
        {stepsText.changePlan}
      </MenuLink>
    </Menu>
  )
}

/** *Back*, and in plain words for a while after *Next*: to where one came from, whatever was left out between. */
function WayBack(props: { give: Giving; waiting: object }) {
  const workshop = useWorkshop()
  const stage = () => workshop.stage.stage
  const before = () => neighbourStep(stage(), -1)
  const cameFrom = createMemo((): Step | undefined => {
    const { movedAt, cameFrom, steps } = stage()
    const index = steps.findIndex((step) => step.id === cameFrom)
    const isAhead = index >= (currentStep(stage())?.index ?? 0)
    if (movedAt === null || index < 0 || isAhead || workshop.now() - movedAt >= WAY_BACK_MS) return undefined
    return steps[index]
  })
  return (
    <Switch>
      <Match when={cameFrom()}>
        {(step) => (
          <Button
            small
            class={styles.next}
            {...props.waiting}
            onClick={() => props.give('steps/go', { stepId: step().id })}
          >
            <span class={styles.nextText}>{words.backTo(step().title)}</span>
          </Button>
        )}
      </Match>
      <Match when={before()}>
        {(step) => (
          <Button
            small
            kind="quiet"
            {...props.waiting}
            aria-label={words.backTo(step().title)}
            title={words.backTo(step().title)}
            onClick={() => props.give('steps/back')}
          >
            {words.back}
          </Button>
        )}
      </Match>
    </Switch>
  )
}
