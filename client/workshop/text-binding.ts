import * as Y from 'yjs'
import { TYPING } from '../../shared/document/roots'
import {
  type Alignment,
  afterOthers,
  afterOwnSplice,
  align,
  alignWithSuccessor,
  positionIn,
  positionShown,
  spliceBetween,
  splicesOfShared,
  type TextDelta,
} from './text-alignment'

export type TextFieldElement = HTMLTextAreaElement | HTMLInputElement

export type TextBindingOptions = {
  /** After every change by this person in this field. */
  onTyping?: () => void
  /** After every change of what the field shows, whoever made it: for growing with the text. */
  onShown?: () => void
  /** Characters that fit. More is refused as a whole, never cut. */
  maxLength?: number
  /** Something did not fit; `words` is what was not put in. A paste stays in the clipboard. */
  onTooLong?: (words: string) => void
}

/** Keys within this time are one step of the field's own undo, ms. */
const UNDO_STEP_MS = 400

/**
 * Binds a text field to a shared text, for board and list alike [TRAPS 27]. Typing goes to the shared text as the
 * smallest change; what others write appears at once with caret and selection kept, but never while a composition (phone
 * keyboards, accents, other scripts) is under way: then it waits and is merged when the composition ends. Returns how to
 * unbind.
 */
export function bindText(field: TextFieldElement, text: Y.Text, options: TextBindingOptions = {}): () => void {
  const binding = new TextBinding(field, text, options)
  return () => binding.close()
}

class TextBinding {
  /** The field's value as last agreed with `alignment`. */
  #shown = ''
  #alignment: Alignment = []
  #composing = false
  #beforeComposition = ''
  #applying = false
  readonly #undo: Y.UndoManager
  readonly #listening = new AbortController()

