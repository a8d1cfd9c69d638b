import { createEffect, createMemo, Show } from 'solid-js'
import { allNotes } from '../../shared/domain/canvas-view'
import { mergingText } from '../text/items'
import { selectionText as words } from '../text/selection'
import { Button } from '../ui/button'
import { focusOn } from '../ui/focus'
import { sayAfterPause } from '../ui/say-after-pause'
import { BottomBar } from '../ui/shell'
import { countsIn, isNone } from '../workshop/several'
import { NOTES_ID, type Outline, SELECT_SWITCH, useOutline } from './outline-context'
import styles from './selection.module.css'
import { deleteSelected, duplicateSelected, gatherSelected, lockSelected } from './selection-actions'

/** What can be done with what is selected; over the bottom of the window, where the add bar is else. */
export function SelectionBar() {
  const outline = useOutline()
  const { selection } = outline
  const items = selection.items
  const isEmpty = () => isNone(items())
  const onlyNotes = () => items().clusters.length + items().drawings.length === 0
  const onlyHeadings = () => items().notes.length + items().drawings.length === 0
  const off = () => (isEmpty() ? 'true' : undefined)
  const act = (run: () => void) => () => !isEmpty() && run()
  const title = createMemo(() => words.count(countsIn(outline.canvas.reading(), items())))
  // nothing selected any more: what was done with them has been said
  sayAfterPause(title, () => (isEmpty() ? '' : title()))
  const move = () =>
    outline.show(onlyNotes() ? { is: 'move-notes', ids: items().notes } : { is: 'move-items', items: items() })
  const done = () => {
    selection.setOn(false)
    focusOn(SELECT_SWITCH) || focusOn(NOTES_ID)
  }
  let bar!: HTMLDivElement
  createEffect(() => {
    if (outline.workshop.mayEdit() === 'yes') return
    const hadFocus = bar.contains(document.activeElement)
    selection.setOn(false)
    // the switch goes too: what is left is the list itself
    if (hadFocus) focusOn(NOTES_ID)
  })
  return (
    <BottomBar label={words.region}>
      <div class={styles.bar} ref={bar}>
        <h2>{title()}</h2>
        <Show when={outline.may('move-note')}>
          <Button small kind="main" aria-disabled={off()} onClick={act(move)}>
            {words.move}
          </Button>
        </Show>
        <Show when={outline.may('arrange') && onlyNotes()}>
          <Button small aria-disabled={off()} onClick={act(() => gatherSelected(outline))}>
            {words.cluster}
          </Button>
        </Show>
        <Show when={outline.may('arrange') && onlyHeadings() && items().clusters.length > 1}>
          <Button small onClick={() => outline.show({ is: 'merge', ids: items().clusters })}>
            {mergingText.button}
          </Button>
        </Show>
        <Show when={outline.may('add-note') && !outline.isPrivate() && onlyNotes()}>
          <Button small aria-disabled={off()} onClick={act(() => duplicateSelected(outline))}>
            {words.duplicate}
          </Button>
        </Show>
        <Show when={outline.may('lock-items') && items().drawings.length === 0}>
          <Button small aria-disabled={off()} onClick={act(() => lockSelected(outline))}>
            {words.lock}
          </Button>
        </Show>
        <Show when={mayDelete(outline)}>
          <Button small kind="danger" aria-disabled={off()} onClick={act(() => deleteSelected(outline))}>
            {words.delete}
          </Button>
        </Show>
        <Button small kind="quiet" onClick={() => selection.all()}>
          {words.all}
        </Button>
        <Button small kind="quiet" aria-disabled={off()} onClick={() => selection.clear()}>
          {words.clear}
        </Button>
        <Button small kind="quiet" onClick={done}>
          {words.done}
        </Button>
      </div>
    </BottomBar>
  )
}

/** All of it: notes and drawings of others are for facilitators to delete. */
function mayDelete({ canvas, may, selection, workshop }: Outline): boolean {
  const { notes, clusters, drawings } = selection.items()
  const me = workshop.me().id
  const isMine = (ids: readonly string[], all: readonly { id: string; author: string | null }[]) => {
    const chosen = new Set(ids)
    return all.every(({ id, author }) => !chosen.has(id) || author === me)
  }
  const view = canvas.reading()
  return (
    (clusters.length === 0 || may('arrange')) &&
    (may('delete-note') || (may('delete-own-note') && isMine(notes, allNotes(view)))) &&
    (drawings.length === 0 || may('delete-drawing') || (may('draw') && isMine(drawings, view.drawings)))
  )
}
