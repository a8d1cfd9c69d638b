import { expect, test } from 'vitest'
import { isCalendarDay } from './calendar-day'

test.each(['2026-06-30', '2028-02-29', '0001-01-01', '9999-12-31'])('%s is a day', (value) => {
  expect(isCalendarDay(value)).toBe(true)
})

test.each(['2026-13-45', '2026-02-30', '2027-02-29', '2026-00-10', '20266-01-01', '', 'soon', 20260630, undefined])(
  '%s is none',
  (value) => {
    expect(isCalendarDay(value)).toBe(false)
  },
)
