import Pencil from 'lucide-solid/icons/pencil'
import Trash from 'lucide-solid/icons/trash'
import { createEffect, For, onCleanup, onMount, Show } from 'solid-js'
import type { Draft } from '../../../shared/document/drafts'
import type { SectionId } from '../../../shared/domain/ids'
import { LIMITS } from '../../../shared/protocol/limits'
import { privateText } from '../../text/private-writing'
import { IconButton } from '../../ui/button'
import { announce } from '../../ui/live-region'
import { Menu, MenuItem } from '../../ui/menu'
import { showToast } from '../../ui/toast'
import { followNote } from '../follow-text'
import { focusBeside } from '../put-back'
import { WritingField } from '../writing-field'
import { usePrivateNotes } from './private-notes'
import styles from './private-notes.module.css'

const words = privateText.row

export type SectionChoice = { id: SectionId; title: string }

/** One of one's own private notes: pressed it is written in where it stands, as any note. */
export function PrivateRow(props: { draft: Draft; sections: readonly SectionChoice[] }) {
  const mine = usePrivateNotes()
  const isOpen = () => mine.opened() === props.draft.id
  const start = () => startOf(props.draft.text)
  const remove = (button: HTMLElement) => {
    const { id } = props.draft
    const goOn = focusBeside(button)
    mine.delete(id)
    goOn()
    showToast({ text: words.deleted, action: { label: words.undo, run: () => mine.putBack(id) } })
  }
  const move = (section: SectionChoice) => {
    mine.move(props.draft.id, section.id)
    announce(words.moved(section.title))
  }
  const pressed = () => {
    if (document.getSelection()?.toString() === '') mine.open(props.draft.id)
  }
  return (
    <li class={styles.row} data-private-note={props.draft.id}>
      <Show
        when={isOpen()}
        fallback={
          // biome-ignore lint/a11y/useKeyWithClickEvents: the button beside it does the same by keyboard
          <p class={styles.text} dir="auto" onClick={pressed}>
            {props.draft.text.trim() || <span class={styles.unsaid}>{words.empty}</span>}
          </p>
        }
      >
        <PrivateEditor draft={props.draft} />
      </Show>
      <div class={styles.buttons}>
        <Show when={!isOpen()}>
          <IconButton
            small
            id={`private-${props.draft.id}-edit`}
            label={words.editNamed(start())}
            title={words.edit}
            onClick={() => mine.open(props.draft.id)}
          >
            <Pencil aria-hidden="true" />
          </IconButton>
        </Show>
        <Show when={props.sections.length > 1 && !isOpen()}>
          <Menu small plain kind="quiet" placement="bottom-end" label={words.move} name={words.moveNamed(start())}>
            <For each={props.sections.filter(({ id }) => id !== props.draft.place.in)}>
              {(section) => <MenuItem onSelect={() => move(section)}>{section.title}</MenuItem>}
            </For>
          </Menu>
        </Show>
        <IconButton
          small
          label={words.deleteNamed(start())}
          title={words.delete}
          onClick={(event) => remove(event.currentTarget)}
        >
          <Trash aria-hidden="true" />
        </IconButton>
      </div>
    </li>
  )
}

/** Stays as long as it has focus, also when all notes are shown meanwhile: nobody's caret is taken from them. */
function PrivateEditor(props: { draft: Draft }) {
  const mine = usePrivateNotes()
  // read once: the row may be taken away before this is
  const { id } = props.draft
  let area!: HTMLTextAreaElement
  const tooLong = followNote(
    () => area,
    () => mine.text(id),
  )
  onMount(() => {
    area.focus()
    area.setSelectionRange(area.value.length, area.value.length)
  })
  onCleanup(() => {
    // a note that was left without words is nobody's note
    if (mine.text(id)?.toString().trim() === '') mine.delete(id)
  })
  const close = () => {
    if (mine.opened() === id) mine.open(undefined)
  }
  const end = () => {
    close()
    document.getElementById(`private-${id}-edit`)?.focus()
  }
  createEffect(() => {
    if (props.draft.revealed) announce(privateText.shownSince)
  })
  return (
    <div class={styles.editor}>
      <WritingField
        ref={area}
        aria-label={words.field}
        error={tooLong() ? words.tooLong(LIMITS.note) : undefined}
        onBlur={() => document.hasFocus() && close()}
        onEnter={end}
        onEscape={end}
      />
      <Show when={props.draft.revealed}>
        <p class={styles.quiet}>{privateText.shownSince}</p>
      </Show>
    </div>
  )
}

/** The first words of a note, to name its buttons. */
function startOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line === '') return words.empty
  return line.length <= 32 ? line : `${line.slice(0, 32).replace(/\s\S*$/, '')}…`
}
