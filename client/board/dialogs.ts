import { createSignal } from 'solid-js'
import type { ClusterId, NoteId, SectionId } from '../../shared/domain/ids'
import { boardText as text } from '../text/board'
import { showToast } from '../ui/toast'
import { closeWhenOver, type StandsOn } from '../workshop/close-when-over'
import type { Intake } from '../workshop/intake/intake'
import type { BoardActs } from './board-acts'
import type { Board } from './create-board'
import { findEach } from './describe-item'

export type Moving =
  | { is: 'notes'; ids: NoteId[] }
  | { is: 'cluster'; id: string }
  /** Of several kinds, or drawings. */
  | { is: 'items'; ids: readonly string[] }

export type Opened =
  | { is: 'move'; moving: Moving }
  /** One, into another; or several, into one of them. */
  | { is: 'merge'; clusters: readonly ClusterId[] }
  | { is: 'merge-on'; from: ClusterId; into: ClusterId }
  | { is: 'split'; cluster: ClusterId }
  | { is: 'section'; section: SectionId }
  | { is: 'link'; proposal: string }
  | { is: 'bin' }
  | { is: 'keys' }
  | { is: 'intake'; intake: Intake }
  | { is: 'picture' }

/** Without it a dialog has nothing to do. */
const STANDS_ON: { [Is in Opened['is']]?: (dialog: Extract<Opened, { is: Is }>) => StandsOn } = {
  move: ({ moving }) => ({ deed: moving.is === 'notes' ? 'move-note' : 'arrange' }),
  merge: ({ clusters }) => ({ deed: 'arrange', clusters }),
  'merge-on': ({ from, into }) => ({ deed: 'arrange', clusters: [from, into] }),
  split: ({ cluster }) => ({ deed: 'arrange', clusters: [cluster] }),
  section: ({ section }) => ({ deed: 'change-sections', section }),
  link: ({ proposal }) => ({ deed: 'arrange', clusters: [proposal as ClusterId] }),
}

export type Dialogs = ReturnType<typeof createDialogs>

/** Which dialog is open: one at a time, opened from keys, tools and panel. Call inside a Solid owner. */
export function createDialogs(board: Board, acts: BoardActs) {
  const [opened, setOpened] = createSignal<Opened>()
  const standsOn = () => {
    const open = opened()
    return open && STANDS_ON[open.is]?.(open as never)
  }
  const { canvas, workshop } = board
  closeWhenOver(standsOn, { canvas, workshop, close: () => setOpened(undefined) })
  const moveNotes = (ids = acts.selectedNotes()) => {
    if (ids.length > 0 && acts.open(ids)) setOpened({ is: 'move', moving: { is: 'notes', ids } })
  }
  const moveCluster = (id: string) => {
    if (acts.open([id])) setOpened({ is: 'move', moving: { is: 'cluster', id } })
  }
  const moveItems = (selected: readonly string[]) => {
    const ids = selected.filter((id) => acts.found(id)?.is !== 'section')
    if (ids.length === 0) showToast({ text: text.selectFirst })
    else if (board.movable(ids).length === 0) acts.explain(ids)
    else setOpened({ is: 'move', moving: { is: 'items', ids } })
  }
  return {
    opened,
    close: () => setOpened(undefined),
    intake: (intake: Intake) => setOpened({ is: 'intake', intake }),
    open: {
      move() {
        const items = findEach(acts.view(), board.selected())
        const [first, second] = items
        if (first?.is === 'cluster' && !second) moveCluster(first.cluster.id)
        else if (first && items.every(({ is }) => is === 'note')) moveNotes()
        else moveItems(board.selected())
      },
      moveNotes,
      moveCluster,
      mergeOn: (from: ClusterId, into: ClusterId) =>
        acts.open([from, into], 'arrange') && setOpened({ is: 'merge-on', from, into }),
      split: (cluster: ClusterId) => acts.open([cluster], 'arrange') && setOpened({ is: 'split', cluster }),
      section: (section: SectionId) => void setOpened({ is: 'section', section }),
      merge(clusters: readonly ClusterId[]) {
        const [only, another] = clusters
        if (only && acts.open(another ? [] : [only], 'arrange')) setOpened({ is: 'merge', clusters })
      },
      link: (proposal: string) => acts.open([proposal]) && setOpened({ is: 'link', proposal }),
      bin: () => void setOpened({ is: 'bin' }),
      keys: () => void setOpened({ is: 'keys' }),
      picture: () => void setOpened({ is: 'picture' }),
    },
  }
}
