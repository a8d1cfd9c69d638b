import { newsText } from '../../text/news'

/** No note is told of while one types, nor so long after it, ms. */
const TYPING_MS = 5_000

/**
 * Tells of notes that others add, gathered by section: many arrive at once in a busy step, and each by itself would drown
 * everything else a screen reader says.
 */
export class NewNotes {
  #untold = new Map<string, number>()
  #toldAt = Number.NEGATIVE_INFINITY
  #typedAt = Number.NEGATIVE_INFINITY
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly say: (text: string) => void,
    /** At most so often, ms; undefined: not at all. Asked each time, since people change their minds. */
    private readonly every: () => number | undefined,
    private readonly now: () => number = Date.now,
  ) {}

  /** Others have added notes at one go: the section of each. */
  added(sections: readonly string[]): void {
    for (const section of sections) this.#untold.set(section, (this.#untold.get(section) ?? 0) + 1)
    if (sections.length > 0) this.#tellWhenDue()
  }

  /** The person presses keys in a field. */
  typing(): void {
    this.#typedAt = this.now()
  }

  close(): void {
    clearTimeout(this.#timer)
  }

  #tellWhenDue(): void {
    clearTimeout(this.#timer)
    const every = this.every()
    if (every === undefined) {
      this.#untold.clear()
      return
    }
    const due = Math.max(this.#toldAt + every, this.#typedAt + TYPING_MS) - this.now()
    if (due > 0) this.#timer = setTimeout(() => this.#tellWhenDue(), due)
    else this.#tell()
  }

  #tell(): void {
    this.#toldAt = this.now()
    for (const [section, count] of this.#untold) this.say(newsText.notesAdded(count, section))
    this.#untold.clear()
  }
}
