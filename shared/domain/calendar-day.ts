/** A day that is in the calendar, as YYYY-MM-DD. The 45th of a 13th month looks like one and is none. */
export function isCalendarDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const day = new Date(`${value}T00:00:00Z`)
  // 30 February is read as 2 March.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}
