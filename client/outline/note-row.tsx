import { Show, useContext } from 'solid-js'
import type { NoteView } from '../../shared/domain/canvas-view'
import { outlineText } from '../text/outline'
import { selectionText } from '../text/selection'
import { buttonClass, iconButtonClass } from '../ui/button'
import { classes } from '../ui/classes'
import { SideMark } from '../ui/mark'
import { LockMark } from './lock-mark'
import { NoteEditor } from './note-editor'
import { OpenedNote } from './opened-note'
import styles from './outline.module.css'
import { KeptContext, moreButtonId, moveButtonId, noteId, useOutline } from './outline-context'
import { startOf } from './places'
import { SelectBox } from './select-box'

const words = outlineText.row

/**
 * One note: its text first, then its side, then buttons named after it. Opened, it is edited in place. There are thousands of
 * these: the buttons are made of their classes alone, and whatever only an open note needs is in `OpenedNote` [L61].
 */
export function NoteRow(props: { note: NoteView }) {
  const outline = useOutline()
  const isOpen = () => outline.isOpen(props.note.id)
  const keptAround = useContext(KeptContext)
  const kept = () => keptAround() || (props.note.locked === true && !outline.may('change-locked'))
  const mayType = () => outline.mayType(props.note) && !kept()
  const toggle = () => outline.setOpened(isOpen() ? undefined : { id: props.note.id, typing: false })
  let row!: HTMLLIElement
  /** Focus into nothing is looked at later: the row may only have changed its place in the page. */
  const left = () =>
    setTimeout(() => {
      const { activeElement, body } = document
      if (!isOpen() || !row.isConnected || !document.hasFocus() || row.contains(activeElement)) return
      if (activeElement !== body || outline.dialog() === undefined) outline.setOpened(undefined)
    })
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen() || event.isComposing) return
    event.preventDefault()
    outline.setOpened(undefined)
    document.getElementById(moreButtonId(props.note.id))?.focus()
  }
  return (
    <li
      ref={row}
      id={noteId(props.note.id)}
      hidden={!isOpen() && !outline.list.showsNote(props.note.id)}
      data-note={props.note.id}
      tabindex="-1"
      class={classes(
        styles.row,
        outline.selection.isOn() && styles.selecting,
        isOpen() && styles.open,
        mayType() && styles.editable,
      )}
      onFocusOut={left}
      onKeyDown={keys}
    >
      <Show when={isOpen() && mayType()} fallback={<Words text={props.note.text} />}>
        <NoteEditor note={props.note} />
      </Show>
      {outline.selection.isOn() ? (
        <SelectBox is="note" id={props.note.id} label={selectionText.named(startOf(props.note.text))} />
      ) : undefined}
      <SideMark class={styles.mark} side={props.note.side} label={outline.sideWords(props.note.side)} labelHidden />
      <div class={styles.buttons}>
        {outline.may('move-note') && !kept() && !isOpen() ? <MoveButton note={props.note} /> : undefined}
        <button
          type="button"
          class={classes(MORE, styles.moreButton)}
          id={moreButtonId(props.note.id)}
          title={words.moreNamed(startOf(props.note.text))}
          aria-label={words.moreNamed(startOf(props.note.text))}
          aria-expanded={isOpen()}
          onClick={toggle}
        >
          <Dots />
        </button>
      </div>
      {props.note.locked ? <LockMark /> : undefined}
      {isOpen() ? <OpenedNote row={row} note={props.note} kept={kept()} /> : undefined}
      {outline.typistIn(props.note.id) !== undefined ? (
        <p class={styles.typing}>{words.typing(outline.typistIn(props.note.id) ?? '')}</p>
      ) : undefined}
    </li>
  )
}

const SMALL = buttonClass({ small: true })
const MORE = iconButtonClass({ small: true })

function Words(props: { text: string }) {
  return (
    <p class={styles.text} dir="auto" data-note-text>
      {props.text.trim() ? props.text : <span class={styles.unsaid}>{outlineText.emptyNote}</span>}
    </p>
  )
}

function MoveButton(props: { note: NoteView }) {
  const outline = useOutline()
  return (
    <button
      type="button"
      class={SMALL}
      id={moveButtonId(props.note.id)}
      aria-label={words.moveNamed(startOf(props.note.text))}
      onClick={() => outline.show({ is: 'move-notes', ids: [props.note.id] })}
    >
      {words.move}
    </button>
  )
}

/** Lucide's ellipsis as it comes from a template, without the dozen computations of its component. */
function Dots() {
  return (
    <svg
      aria-hidden="true"
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <circle cx="12" cy="12" r="1" />
      <circle cx="19" cy="12" r="1" />
      <circle cx="5" cy="12" r="1" />
    </svg>
  )
}
