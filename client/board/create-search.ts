import { createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js'
import { findItems, type Match } from '../../shared/domain/find-items'
import { boardText as text } from '../text/board'
import { announce } from '../ui/live-region'
import type { Board } from './create-board'
import { describeItem } from './describe-item'
import { boxOf } from './items-at'

export type BoardSearch = ReturnType<typeof createSearch>

/**
 * Looking for notes and headings by their words. What is found follows what is written here and on the canvas; the one that
 * one is at stays it while it is found, whatever comes before it meanwhile.
 */
export function createSearch(board: Board) {
  const [isOpen, setOpen] = createSignal(false)
  const [words, setWords] = createSignal('')
  const [at, setAt] = createSignal<string>()
  // the store is followed as a whole: cheaper than a thousand notes one by one
  const [turn, setTurn] = createSignal(0)
  createEffect(() => {
    if (isOpen()) onCleanup(board.canvas.subscribe(() => setTurn((count) => count + 1)))
  })
  const matches = createMemo((): readonly Match[] => {
    turn()
    return isOpen() ? findItems(board.drawing().view, words()) : []
  })
  const index = createMemo(() => matches().findIndex(({ id }) => id === at()))

  /** A note in a folded cluster is not drawn: its cluster is shown. */
  const show = (match: Match) => {
    const { layout } = board.drawing()
    const drawn = boxOf(layout, match.id) || match.is === 'cluster' ? match.id : (match.cluster ?? match.id)
    board.control()?.select([drawn])
    board.control()?.reveal(drawn)
  }
  const goTo = (match: Match | undefined) => {
    setAt(match?.id)
    if (match) show(match)
  }
  // the first is shown as one writes
  createEffect(
    on(words, () => {
      if (untrack(isOpen) && untrack(index) < 0) goTo(untrack(matches)[0])
    }),
  )
  return {
    isOpen,
    words,
    setWords,
    matches,
    /** Which of them one is at, from 0; -1: none. */
    index,
    open: () => void setOpen(true),
    close(): void {
      setOpen(false)
      setWords('')
      setAt(undefined)
      board.control()?.focus()
    },
    step(by: 1 | -1): void {
      const all = matches()
      if (all.length === 0) return
      const from = index() < 0 && by < 0 ? 0 : index()
      const next = all[(from + by + all.length) % all.length]
      goTo(next)
      if (next)
        announce(
          `${describeItem(board.drawing().view, next.id, board.sides())}. ${text.search.at(index() + 1, all.length)}`,
        )
    },
  }
}
