import type { TextPath } from './written-texts'

/** One change of this person, from the keystroke until the server says that it is on disk. */
type Pending = {
  /** Null for one that an earlier page made: its bytes lie in the offline copy only. */
  update: Uint8Array | null
  /** Typing in one text counts as one change, however many keys. */
  group: number
  /** Which of this connection's document messages carries it; null: not sent on this connection. */
  message: number | null
  texts: TextPath[]
}

/** What an earlier page left unsaved, as kept beside its offline copy. */
export type UnsavedMarker = { count: number; texts: TextPath[] }

/**
 * Counts what the server has not confirmed. Messages are numbered from 1 on each connection, as the server numbers them;
 * acknowledging one acknowledges all before it.
 */
export class UnsavedChanges {
  #pending: Pending[] = []
  #groups = 0
  #lastTyped: string | undefined

  get count(): number {
    return countOf(this.#pending)
  }

  /** Something is not on its way: made offline, or before the server asked. */
  get unsent(): boolean {
    return this.#pending.some((change) => change.message === null)
  }

  /** `typedIn`: the one text that was typed in, so that going on typing there is the same change. */
  add(change: { update: Uint8Array; texts: TextPath[]; typedIn: string | undefined }): void {
    const goesOn = change.typedIn !== undefined && change.typedIn === this.#lastTyped && this.#pending.length > 0
    if (!goesOn) this.#groups += 1
    this.#lastTyped = change.typedIn
    this.#pending.push({ update: change.update, texts: change.texts, group: this.#groups, message: null })
  }

  restore(marker: UnsavedMarker): void {
    const restored = Array.from({ length: marker.count }, (_, index): Pending => {
      this.#groups += 1
      return { update: null, group: this.#groups, message: null, texts: index === 0 ? marker.texts : [] }
    })
    this.#pending = [...restored, ...this.#pending]
  }

  /** What this page itself has made; what was restored is marked already, by the page that made it. */
  marker(): UnsavedMarker {
    const own = this.#pending.filter((change) => change.update !== null)
    return { count: countOf(own), texts: unique(own.flatMap((change) => change.texts)) }
  }

  /** The newest change went out by itself. */
  sentLatest(message: number): void {
    const latest = this.#pending.at(-1)
    if (latest) latest.message ??= message
  }

  /** Everything not yet under way went out in one message. */
  sentAll(message: number): void {
    for (const change of this.#pending) change.message ??= message
  }

  /** Changes whose bytes are at hand and that are not under way, oldest first; handing them out does not mark them. */
  unsentUpdates(): Uint8Array[] {
    return this.#pending.filter((change) => change.message === null).flatMap((change) => change.update ?? [])
  }

  /** The first `many` unsent changes went out together. */
  sentFirst(many: number, message: number): void {
    for (const change of this.#pending.filter((one) => one.message === null).slice(0, many)) change.message = message
  }

  acknowledged(message: number): void {
    this.#pending = this.#pending.filter((change) => change.message === null || change.message > message)
  }

  /** The connection is gone, and with it its numbering: what was not acknowledged has to go out again. */
  disconnected(): void {
    for (const change of this.#pending) change.message = null
  }

  /** Forgets everything that the server did not take, from a message on, and says which texts were written in it. */
  takeRefused(message: number): TextPath[] {
    const refused = this.#pending.filter((change) => change.message === null || change.message >= message)
    this.#pending = []
    return unique(refused.flatMap((change) => change.texts))
  }
}

function countOf(changes: readonly Pending[]): number {
  return new Set(changes.map((change) => change.group)).size
}

function unique(paths: TextPath[]): TextPath[] {
  return [...new Map(paths.map((path) => [path.join('/'), path])).values()]
}
