import { attentionText } from '../text/attention'
import { focusOn } from '../ui/focus'
import { showToast } from '../ui/toast'
import type { Wanted } from '../workshop/shell/attention'
import styles from './outline.module.css'
import { clusterHeadId } from './outline-context'

/** Long enough to be found with the eyes after a jump. */
const MARKED_MS = 4_000

/** Brings a section or a cluster to the top of the window, and marks it for a moment. */
export function showInList({ item, focus }: Wanted): void {
  const heading = document.getElementById(item.is === 'section' ? `section-${item.id}` : clusterHeadId(item.id))
  const whole = heading?.closest<HTMLElement>(item.is === 'section' ? 'section' : '[data-cluster]')
  if (!heading || !whole) {
    if (focus) showToast({ text: attentionText.gone })
    return
  }
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  if (focus) focusOn(heading, { preventScroll: true })
  whole.scrollIntoView({ block: 'start', behavior: still ? 'instant' : 'smooth' })
  const mark = styles.pointedAt ?? ''
  whole.classList.add(mark)
  setTimeout(() => whole.classList.remove(mark), MARKED_MS)
}
