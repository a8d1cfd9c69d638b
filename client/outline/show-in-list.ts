import type { CanvasView } from '../../shared/domain/canvas-view'
import type { ClusterId } from '../../shared/domain/ids'
import { attentionText } from '../text/attention'
import { focusOn } from '../ui/focus'
import { showToast } from '../ui/toast'
import type { Wanted } from '../workshop/shell/attention'
import styles from './outline.module.css'
import { clusterHeadId, noteId } from './outline-context'
import { whereIs } from './places'

/** Long enough to be found with the eyes after a jump. */
const MARKED_MS = 4_000

/** Brings a section or a cluster to the top of the window, a note into its middle, and marks it for a moment. */
export function showInList({ item, focus }: Wanted, view: CanvasView): void {
  const heading = headingOf(item, view)
  const whole = heading?.closest<HTMLElement>('[data-note], [data-cluster], section')
  if (!heading || !whole) {
    if (focus) showToast({ text: attentionText.gone })
    return
  }
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  if (focus) focusOn(heading, { preventScroll: true })
  whole.scrollIntoView({
    block: whole.matches('[data-note]') ? 'center' : 'start',
    behavior: still ? 'instant' : 'smooth',
  })
  const mark = styles.pointedAt ?? ''
  whole.classList.add(mark)
  setTimeout(() => whole.classList.remove(mark), MARKED_MS)
}

/** What takes focus: a heading, or a note; of a note that is folded away what it is in. */
function headingOf(item: Wanted['item'], view: CanvasView): HTMLElement | null {
  if (item.is === 'section') return document.getElementById(`section-${item.id}`)
  if (item.is === 'cluster') return document.getElementById(clusterHeadId(item.id))
  const holder = whereIs(view, item.id)?.holder
  return (
    document.getElementById(noteId(item.id)) ??
    (holder
      ? (document.getElementById(clusterHeadId(holder as ClusterId)) ?? document.getElementById(`section-${holder}`))
      : null)
  )
}
