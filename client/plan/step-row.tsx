import ArrowDown from 'lucide-solid/icons/arrow-down'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import EyeOff from 'lucide-solid/icons/eye-off'
import Timer from 'lucide-solid/icons/timer'
import { type JSX, Show } from 'solid-js'
import type { Step } from '../../shared/domain/agenda'
import { timeText } from '../text/dates'
import { planText as words } from '../text/plan'
import { stepsText } from '../text/steps'
import { Badge } from '../ui/badge'
import { Button, IconButton } from '../ui/button'
import { classes } from '../ui/classes'
import { announce } from '../ui/live-region'
import { useWorkshop } from '../workshop/workshop-context'
import type { AgendaCommand } from './agenda-command'
import { moveStep } from './agenda-edits'
import type { Editing } from './editing'
import styles from './plan.module.css'
import { StepRowMenu } from './step-row-menu'

export type StepRowProps = {
  step: Step
  /** Counted from 0. */
  position: number
  of: number
  place: 'done' | 'now' | 'to-come'
  startsAt: number | undefined
  /** For who may change it. */
  command: AgendaCommand | undefined
  /** Where it is said why nothing can be changed just now. */
  whyId: string
  onEdit: (editing: Editing) => void
}

/** One step of the agenda. */
export function StepRow(props: StepRowProps) {
  return (
    <li
      class={classes(
        styles.step,
        props.place === 'now' && styles.isNow,
        props.place === 'done' && styles.isDone,
        props.step.skipped && styles.isLeftOut,
      )}
      aria-current={props.place === 'now' ? 'step' : undefined}
    >
      <span class={styles.number} aria-hidden="true">
        {props.position + 1}
      </span>
      <div class={styles.text}>
        <div class={styles.head}>
          <h2 id={`step-${props.step.id}`} class={styles.title} tabindex="-1">
            {props.step.title}
          </h2>
          <State {...props} />
        </div>
        <Show when={props.step.prompt}>{(prompt) => <p class={styles.prompt}>{prompt()}</p>}</Show>
        <About step={props.step} />
      </div>
      <p class={styles.time}>
        <span class={styles.minutes}>{words.minutes(props.step.minutes)}</span>
        <Show when={props.startsAt}>
          {(at) => <span class={styles.starts}>{words.startsAbout(timeText(at()))}</span>}
        </Show>
      </p>
      <Show when={props.command}>{(command) => <RowButtons {...props} command={command()} />}</Show>
    </li>
  )
}

function State(props: StepRowProps) {
  return (
    <>
      <Show when={props.place === 'now'}>
        <Badge tone="brand">{words.now}</Badge>
      </Show>
      <Show when={props.step.skipped}>
        <Badge>{words.leftOut}</Badge>
      </Show>
      <Show when={props.place === 'done' && !props.step.skipped}>
        <Badge>{words.done}</Badge>
      </Show>
    </>
  )
}

/** What participants may do, where, and what is special about it. */
function About(props: { step: Step }) {
  const workshop = useWorkshop()
  const canvases = () => workshop.stage.workshop?.canvases ?? []
  const canvas = () => (canvases().length > 1 ? canvases().find((one) => one.id === props.step.canvasId) : undefined)
  return (
    <ul class={`plain-list ${styles.about}`}>
      <li>{stepsText.participantsMay(props.step)}</li>
      <Show when={canvas()}>{(one) => <li>{words.onCanvas(one().title)}</li>}</Show>
      <Show when={props.step.writing === 'private'}>
        <Fact icon={<EyeOff aria-hidden="true" />}>{props.step.revealedAt === null ? words.private : words.shown}</Fact>
      </Show>
      <Show when={props.step.closesAtZero}>
        <Fact icon={<Timer aria-hidden="true" />}>{words.closesAtZero}</Fact>
      </Show>
    </ul>
  )
}

function Fact(props: { icon: JSX.Element; children: JSX.Element }) {
  return (
    <li class={styles.fact}>
      {props.icon}
      {props.children}
    </li>
  )
}

function RowButtons(props: StepRowProps & { command: AgendaCommand }) {
  const waiting = () => ({
    'aria-disabled': props.command.waits() ? ('true' as const) : undefined,
    'aria-describedby': props.command.waits() ? props.whyId : undefined,
  })
  const stuck = (isAtTheEnd: boolean) => (isAtTheEnd ? { 'aria-disabled': 'true' as const } : waiting())
  const move = async (by: 1 | -1) => {
    const { id, title } = props.step
    const stage = await props.command.make(moveStep(id, by))
    if (!stage) return
    const at = stage.steps.findIndex((step) => step.id === id)
    announce(words.moved(title, at + 1, stage.steps.length))
  }
  return (
    <div class={styles.buttons}>
      <IconButton
        small
        label={words.up(props.step.title)}
        {...stuck(props.position === 0)}
        onClick={() => void move(-1)}
      >
        <ArrowUp aria-hidden="true" />
      </IconButton>
      <IconButton
        small
        label={words.down(props.step.title)}
        {...stuck(props.position === props.of - 1)}
        onClick={() => void move(1)}
      >
        <ArrowDown aria-hidden="true" />
      </IconButton>
      <Button
        small
        {...waiting()}
        aria-label={words.editName(props.step.title)}
        onClick={() => props.onEdit({ is: 'step', step: props.step })}
      >
        {words.edit}
      </Button>
      <StepRowMenu step={props.step} isNow={props.place === 'now'} command={props.command} onEdit={props.onEdit} />
    </div>
  )
}
