import { keep, readKept } from '../../ui/kept'

const KEY = 'concordat:view'

export type View = 'board' | 'list'

/** Board or list, as this device was last left; a phone or a touch screen starts with the list. */
export function preferredView(): View {
  const kept = readKept('device', KEY)
  if (kept === 'board' || kept === 'list') return kept
  return isSmallOrTouched() ? 'list' : 'board'
}

export function rememberView(view: View): void {
  keep('device', KEY, view)
}

function isSmallOrTouched(): boolean {
  return globalThis.matchMedia?.('(max-width: 719px), (pointer: coarse)').matches ?? false
}

/** Where somebody who comes in is taken. `query` starts with "?". */
export function workshopHref(workshopId: string, query = ''): string {
  return `/w/${workshopId}${preferredView() === 'list' ? '/list' : ''}${query}`
}
