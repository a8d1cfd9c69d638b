import ImageDown from 'lucide-solid/icons/image-down'
import { For, Match, onCleanup, onMount, Show, Switch } from 'solid-js'
import type { NoteId } from '../../shared/domain/ids'
import { outlineText } from '../text/outline'
import { pictureText } from '../text/picture'
import { Button } from '../ui/button'
import { InlineNotice } from '../ui/notice'
import type { Canvas } from '../workshop/contract'
import { WhatChangedButton } from '../workshop/news/what-changed-button'
import { SectionDialog } from '../workshop/shapes/section-dialog'
import { showWanted } from '../workshop/shell/attention'
import { SortLink } from '../workshop/shell/sort-link'
import { followUndoKeys } from '../workshop/undo-keys'
import { useWorkshop } from '../workshop/workshop-context'
import { AddBar } from './add-bar'
import { DrawingsLater } from './drawings-later'
import { keepFocus } from './focus-keeper'
import { ListTools } from './list-tools'
import { MergeDialog, MoveClusterDialog, MoveItemsDialog, MoveNotesDialog } from './move-dialogs'
import { BinDialog, Intaking, LinkDialog, SplitClusterDialog } from './other-dialogs'
import styles from './outline.module.css'
import { createOutline, NOTES_ID, type Outline, OutlineContext } from './outline-context'
import { LoosePart, SectionPart } from './section-part'
import { SelectionBar } from './selection-bar'
import { showInList } from './show-in-list'

/**
 * The canvas as headings and lists: everything that the board can do, by keyboard, on a phone, with a screen reader, live.
 * As wide as what it is put into; the add bar sticks to the bottom of the window.
 */
export function OutlineView(props: { canvas: Canvas; savePicture?: () => Promise<void> }) {
  // One canvas a view: the route makes another when another canvas is opened.
  const outline = createOutline(props.canvas, useWorkshop())
  let root!: HTMLDivElement
  const { canvas } = outline
  onMount(() => {
    outline.setRoot(root)
    followOthers(outline, root)
    showWanted({ canvas, ready: outline.drawn.isWhole, show: (wanted) => showInList(wanted, canvas.view) })
  })
  return (
    <OutlineContext.Provider value={outline}>
      <div class={styles.outline} ref={root}>
        <div class={styles.column} id={NOTES_ID} tabindex="-1">
          {/* the frame of the page says the other reasons */}
          <Show when={outline.workshop.mayEdit() === 'observer'}>
            <InlineNotice>{outlineText.observer}</InlineNotice>
          </Show>
          <Show when={outline.workshop.mayEdit() === 'step'}>
            <InlineNotice>{outlineText.closedByStep}</InlineNotice>
          </Show>
          <div class={styles.entrances}>
            <WhatChangedButton class={styles.news} />
            <SortLink canvas={canvas} />
          </div>
          <ListTools outline={outline} />
          <For each={canvas.view.sections}>{(section) => <SectionPart section={section} />}</For>
          <Show when={canvas.view.loose.notes.length > 0 || canvas.view.loose.clusters.length > 0}>
            <LoosePart loose={canvas.view.loose} />
          </Show>
          <Show when={canvas.view.drawings.length > 0}>
            <DrawingsLater />
          </Show>
          <SavePicture save={canvas.ready() ? props.savePicture : undefined} />
        </div>
        {/* hidden, not taken away: what was begun in it is still there afterwards */}
        <div class={styles.addPart} hidden={outline.selection.isOn()}>
          <Show when={outline.may('add-note') && canvas.view.sections.length > 0}>
            <AddBar />
          </Show>
        </div>
        <Show when={outline.selection.isOn()}>
          <SelectionBar />
        </Show>
      </div>
      <OpenDialog outline={outline} />
    </OutlineContext.Provider>
  )
}

/** The canvas as a file to put into a report; whoever sees it may. */
function SavePicture(props: { save: (() => Promise<void>) | undefined }) {
  return (
    <Show when={props.save}>
      {(save) => (
        <div class={styles.savePicture}>
          <Button small kind="quiet" icon={<ImageDown />} onClick={() => void save()()}>
            {pictureText.tool}
          </Button>
        </div>
      )}
    </Show>
  )
}

function OpenDialog(props: { outline: Outline }) {
  const dialog = () => props.outline.dialog()
  return (
    <Switch>
      <Match when={is(dialog(), 'move-notes')}>{(open) => <MoveNotesDialog ids={open().ids} />}</Match>
      <Match when={is(dialog(), 'move-cluster')}>{(open) => <MoveClusterDialog id={open().id} />}</Match>
      <Match when={is(dialog(), 'move-items')}>{(open) => <MoveItemsDialog items={open().items} />}</Match>
      <Match when={is(dialog(), 'merge')}>{(open) => <MergeDialog ids={open().ids} />}</Match>
      <Match when={is(dialog(), 'link')}>{(open) => <LinkDialog id={open().id} />}</Match>
      <Match when={is(dialog(), 'intake')}>{(open) => <Intaking intake={open().intake} />}</Match>
      <Match when={is(dialog(), 'split')}>{(open) => <SplitClusterDialog id={open().id} />}</Match>
      <Match when={is(dialog(), 'section')}>
        {(open) => (
          <SectionDialog
            canvas={props.outline.canvas}
            section={open().id}
            onClose={() => props.outline.show(undefined)}
          />
        )}
      </Match>
      <Match when={is(dialog(), 'bin')}>
        <BinDialog />
      </Match>
    </Switch>
  )
}

type Dialogs = NonNullable<ReturnType<Outline['dialog']>>

function is<Kind extends Dialogs['is']>(
  dialog: Dialogs | undefined,
  kind: Kind,
): Extract<Dialogs, { is: Kind }> | undefined {
  return dialog?.is === kind ? (dialog as Extract<Dialogs, { is: Kind }>) : undefined
}

/** Everything that happens without a press in this list: others' changes, and keys anywhere on the page. */
function followOthers(outline: Outline, root: HTMLElement): void {
  const { canvas } = outline
  const focus = keepFocus(root, () => canvas.view)
  const stopReading = canvas.subscribe(() => focus.changed())
  const press = (event: MouseEvent) => openPressedNote(outline, event)
  const hold = ({ target }: FocusEvent) => {
    const at = target instanceof Element && root.contains(target) ? target : undefined
    const note = at?.closest<HTMLElement>('[data-note]')?.dataset.note
    outline.list.hold({ note, cluster: at?.closest<HTMLElement>('[data-cluster]')?.dataset.cluster })
  }
  // Of the whole page: what has focus is held until something else has it, not while a row changes its place.
  root.ownerDocument.addEventListener('focusin', hold)
  followUndoKeys(canvas.edits.undo, { closed: () => outline.dialog() !== undefined })
  root.addEventListener('click', press)
  onCleanup(() => {
    stopReading()
    focus.stop()
    root.ownerDocument.removeEventListener('focusin', hold)
    root.removeEventListener('click', press)
  })
}

/** A press on a note's text opens it for typing, as one expects of a note; by keyboard its *More* does. */
function openPressedNote(outline: Outline, event: MouseEvent): void {
  if (!(event.target instanceof Element) || !outline.may('write-own-note')) return
  const id = event.target.closest('[data-note-text]')?.closest<HTMLElement>('[data-note]')?.dataset.note
  // Selecting words to copy them is not a press.
  const selects = document.getSelection()?.toString() !== ''
  if (id && !selects) outline.setOpened({ id: id as NoteId, typing: true })
}
