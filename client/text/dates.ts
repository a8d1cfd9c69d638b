const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** "4 March 2026" */
export function dateText(at: number): string {
  return DATE.format(at)
}
