import Ellipsis from 'lucide-solid/icons/ellipsis'
import { createEffect, createMemo, on, Show, useContext } from 'solid-js'
import type { NoteView } from '../../shared/domain/canvas-view'
import type { Deed } from '../../shared/domain/deeds'
import { outlineText } from '../text/outline'
import { workshopText } from '../text/workshop'
import { Button, IconButton } from '../ui/button'
import { classes } from '../ui/classes'
import { announce } from '../ui/live-region'
import { SideMark } from '../ui/mark'
import { setLocked } from './cluster-actions'
import { LockMark } from './lock-mark'
import { LostNote } from './lost-note'
import { deleteNote, duplicateNote, isDeleted, makeCluster, stepNote } from './note-actions'
import { NoteEditor } from './note-editor'
import styles from './outline.module.css'
import { KeptContext, moreButtonId, moveButtonId, noteId, useOutline } from './outline-context'
import { oneStep, startOf, whereIs } from './places'
import { SelectBox } from './select-box'

const words = outlineText.row

/** One note: its text first, then its side, then buttons named after it. Opened, it is edited in place. */
export function NoteRow(props: { note: NoteView }) {
  const outline = useOutline()
  const isOpen = createMemo(() => outline.opened()?.id === props.note.id)
  const typists = createMemo(() => outline.canvas.others().filter((person) => person.presence.typing === props.note.id))
  announceTypist(() => isOpen() && typists()[0]?.member.name)
  const keptAround = useContext(KeptContext)
  const kept = () => keptAround() || (props.note.locked === true && !outline.may('change-locked'))
  const mayType = () => outline.mayType(props.note) && !kept()
  const isLost = createMemo(() => isOpen() && isDeleted(outline, props.note.id))
  const toggle = () => outline.setOpened(isOpen() ? undefined : { id: props.note.id, typing: false })
  let row!: HTMLLIElement
  createEffect(() => {
    if (isOpen()) queueMicrotask(() => row.scrollIntoView?.({ block: 'nearest' }))
  })
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
      <Show
        when={isOpen() && mayType()}
        fallback={
          <p class={styles.text} dir="auto" data-note-text>
            <Show when={props.note.text.trim()} fallback={<span class={styles.unsaid}>{outlineText.emptyNote}</span>}>
              {props.note.text}
            </Show>
          </p>
        }
      >
        <NoteEditor note={props.note} />
      </Show>
      <Show when={outline.selection.isOn()}>
        <SelectBox note={props.note} />
      </Show>
      <SideMark class={styles.mark} side={props.note.side} label={outline.sideWords(props.note.side)} labelHidden />
      <div class={styles.buttons}>
        <Show when={outline.may('move-note') && !kept() && !isOpen()}>
          <Button
            small
            id={moveButtonId(props.note.id)}
            aria-label={words.moveNamed(startOf(props.note.text))}
            onClick={() => outline.show({ is: 'move-notes', ids: [props.note.id] })}
          >
            {words.move}
          </Button>
        </Show>
        <IconButton
          small
          class={styles.moreButton}
          id={moreButtonId(props.note.id)}
          label={words.moreNamed(startOf(props.note.text))}
          aria-expanded={isOpen()}
          onClick={toggle}
        >
          <Ellipsis aria-hidden="true" />
        </IconButton>
      </div>
      <Show when={props.note.locked}>
        <LockMark />
      </Show>
      <Show when={isOpen()}>
        <Show when={isLost()} fallback={<Panel note={props.note} kept={kept()} />}>
          <LostNote id={props.note.id} />
        </Show>
      </Show>
      <Show when={typists()[0]}>{(typist) => <p class={styles.typing}>{words.typing(typist().member.name)}</p>}</Show>
    </li>
  )
}

/** Who wrote it, and what can be done with it. */
function Panel(props: { note: NoteView; kept: boolean }) {
  const outline = useOutline()
  const may = (deed: Deed) => outline.may(deed) && !props.kept
  const by = () => {
    const { author } = props.note
    if (author === null) return ''
    if (author === outline.workshop.me().id) return words.byYou
    const member = outline.workshop.member(author)
    if (!member) return words.by(workshopText.somebody)
    return words.by([member.name, member.organisation].filter((part) => part !== '').join(', '))
  }
  const steps = (by: -1 | 1) => {
    const where = whereIs(outline.canvas.view, props.note.id)
    return may('move-note') && where && oneStep(where.notes, props.note.id, by) !== undefined
  }
  const isOwn = () => props.note.author === outline.workshop.me().id
  const mayDelete = () => may('delete-note') || (isOwn() && may('delete-own-note'))
  const id = () => props.note.id
  return (
    <div class={styles.panel}>
      <p class={styles.by}>
        <Show when={by()}>{by()} · </Show>
        {outline.sideWords(props.note.side)}
      </p>
      <Show when={props.kept}>
        <p class={styles.by}>{outlineText.lock.kept}</p>
      </Show>
      <Show when={may('move-note') || mayDelete()}>
        <div class={styles.acts}>
          <Show when={may('move-note')}>
            <Button small onClick={() => outline.show({ is: 'move-notes', ids: [id()] })}>
              {words.move}
            </Button>
          </Show>
          <Show when={steps(-1)}>
            <Button small onClick={() => stepNote(outline, id(), -1)}>
              {words.up}
            </Button>
          </Show>
          <Show when={steps(1)}>
            <Button small onClick={() => stepNote(outline, id(), 1)}>
              {words.down}
            </Button>
          </Show>
          <Show when={may('add-note') && !outline.isPrivate()}>
            <Button small onClick={() => duplicateNote(outline, id())}>
              {words.duplicate}
            </Button>
          </Show>
          <Show when={may('arrange')}>
            <Button small onClick={() => makeCluster(outline, id(), 'barrier')}>
              {words.makeBarrier}
            </Button>
            <Button small onClick={() => makeCluster(outline, id(), 'proposal')}>
              {words.makeProposal}
            </Button>
          </Show>
          <Show when={may('lock-items')}>
            <Button small onClick={() => setLocked(outline, [{ is: 'note', id: id() }], !props.note.locked)}>
              {props.note.locked ? outlineText.lock.unlock : outlineText.lock.lock}
            </Button>
          </Show>
          <Show when={mayDelete()}>
            <Button small kind="danger" onClick={() => deleteNote(outline, id())}>
              {words.delete}
            </Button>
          </Show>
        </div>
        <Show when={!mayDelete()}>
          <p class={styles.by}>{words.onlyAuthor}</p>
        </Show>
      </Show>
    </div>
  )
}

/** Said once for each person who joins in while the note is open. */
function announceTypist(name: () => string | false | undefined): void {
  createEffect(
    on(name, (now, before) => {
      if (now && now !== before) announce(words.alsoTyping(now), { kind: 'people' })
    }),
  )
}
