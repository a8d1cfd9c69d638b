import * as Y from 'yjs'

type Structs = (Y.Item | Y.GC)[]

/**
 * For every transaction Yjs notes down how far each author of the document has come, before and after it, and goes through
 * the list again to say what changed. A workshop has an author for each time somebody opened the page: with two hundred,
 * that costs five times what a small change does, and with two thousand fifty times. Here only the authors that write in a
 * transaction are noted down: the others stand afterwards where they stood before.
 *
 * Leans on two things inside Yjs 13: `getStateVector` walks over `store.clients` with `forEach`, and a transaction
 * keeps what was before in `beforeState`. light-transactions.fuzz.test.ts holds it against plain Yjs.
 */
export class LightTransactions {
  readonly #clients = new WatchedClients()
  #before: StateBefore | undefined

  constructor(private readonly doc: Y.Doc) {
    for (const [client, structs] of doc.store.clients) this.#clients.set(client, structs)
    doc.store.clients = this.#clients
  }

  /** One transaction for what comes from others, in which nobody may write but those named by `writes` beforehand. */
  transact(run: () => void, origin: unknown): void {
    const { doc } = this
    // The transaction looks at the document's own author when it ends.
    this.#clients.watched = new Set([doc.clientID])
    try {
      Y.transact(
        doc,
        (transaction) => {
          this.#before = new StateBefore(doc.store)
          transaction.beforeState = this.#before
          run()
        },
        origin,
        false,
      )
    } finally {
      this.#clients.watched = undefined
      this.#before = undefined
    }
  }

  /** Within `transact`: these are about to write. */
  writes(authors: Iterable<number>): void {
    for (const author of authors) {
      if (!this.#before || this.#before.has(author)) continue
      this.#before.set(author, Y.getState(this.doc.store, author))
      this.#clients.watched?.add(author)
    }
  }

  /** Also within `transact`: reads what has to see every author. */
  whole<T>(read: () => T): T {
    const { watched } = this.#clients
    this.#clients.watched = undefined
    try {
      return read()
    } finally {
      this.#clients.watched = watched
    }
  }
}

/** The structs of each author; while some are watched, a walk goes over those alone. */
class WatchedClients extends Map<number, Structs> {
  watched: Set<number> | undefined

  override forEach(visit: (structs: Structs, client: number, all: Map<number, Structs>) => void): void {
    if (!this.watched) {
      super.forEach(visit)
      return
    }
    for (const client of this.watched) {
      const structs = this.get(client)
      if (structs) visit(structs, client, this)
    }
  }
}

/** How far everybody had come before a transaction. Who has not written in it stands there still. */
class StateBefore extends Map<number, number> {
  readonly #store: Y.Doc['store']

  constructor(store: Y.Doc['store']) {
    super()
    this.#store = store
  }

  override get(client: number): number | undefined {
    return super.get(client) ?? (this.#store.clients.has(client) ? Y.getState(this.#store, client) : undefined)
  }
}
