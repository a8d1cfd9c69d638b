import * as Y from 'yjs'
import { touchesOf, type UpdateReading } from '../../shared/document/touches'
import type { Clock } from './clock'
import { LightTransactions } from './light-transactions'
import type { StoredDocument, UpdateLog } from './ports'

/** Bytes of log applied in one turn of the event loop. */
const SLICE_BYTES = 256 * 1024
const SLICE_UPDATES = 1_000
/** A full state larger than this takes more than a turn to apply. */
const CUT_FROM_BYTES = 128 * 1024

/** Marks changes that come from the log: they are stored already. */
export const FROM_LOG = Symbol('from the log')

/** A Y.Doc that never keeps what it cannot use: no gaps, and nothing that cannot be read back. */
export class LiveDocument {
  readonly doc = new Y.Doc()
  readonly #transactions = new LightTransactions(this.doc)

  /**
   * Applies snapshot and tail, in slices that let others have a turn. Not by merging updates first: `Y.mergeUpdates`
   * takes time that grows with the square of their number.
   */
  static async load(
    stored: StoredDocument | undefined,
    { log, clock }: { log: Pick<UpdateLog, 'cut'>; clock: Clock },
  ): Promise<LiveDocument> {
    const live = new LiveDocument()
    if (!stored) return live
    if (stored.snapshot) {
      // Building takes long, and whoever waits with nothing can be answered from the stored bytes before it begins.
      await clock.breathe()
      const { state } = stored.snapshot
      for (const piece of state.length > CUT_FROM_BYTES ? await log.cut(state) : [state]) {
        Y.applyUpdate(live.doc, piece, FROM_LOG)
        if (piece !== state) await clock.breathe()
      }
      if (stored.tail.length > 0) await clock.breathe()
    }
    let from = 0
    while (from < stored.tail.length) {
      const slice = sliceOf(stored.tail, from)
      live.doc.transact(() => {
        for (const { update } of slice) Y.applyUpdate(live.doc, update, FROM_LOG)
      }, FROM_LOG)
      from += slice.length
      if (from < stored.tail.length) await clock.breathe()
    }
    live.takePending()
    return live
  }

  /** The same content in a new Y.Doc, with a client id of its own. */
  copy(): LiveDocument {
    const copy = new LiveDocument()
    Y.applyUpdate(copy.doc, this.state(), FROM_LOG)
    return copy
  }

  /** What an update would do. Throws UpdateNotValid; nothing is applied. */
  read(update: Uint8Array): UpdateReading {
    return touchesOf(this.doc, update)
  }

  /** Applies an update that the server made itself, or that comes from the log. */
  apply(update: Uint8Array, origin: unknown): void {
    Y.applyUpdate(this.doc, update, origin)
    this.takePending()
  }

  /**
   * Runs what takes several updates in as one change, and answers that change as others need it; undefined when nothing
   * changed. If this throws, the document is not to be used any more.
   */
  together(run: () => void, origin: unknown): Uint8Array | undefined {
    return this.#recording(() => this.#transactions.transact(run, origin))
  }

  /**
   * Within `together`: applies an update with new things by these authors. Answers the parts that wait for missing ones,
   * which the document does not keep.
   */
  take(update: Uint8Array, authors: Iterable<number>): Uint8Array[] {
    this.#transactions.writes(authors)
    Y.applyUpdate(this.doc, update)
    return this.takePending()
  }

  /** Left in, they would go out to everybody: `encodeStateAsUpdate` passes gaps on. */
  takePending(): Uint8Array[] {
    const { store } = this.doc
    const pending = [store.pendingStructs?.update, store.pendingDs].filter((bytes) => bytes instanceof Uint8Array)
    store.pendingStructs = null
    store.pendingDs = null
    return pending.map((bytes) => Y.convertUpdateFormatV2ToV1(bytes))
  }

  /** Runs an edit and answers the update it makes; undefined when it changed nothing. */
  edit(change: (doc: Y.Doc) => void, origin: unknown): Uint8Array | undefined {
    return this.#recording(() => this.doc.transact(() => change(this.doc), origin))
  }

  #recording(run: () => void): Uint8Array | undefined {
    const made: Uint8Array[] = []
    const record = (update: Uint8Array) => made.push(update)
    this.doc.on('update', record)
    try {
      run()
    } finally {
      this.doc.off('update', record)
    }
    return made.length > 1 ? Y.mergeUpdates(made) : made[0]
  }

  state(): Uint8Array {
    return this.#transactions.whole(() => Y.encodeStateAsUpdate(this.doc))
  }

  stateVector(): Uint8Array {
    return this.#transactions.whole(() => Y.encodeStateVector(this.doc))
  }

  /** What somebody lacks who has this state vector. Throws when it cannot be read. */
  since(stateVector: Uint8Array): Uint8Array {
    return this.#transactions.whole(() => Y.encodeStateAsUpdate(this.doc, stateVector))
  }
}

function sliceOf(tail: StoredDocument['tail'], from: number): StoredDocument['tail'] {
  let bytes = 0
  let end = from
  while (end < tail.length && end - from < SLICE_UPDATES && bytes < SLICE_BYTES) {
    bytes += tail[end]?.update.length ?? 0
    end += 1
  }
  return tail.slice(from, end)
}
