import type { Way } from './carry-places'

/** Something carried by keys. Everything is read afresh each time, as others go on meanwhile. */
export interface Load {
  readonly ids: readonly string[]
  /** How the keys carry it, in words. */
  readonly how: string
  /** Draws it where it would be dropped now. */
  show(): void
  /** Where that is, in words. */
  place(): string
  move(way: Way): void
  /** The one edit of it all; answers with what came of it, in words. */
  drop(): string
}
