import { focusOn } from '../ui/focus'

/** The page that focus should be at has not come yet. */
let isOwed = false

/** A new page starts at its heading, as it would had the browser loaded it. */
export function startPage(): void {
  setTimeout(() => {
    isOwed = !focusOnMain()
  })
}

/** Something that was on its way is there now. What has taken focus meanwhile (a dialog, a field) keeps it. */
export function pageCame(): void {
  setTimeout(() => {
    if (isOwed && document.activeElement === document.body) isOwed = !focusOnMain()
  })
}

/** Not brought into view: that would push the bar above it out of the window. */
const focusOnMain = (): boolean => focusOn('main', { preventScroll: true })
