import type { CanvasDocument } from '../../shared/document/authorship'
import { itemOf } from '../../shared/document/roots'
import type { Touch } from '../../shared/document/touches'

/** How far ahead of the server a page may honestly believe it is: it asks for the time, and answers take a while. */
const AHEAD_MS = 2 * 60_000

const DATED = ['notes', 'drawings'] as const
type Dated = (typeof DATED)[number]

/**
 * [A28] When something was written is the page's to say, since it may have been on a train; but nothing was written in the
 * future. A page that could not ask for the time goes by a clock that may be wrong: its note is taken, with the server's
 * time in place of its own. Undefined where all times may stand.
 */
export function timesToMend(update: readonly Touch[], now: number): ((document: CanvasDocument) => void) | undefined {
  const wrong = update.flatMap(({ root, path: [id, key, ...deeper], change, value }) => {
    const dated = DATED.find((one) => one === root)
    if (!dated || id === undefined || key !== 'createdAt' || deeper.length > 0 || change !== 'set') return []
    return isPossible(value, now) ? [] : [{ root: dated, id }]
  })
  if (wrong.length === 0) return undefined
  return (document) => {
    for (const { root, id } of wrong) mend(document, { root, id, now })
  }
}

/** Not where it is possible by now: a write that lost to another is no fault of that one. */
function mend(document: CanvasDocument, { root, id, now }: { root: Dated; id: string; now: number }): void {
  const item = itemOf(document, root, id)
  if (item && !isPossible(item.get('createdAt'), now)) item.set('createdAt', now)
}

function isPossible(time: unknown, now: number): boolean {
  return typeof time === 'number' && time >= 0 && time <= now + AHEAD_MS
}
