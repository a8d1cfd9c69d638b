import { currentStep, type StageState, timeLeft } from '../../shared/domain/agenda'
import type { StepId } from '../../shared/domain/ids'

const MINUTE = 60_000

/** When each step to come is likely to begin, ms since 1970, if this one ends in time and the others last as planned. */
export function likelyStarts(stage: StageState, now: number): Map<StepId, number> {
  const at = currentStep(stage)
  const starts = new Map<StepId, number>()
  let begins = now + Math.max(0, timeLeft(stage.timer, now))
  for (const step of stage.steps.slice((at?.index ?? -1) + 1)) {
    if (step.skipped) continue
    starts.set(step.id, begins)
    begins += step.minutes * MINUTE
  }
  return starts
}

/** Minutes of all steps that are in. */
export function minutesInAll({ steps }: Pick<StageState, 'steps'>): number {
  return steps.filter((step) => !step.skipped).reduce((sum, step) => sum + step.minutes, 0)
}

/** The next time that a clock shows these hours and minutes ("16:30"), ms since 1970; undefined for what is no time. */
export function nextTimeOf(text: string, now: number): number | undefined {
  const [, hours, minutes] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(text.trim()) ?? []
  if (hours === undefined || minutes === undefined) return undefined
  const day = new Date(now)
  day.setHours(Number(hours), Number(minutes), 0, 0)
  if (day.getTime() <= now) day.setDate(day.getDate() + 1)
  return day.getTime()
}
