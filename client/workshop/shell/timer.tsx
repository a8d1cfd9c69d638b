import { createEffect, createMemo, on } from 'solid-js'
import { currentStep, timeLeft } from '../../../shared/domain/agenda'
import { workshopShellText } from '../../text/workshop-shell'
import { classes } from '../../ui/classes'
import { announce } from '../../ui/live-region'
import { showToast } from '../../ui/toast'
import { VisuallyHidden } from '../../ui/visually-hidden'
import { useWorkshop } from '../workshop-context'
import styles from './timer.module.css'
import { chime } from './timer-sound'
import { minutesAdded, timerFace, timerNotice, timerSpoken } from './timer-text'

/** Long enough to be seen by somebody who is writing. */
const NOTICE_SECONDS = 10

/** The step's clock, the same second on every screen. Read on request, never live: a second is no news. */
export function TimerClock(props: { small?: boolean }) {
  const workshop = useWorkshop()
  const timer = () => workshop.stage.stage.timer
  const face = createMemo(() => timerFace(timer(), workshop.now()))
  return (
    <span class={classes(styles.clock, props.small && styles.small, styles[face().urgency])}>
      <span aria-hidden="true">
        <span class={styles.digits}>{face().digits}</span>{' '}
        <span class={classes(styles.word, timer().is === 'ready' && styles.ready)}>{face().word}</span>
      </span>
      <VisuallyHidden>
        {workshopShellText.timer.name}, {timerSpoken(timer(), workshop.now())}
      </VisuallyHidden>
    </span>
  )
}

/** Tells once, to see and to hear: 5 minutes left, 1 minute left, time is up; time added; a new step. Mount once in a workshop. */
export function TimerNotices() {
  const workshop = useWorkshop()
  const timer = createMemo(() => ({ ...workshop.stage.stage.timer }))
  const left = createMemo(() => timeLeft(timer(), workshop.now()))
  const closes = () => currentStep(workshop.stage.stage)?.step.closesAtZero === true

  createEffect(
    on([left, timer], ([after, clock], before) => {
      if (clock.is !== 'running' || before?.[1].is !== 'running') return
      const notice = timerNotice(before[0], after, closes())
      const added = minutesAdded(before[1], clock, workshop.now())
      if (added > 0) announce(workshopShellText.timer.added(added), { kind: 'step' })
      else if (notice) {
        showToast({ text: notice.text, seconds: NOTICE_SECONDS, about: 'step' })
        chime(notice.kind)
      }
    }),
  )
  createEffect(
    on(
      () => workshop.stage.stage.currentStepId,
      (id, before) => {
        const index = workshop.stage.stage.steps.findIndex((step) => step.id === id)
        const step = workshop.stage.stage.steps[index]
        if (before && step) announce(workshopShellText.stepAnnounced(index, step.title, step.prompt), { kind: 'step' })
      },
    ),
  )
  return null
}
