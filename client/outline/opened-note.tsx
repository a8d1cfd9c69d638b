import { createEffect, createMemo, on, onMount, Show } from 'solid-js'
import type { NoteView } from '../../shared/domain/canvas-view'
import type { Deed } from '../../shared/domain/deeds'
import { outlineText } from '../text/outline'
import { workshopText } from '../text/workshop'
import { Button } from '../ui/button'
import { announce } from '../ui/live-region'
import { setLocked } from './cluster-actions'
import { LostNote } from './lost-note'
import { deleteNote, duplicateNote, makeCluster, stepNote } from './note-actions'
import styles from './outline.module.css'
import { useOutline } from './outline-context'
import { isDeleted, oneStep, whereIs } from './places'

const words = outlineText.row

/** What an open note has beside its text: who else types in it is said, and what can be done with it stands under it. */
export function OpenedNote(props: { row: HTMLLIElement; note: NoteView; kept: boolean }) {
  const outline = useOutline()
  const isLost = createMemo(() => isDeleted(outline, props.note.id))
  announceTypist(() => outline.typistIn(props.note.id))
  onMount(() => queueMicrotask(() => props.row.scrollIntoView?.({ block: 'nearest' })))
  return (
    <Show when={isLost()} fallback={<Panel note={props.note} kept={props.kept} />}>
      <LostNote id={props.note.id} />
    </Show>
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
  const where = createMemo(() => whereIs(outline.canvas.reading(), props.note.id))
  const steps = (by: -1 | 1) => {
    const now = where()
    return may('move-note') && now && oneStep(now.notes, props.note.id, by) !== undefined
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
function announceTypist(name: () => string | undefined): void {
  createEffect(
    on(name, (now, before) => {
      if (now && now !== before) announce(words.alsoTyping(now), { kind: 'people' })
    }),
  )
}
