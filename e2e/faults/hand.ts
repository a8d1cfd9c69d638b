import type * as Y from 'yjs'
import { addNote, deleteNotes, moveNotes, noteText } from '../../shared/document/edits'
import { TYPING } from '../../shared/document/roots'
import type { NoteId, SectionId } from '../../shared/domain/ids'
import type { NoteSpot } from '../../shared/domain/spot'
import { pick } from '../../shared/testing/random'
import type { Scribe } from './scribe'

const NOTES_TO_BEGIN_WITH = 3

/** What people do to a canvas, one edit and one document message at a time: write notes, type in them, move and bin them. */
export class Hand {
  readonly #document: Y.Doc
  readonly #sections: SectionId[]
  #notes: NoteId[] = []
  #made = 0

  constructor(
    private readonly scribe: Scribe,
    private readonly random: () => number,
  ) {
    this.#document = scribe.document
    this.#sections = [...this.#document.getMap('sections').keys()] as SectionId[]
    if (this.#sections.length === 0) throw new Error('the canvas has no sections')
  }

  edit(): void {
    const note = pick(this.random, this.#notes)
    const what = this.random()
    if (note === undefined || this.#notes.length < NOTES_TO_BEGIN_WITH || what < 0.1) this.#add()
    else if (what < 0.65) this.#type(note)
    else if (what < 0.95) this.#move(note)
    else this.#bin(note)
  }

  #add(): void {
    const { member, side, name } = this.scribe.seat
    this.#made += 1
    const { id } = addNote(this.#document, {
      text: `${name} ${this.#made}`,
      spot: this.#somewhere(),
      author: { member, side, now: this.#made },
    })
    this.#notes.push(id)
  }

  #type(note: NoteId): void {
    const text = noteText(this.#document, note)
    this.#document.transact(() => text?.insert(text.length, pick(this.random, LETTERS) ?? ' '), TYPING)
  }

  #move(note: NoteId): void {
    moveNotes(this.#document, [note], this.#somewhere())
  }

  #bin(note: NoteId): void {
    deleteNotes(this.#document, [note], this.#made)
    this.#notes = this.#notes.filter((one) => one !== note)
  }

  /** Now at the end of a section's list, now freely on the canvas. */
  #somewhere(): NoteSpot {
    const section = this.random() < 0.5 ? pick(this.random, this.#sections) : undefined
    if (section) return { in: section, after: null, before: null }
    return { in: null, x: Math.floor(this.random() * 4_000), y: Math.floor(this.random() * 3_000) }
  }
}

const LETTERS = [...'etaoin shrdlu']
