import type { AnswerKind } from '../domain/action'
import { isCalendarDay } from '../domain/calendar-day'
import { SIDES, type Side, type SideCounts, type SideNames, sideName } from '../domain/side'
import type { Share, Turnout } from '../domain/turnout'

/** Words and dates as an export says them; English, dates as in the United Kingdom. */
const ZONE = 'Europe/London'

/** What is no date is said as it was written: one odd word must not cost the whole record. */
export function longDate(iso: string): string {
  if (!isCalendarDay(iso.slice(0, 10)) || Number.isNaN(Date.parse(iso))) return iso
  const zone = iso.length === 10 ? 'UTC' : ZONE
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone }).format(
    new Date(iso),
  )
}

export function clockTime(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: ZONE }).format(new Date(iso))
}

export const ANSWER_WORDS: Record<AnswerKind, string> = {
  agree: 'agree',
  'agree-with-reservation': 'agree with reservation',
  'do-not-agree': 'do not agree',
  'ask-first': 'need to ask first',
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** "14 central, 17 local, 2 other", leaving out what is none. */
export function bySide(counts: SideCounts, names: SideNames): string {
  const sides: Side[] = ['central', 'local', 'other']
  const parts = sides
    .filter((side) => counts[side] > 0)
    .map((side) => `${counts[side]} ${sideName(side, names).toLowerCase()}`)
  if (counts.none > 0) parts.push(`${counts.none} on no side`)
  return parts.join(', ')
}

/** "20 of 31: 9 of 14 central, 11 of 17 local"; without sides where they are too few to be told apart. */
export function shareBySide({ done, of, sides }: Turnout, names: SideNames): string {
  const share = (one: Share) => `${one.done} of ${one.of}`
  if (!sides) return share({ done, of })
  const parts = SIDES.filter((side) => sides[side].of > 0).map(
    (side) => `${share(sides[side])} ${sideName(side, names).toLowerCase()}`,
  )
  return `${share({ done, of })} (${parts.join(', ')})`
}

export function total(counts: SideCounts): number {
  return counts.central + counts.local + counts.other + counts.none
}
