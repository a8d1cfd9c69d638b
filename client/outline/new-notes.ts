import type { CanvasView, NoteView } from '../../shared/domain/canvas-view'
import type { MemberId, NoteId } from '../../shared/domain/ids'
import { outlineText } from '../text/outline'

/** Others' new notes are told of at most this often, ms. */
const EVERY_MS = 20_000
/** ... and not while one types. */
const TYPING_MS = 5_000

/**
 * Tells of notes that others add, gathered by section: many arrive at once in a busy step, and each by itself would drown
 * everything else a screen reader says.
 */
export class NewNotes {
  #known: Set<NoteId> | undefined
  #untold = new Map<string, number>()
  #toldAt = Number.NEGATIVE_INFINITY
  #typedAt = Number.NEGATIVE_INFINITY
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly me: () => MemberId,
    private readonly say: (text: string) => void,
    private readonly now: () => number = Date.now,
    /** Notes that were shown together: their reveal is told by itself. */
    private readonly isTold: (note: NoteView) => boolean = () => false,
  ) {}

  /** Called with every reading; the first one only sets what is known. */
  read(view: CanvasView): void {
    const known = this.#known
    const all = new Set<NoteId>()
    for (const section of view.sections) {
      for (const note of [section.notes, ...section.clusters.map((cluster) => cluster.notes)].flat()) {
        all.add(note.id)
        if (!known || known.has(note.id) || note.author === this.me() || this.isTold(note)) continue
        this.#untold.set(section.title, (this.#untold.get(section.title) ?? 0) + 1)
      }
    }
    this.#known = known ? new Set([...known, ...all]) : all
    if (this.#untold.size > 0) this.#tellWhenDue()
  }

  /** The person presses keys in a field. */
  typing(): void {
    this.#typedAt = this.now()
  }

  /** Another document was opened: nothing in it is new. */
  restart(): void {
    this.#known = undefined
    this.#untold.clear()
  }

  close(): void {
    clearTimeout(this.#timer)
  }

  #tellWhenDue(): void {
    clearTimeout(this.#timer)
    const due = Math.max(this.#toldAt + EVERY_MS, this.#typedAt + TYPING_MS) - this.now()
    if (due > 0) this.#timer = setTimeout(() => this.#tellWhenDue(), due)
    else this.#tell()
  }

  #tell(): void {
    this.#toldAt = this.now()
    for (const [section, count] of this.#untold) this.say(outlineText.newNotes(count, section))
    this.#untold.clear()
  }
}
