import { type Timer, timeLeft } from '../../../shared/domain/agenda'
import { workshopShellText } from '../../text/workshop-shell'

/** What a clock looks like: "06:32 left", "2:10 over", "20:00 not started". */
export type TimerFace = { digits: string; word: string; urgency: 'calm' | 'soon' | 'last' | 'over' }

const MINUTE = 60_000

/**
 * Seconds are rounded up while time is left, so that 20 minutes start as 20:00 and 00:00 is the very end, and down once
 * it is over. The same on every screen, as `now` is the server's.
 */
export function timerFace(timer: Timer, now: number): TimerFace {
  const words = workshopShellText.timer
  const left = timeLeft(timer, now)
  const over = left < 0
  const seconds = over ? Math.floor(-left / 1000) : Math.ceil(left / 1000)
  const digits = over ? plainDigits(seconds) : fullDigits(seconds)
  if (timer.is === 'ready') return { digits, word: words.notStarted, urgency: 'calm' }
  const urgency = urgencyOf(left)
  if (timer.is === 'paused') return { digits, word: over ? `${words.over}, ${words.paused}` : words.paused, urgency }
  return { digits, word: over ? words.over : words.left, urgency }
}

function urgencyOf(left: number): TimerFace['urgency'] {
  if (left < 0) return 'over'
  if (left <= MINUTE) return 'last'
  return left <= 5 * MINUTE ? 'soon' : 'calm'
}

/** "06:32"; from an hour on "1:06:32". */
function fullDigits(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  if (minutes >= 60) return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`
  return `${two(minutes)}:${two(seconds % 60)}`
}

/** "2:10", as a time over is said. */
function plainDigits(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`
}

const two = (number: number) => String(number).padStart(2, '0')

/** For a screen reader, on request: "6 minutes left". Whole minutes, as nobody wants the seconds read out. */
export function timerSpoken(timer: Timer, now: number): string {
  const words = workshopShellText.timer
  const left = timeLeft(timer, now)
  if (left < 0) return words.spokenOver(Math.floor(-left / MINUTE))
  const text = left < MINUTE ? words.spokenSeconds : words.spokenLeft(Math.round(left / MINUTE))
  if (timer.is === 'running') return text
  return `${text}, ${timer.is === 'paused' ? words.paused : words.notStarted}`
}

export type TimerNotice = { text: string; kind: 'soon' | 'last' | 'over' }

/** What to tell as a running clock goes from one reading to the next: at 5 minutes, at 1, and at the end. */
export function timerNotice(before: number, after: number, closes = false): TimerNotice | undefined {
  const words = workshopShellText.timer
  // a screen that slept wakes up at the latest mark it has passed, and says only that one
  if (before > 0 && after <= 0) return { text: closes ? words.timeIsUpCloses : words.timeIsUp, kind: 'over' }
  for (const minutes of [1, 5]) {
    if (before > minutes * MINUTE && after <= minutes * MINUTE)
      return { text: words.spokenLeft(minutes), kind: minutes === 1 ? 'last' : 'soon' }
  }
  return undefined
}

/**
 * Whole minutes that somebody added to a running clock; 0 when nobody did. Told by when it ends, and not by what is left:
 * that changes too when this device learns what time it is on the server.
 */
export function minutesAdded(before: Timer, after: Timer, now: number): number {
  if (before.is !== 'running' || after.is !== 'running' || after.endsAt <= before.endsAt) return 0
  return Math.round((after.endsAt - Math.max(before.endsAt, now)) / MINUTE)
}
