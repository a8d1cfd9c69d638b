import { createEffect, Show } from 'solid-js'
import { allNotes } from '../../shared/domain/canvas-view'
import { selectionText as words } from '../text/selection'
import { Button } from '../ui/button'
import { focusOn } from '../ui/focus'
import { sayAfterPause } from '../ui/say-after-pause'
import { BottomBar } from '../ui/shell'
import { NOTES_ID, SELECT_SWITCH, useOutline } from './outline-context'
import styles from './selection.module.css'
import { deleteSelected, duplicateSelected, gatherSelected, lockSelected } from './selection-actions'

/** What can be done with the notes selected; over the bottom of the window, where the add bar is else. */
export function SelectionBar() {
  const outline = useOutline()
  const { selection } = outline
  const count = () => selection.ids().length
  const off = () => (count() === 0 ? 'true' : undefined)
  const act = (run: () => void) => () => count() > 0 && run()
  const mayDelete = () => {
    if (outline.may('delete-note')) return true
    const chosen = new Set(selection.ids())
    const me = outline.workshop.me().id
    return (
      outline.may('delete-own-note') &&
      allNotes(outline.canvas.view).every(({ id, author }) => !chosen.has(id) || author === me)
    )
  }
  // nothing selected any more: what was done with them has been said
  sayAfterPause(count, () => (count() > 0 ? words.count(count()) : ''))
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
        <h2>{words.count(count())}</h2>
        <Show when={outline.may('move-note')}>
          <Button
            small
            kind="main"
            aria-disabled={off()}
            onClick={act(() => outline.show({ is: 'move-notes', ids: selection.ids() }))}
          >
            {words.move}
          </Button>
        </Show>
        <Show when={outline.may('arrange')}>
          <Button small aria-disabled={off()} onClick={act(() => gatherSelected(outline))}>
            {words.cluster}
          </Button>
        </Show>
        <Show when={outline.may('add-note') && !outline.isPrivate()}>
          <Button small aria-disabled={off()} onClick={act(() => duplicateSelected(outline))}>
            {words.duplicate}
          </Button>
        </Show>
        <Show when={outline.may('lock-items')}>
          <Button small aria-disabled={off()} onClick={act(() => lockSelected(outline))}>
            {words.lock}
          </Button>
        </Show>
        <Show when={mayDelete()}>
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
