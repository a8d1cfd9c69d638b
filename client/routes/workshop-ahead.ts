import { preferredView } from '../workshop/shell/preferred-view'

/**
 * Fetches the code of a workshop's pages once somebody begins to fill in the form before it: while they write their name, the
 * line has nothing else to do, and on a slow one the code is most of what they would wait for afterwards [L62].
 */
export function fetchWorkshopAhead(): void {
  const view = preferredView() === 'list' ? import('./workshop/list') : import('./workshop/board')
  // should it fail now, the page itself will ask again, and say so
  Promise.all([import('./workshop/workshop-page'), view]).catch(() => undefined)
}