  constructor(
    private readonly field: TextFieldElement,
    private readonly text: Y.Text,
    private readonly options: TextBindingOptions,
  ) {
    this.#undo = new Y.UndoManager(text, { trackedOrigins: new Set([TYPING]), captureTimeout: UNDO_STEP_MS })
    // The field may show the text of a document that was replaced: the caret stays at its words.
    this.#shown = field.value
    this.#alignment = alignWithSuccessor(field.value, text.toString())
    this.#show()
    text.observe(this.#textChanged)
    this.#listen('beforeinput', (event) => this.#beforeInput(event as InputEvent))
    this.#listen('input', () => this.#read())
    this.#listen('paste', (event) => this.#paste(event as ClipboardEvent))
    this.#listen('keydown', (event) => this.#keyDown(event as KeyboardEvent))
    this.#listen('compositionstart', () => {
      this.#read()
      this.#composing = true
      this.#beforeComposition = this.#shown
    })
    this.#listen('compositionend', () => this.#endComposition())
    // A composition that lost its field never ends.
    this.#listen('blur', () => this.#endComposition())
  }

  close(): void {
    if (this.#listening.signal.aborted) return
    if (this.#composing) this.#read()
    this.#listening.abort()
    this.text.unobserve(this.#textChanged)
    this.#undo.destroy()
  }

  #listen(type: string, listener: (event: Event) => void): void {
    this.field.addEventListener(type, listener, { signal: this.#listening.signal })
  }

  #textChanged = (event: Y.YTextEvent): void => {
    if (this.#applying) return
    this.#alignment = afterOthers(this.#alignment, event.delta as TextDelta)
    if (!this.#composing) this.#show()
  }

  /** Puts the shared text into the field, caret and selection staying at the words they were at. */
  #show(): void {
    const { field } = this
    const words = this.text.toString()
    if (field.value === words && this.#shown === words) {
      this.#alignment = align(words, words)
      return
    }
    const { selectionStart, selectionEnd, selectionDirection } = field
    const start = positionIn(this.#alignment, selectionStart ?? 0)
    const end = positionIn(this.#alignment, selectionEnd ?? 0)
    const top = field.scrollTop
    field.value = words
    this.#shown = field.value
    this.#alignment = align(this.#shown, words)
    // Only where the caret is seen: some browsers move focus to a field whose selection is set.
    if (field.ownerDocument.activeElement === field) {
      const [from, to] = [start, end].map((index) => positionShown(this.#alignment, index))
      field.setSelectionRange(from ?? 0, to ?? 0, selectionDirection ?? 'none')
      field.scrollTop = top
    }
    this.options.onShown?.()
  }

  /** Carries what happened in the field over to the shared text. */
  #read(): void {
    const now = this.field.value
    if (now === this.#shown) return
    const splice = spliceBetween(this.#shown, now, this.field.selectionEnd ?? now.length)
    const { deletions, insertAt } = splicesOfShared(this.#alignment, splice)
    this.#applying = true
    this.text.doc?.transact(() => {
      // Words first: they go in beside what is replaced, so that somebody else's go on being where they were.
      if (splice.insert !== '') this.text.insert(insertAt, splice.insert)
      for (const { at, length } of deletions) this.text.delete(at >= insertAt ? at + splice.insert.length : at, length)
    }, TYPING)
    this.#applying = false
    this.#alignment = afterOwnSplice(this.#alignment, splice)
    this.#shown = now
    this.options.onTyping?.()
    this.options.onShown?.()
  }

  #endComposition(): void {
    if (!this.#composing) return
    this.#read()
    this.#composing = false
    if (this.text.length > (this.options.maxLength ?? Number.POSITIVE_INFINITY)) this.#takeBackComposition()
    this.#show()
  }

  /** A composition cannot be refused before it happens, so what does not fit is taken back as a whole. */
  #takeBackComposition(): void {
    const { insert } = spliceBetween(this.#beforeComposition, this.#shown, this.#shown.length)
    if (this.#shown.length <= this.#beforeComposition.length) return
    this.field.value = this.#beforeComposition
    this.#read()
    this.options.onTooLong?.(insert)
  }

  #beforeInput(event: InputEvent): void {
    if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') {
      event.preventDefault()
      this.#history(event.inputType)
      return
    }
    const words = event.data ?? event.dataTransfer?.getData('text/plain') ?? lineBreakOf(event)
    if (event.cancelable && words && !this.#fits(words)) this.#refuse(event, words)
  }

  #paste(event: ClipboardEvent): void {
    const words = event.clipboardData?.getData('text/plain') ?? ''
    if (!event.defaultPrevented && !this.#fits(words)) this.#refuse(event, words)
  }

  #refuse(event: Event, words: string): void {
    event.preventDefault()
    this.options.onTooLong?.(words)
  }

  #fits(words: string): boolean {
    const { maxLength } = this.options
    if (maxLength === undefined) return true
    const { selectionStart, selectionEnd } = this.field
    const replaced = (selectionEnd ?? 0) - (selectionStart ?? 0)
    return this.text.length - replaced + words.length <= maxLength
  }

  /** A browser with no history of its own sends no `beforeinput` for these keys. */
  #keyDown(event: KeyboardEvent): void {
    const change = event.isComposing ? undefined : historyKey(event)
    if (!change) return
    event.preventDefault()
    event.stopPropagation()
    this.#history(change)
  }

  #history(change: HistoryKey): void {
    this.#endComposition()
    if (change === 'historyUndo') this.#undo.undo()
    else this.#undo.redo()
    this.options.onTyping?.()
  }
}

function lineBreakOf(event: InputEvent): string {
  return event.inputType === 'insertLineBreak' || event.inputType === 'insertParagraph' ? '\n' : ''
}

export type HistoryKey = 'historyUndo' | 'historyRedo'

/** Ctrl+Z, Ctrl+Shift+Z, Ctrl+Y, and with the command key. */
export function historyKey(event: KeyboardEvent): HistoryKey | undefined {
  if (event.altKey || !(event.ctrlKey || event.metaKey)) return undefined
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'historyRedo' : 'historyUndo'
  return key === 'y' && !event.shiftKey ? 'historyRedo' : undefined
}

/** Enter that means "done": without Shift, and not the one that ends a composition. */
export function isPlainEnter(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229
}
