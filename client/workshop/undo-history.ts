import * as Y from 'yjs'
import { type Edit, type Overtaken, revert } from '../../shared/document/change'
import { TYPING } from '../../shared/document/roots'
import { pathOf, type TextPath, textAt } from '../connection/written-texts'
import { spliceBetween } from './text-alignment'

/** One step of a person's own work on one canvas. Typing in one text is one step until something else is done. */
export type UndoEntry = { is: 'edit'; edit: Edit } | { is: 'typing'; path: TextPath; before: string; after: string }

/** What somebody else did meanwhile, so that the step stays as it is. `by`: their Yjs client id, if known. */
export type NotUndone = { what: 'moved' | 'wrote' | 'changed'; by: number | undefined }

export type UndoOutcome = { is: 'done'; entry: UndoEntry } | ({ is: 'overtaken' } & NotUndone) | { is: 'nothing' }

const MOST_STEPS = 200

/**
 * A person's own steps, for board and list [TRAPS 8]. A step is taken back only as a whole and only while everything is
 * as it left it; otherwise it is dropped and the person told, and no other step is taken back in its stead. Belongs to
 * one document and is thrown away with it.
 */
export class UndoSteps {
  #done: UndoEntry[] = []
  #undone: UndoEntry[] = []
  /** The step that typing still adds to. */
  #typing: { text: Y.Text; entry: Extract<UndoEntry, { is: 'typing' }> } | undefined

  constructor(
    private readonly document: Y.Doc,
    private readonly changed: () => void,
  ) {
    document.on('afterTransaction', this.#follow)
  }

  get next(): UndoEntry | undefined {
    return this.#done.findLast(changesSomething)
  }

  get nextRedo(): UndoEntry | undefined {
    return this.#undone.at(-1)
  }

  /** Notes down an edit that was just made. */
  record(edit: Edit): void {
    if (edit.changes.length === 0) return
    this.#typing = undefined
    this.#push({ is: 'edit', edit })
  }

  undo(): UndoOutcome {
    this.#typing = undefined
    return this.#step(this.#done, this.#undone)
  }

  redo(): UndoOutcome {
    this.#typing = undefined
    return this.#step(this.#undone, this.#done)
  }

  close(): void {
    this.document.off('afterTransaction', this.#follow)
    this.#done = []
    this.#undone = []
  }

  #push(entry: UndoEntry): void {
    this.#done = [...this.#done.slice(1 - MOST_STEPS), entry]
    this.#undone = []
    this.changed()
  }

  #step(from: UndoEntry[], onto: UndoEntry[]): UndoOutcome {
    let entry = from.pop()
    while (entry && !changesSomething(entry)) entry = from.pop()
    if (!entry) return { is: 'nothing' }
    const outcome = entry.is === 'edit' ? this.#revertEdit(entry.edit) : this.#revertTyping(entry)
    if (outcome.is === 'done') onto.push(outcome.entry)
    this.changed()
    return outcome.is === 'done' ? { is: 'done', entry } : outcome
  }

  #revertEdit(edit: Edit): UndoOutcome {
    const back = revert(this.document, edit)
    if (back.ok) return { is: 'done', entry: { is: 'edit', edit: back.value } }
    return { is: 'overtaken', what: whatHappened(back.overtaken), by: back.overtaken?.by }
  }

  #revertTyping({ path, before, after }: Extract<UndoEntry, { is: 'typing' }>): UndoOutcome {
    const text = textAt(this.document, path)
    if (text?.toString() !== after) return { is: 'overtaken', what: 'wrote', by: text && otherWriter(text) }
    const { at, remove, insert } = spliceBetween(after, before, before.length)
    this.document.transact(() => {
      text.delete(at, remove)
      text.insert(at, insert)
    }, this)
    return { is: 'done', entry: { is: 'typing', path, before: after, after: before } }
  }

  #follow = (transaction: Y.Transaction): void => {
    if (transaction.origin === this) return
    const open = this.#typing
    const byMe = transaction.origin === TYPING || transaction.origin instanceof Y.UndoManager
    if (!transaction.local || !byMe) {
      // Somebody else's words in the text: what is typed after them is another step.
      const typingIn: unknown = open?.text
      if ([...transaction.changed.keys()].some((type) => type === typingIn)) this.#typing = undefined
      return
    }
    const [text, ...others] = transaction.changed.keys()
    if (text instanceof Y.Text && others.length === 0) this.#typed(text, transaction)
  }

  #typed(text: Y.Text, transaction: Y.Transaction): void {
    if (this.#typing?.text !== text) {
      const path = pathOf(text)
      if (!path) return
      const entry = { is: 'typing' as const, path, before: textBefore(text, transaction), after: '' }
      this.#typing = { text, entry }
      this.#push(entry)
    }
    this.#typing.entry.after = text.toString()
    this.changed()
  }
}

function changesSomething(entry: UndoEntry): boolean {
  return entry.is === 'edit' || entry.before !== entry.after
}

function whatHappened(overtaken: Overtaken | undefined): NotUndone['what'] {
  if (overtaken?.key === 'place') return 'moved'
  return overtaken?.key === 'text' ? 'wrote' : 'changed'
}

/** The text as it was before a transaction: its deleted words are still there until Yjs has cleaned up. */
function textBefore(text: Y.Text, transaction: Y.Transaction): string {
  let words = ''
  for (let item = text._start; item; item = item.right) {
    const isNew = item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0)
    const wasGone = item.deleted && !Y.isDeleted(transaction.deleteSet, item.id)
    if (!isNew && !wasGone && item.content instanceof Y.ContentString) words += item.content.str
  }
  return words
}

/** The one other person in a text; undefined when there are several, or none any more. */
function otherWriter(text: Y.Text): number | undefined {
  const writers = new Set<number>()
  for (let item = text._start; item; item = item.right) {
    if (!item.deleted && item.id.client !== text.doc?.clientID) writers.add(item.id.client)
  }
  const [only, ...others] = writers
  return others.length === 0 ? only : undefined
}
