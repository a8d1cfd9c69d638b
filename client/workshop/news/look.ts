import type { CanvasView } from '../../../shared/domain/canvas-view'
import type { MemberId } from '../../../shared/domain/ids'
import { type ChangedItems, changedBetween, differs, EMPTY, type Item } from './changed-items'

/** A canvas as somebody looked at it last: every item by its id. */
export type Sight = Map<string, Item>

export function sightOf(view: CanvasView): Sight {
  const sight: Sight = new Map()
  for (const [id, { after }] of changedBetween(EMPTY, view)) if (after) sight.set(id, after)
  return sight
}

/**
 * What others have done since this person looked. Follows reading after reading: what they do themselves goes into what
 * they have seen, and of what others do only the ids are kept that differ from it, so a change that was taken back is
 * none. A step costs what it changed.
 */
export class Look {
  #seen: Sight
  #differing = new Set<string>()
  #last: CanvasView

  /** `seen`: from an earlier visit; whoever comes for the first time has seen everything. `replaced`: a document put in the place of another: what is missing in it was not taken, and nobody deleted it. */
  constructor(
    view: CanvasView,
    private readonly options: { me: () => MemberId; seen?: Sight; replaced?: boolean },
  ) {
    this.#last = view
    this.#seen = options.seen ?? sightOf(view)
    if (options.seen) this.#compareAll(view)
  }

  get seen(): Sight {
    return this.#seen
  }

  get differing(): ReadonlySet<string> {
    return this.#differing
  }

  get last(): CanvasView {
    return this.#last
  }

  /** A new reading. `mine`: this person brought it about. What changed since the last one. */
  read(view: CanvasView, mine: boolean): ChangedItems {
    const changed = changedBetween(this.#last, view)
    this.#last = view
    for (const [id, { after }] of changed) {
      if (mine || this.#isOwnNew(id, after)) this.#see(id, after)
      this.#compare(id, after)
    }
    return changed
  }

  /** This person looks now. Called whenever they have read it: what came meanwhile is still new. */
  marker(): () => void {
    const seen = sightOf(this.#last)
    return () => {
      this.#seen = seen
      this.#differing.clear()
      this.#compareAll(this.#last)
    }
  }

  #compareAll(view: CanvasView): void {
    const now = sightOf(view)
    for (const id of [...this.#seen.keys()]) {
      const item = now.get(id)
      if (!item && this.options.replaced && !isBinned(view, id)) this.#seen.delete(id)
      else this.#compare(id, item)
    }
    for (const [id, item] of now) {
      if (this.#seen.has(id)) continue
      if (this.#isOwnNew(id, item)) this.#see(id, item)
      else this.#compare(id, item)
    }
  }

  #see(id: string, item: Item | undefined): void {
    if (item) this.#seen.set(id, item)
    else this.#seen.delete(id)
  }

  #compare(id: string, now: Item | undefined): void {
    const seen = this.#seen.get(id)
    // a note that is nowhere, not even in the bin, was erased or never taken: nobody on this canvas did that
    const isErased = !now && (seen?.is === 'note' || seen?.is === 'drawing') && !isBinned(this.#last, id)
    if (!isErased && differs(seen, now)) this.#differing.add(id)
    else this.#differing.delete(id)
  }

  /** Written by this person in another window, offline, or privately before the notes were shown. */
  #isOwnNew(id: string, item: Item | undefined): boolean {
    if (item?.is !== 'note' && item?.is !== 'drawing') return false
    return !this.#seen.has(id) && item.author === this.options.me()
  }
}

function isBinned(view: CanvasView, id: string): boolean {
  return view.bin.some((item) => item.id === id)
}
