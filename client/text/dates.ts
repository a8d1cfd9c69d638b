const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** "4 March 2026" */
export function dateText(at: number): string {
  return DATE.format(at)
}

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** "16:10", by this device's time zone. */
export function timeText(at: number): string {
  return TIME.format(at)
}
