import { preferredView } from '../workshop/shell/preferred-view'
import { askForBoard } from './workshop/board-offered'

/**
 * Fetches the code of a workshop's pages once somebody begins to fill in the form before it: while they write their name, the
 * line has nothing else to do, and on a slow one the code is most of what they would wait for afterwards [L62].
 */
export function fetchWorkshopAhead(): void {
  void askForBoard()
  const view = preferredView() === 'list' ? import('./workshop/list') : import('./workshop/board')
  // the brief, which is shown first, is among the panels; should it fail now, the page itself will ask again, and say so
  Promise.all([import('./workshop/workshop-page'), view, import('./workshop/panels')]).catch(() => undefined)
}
