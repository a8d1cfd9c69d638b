import type * as Y from 'yjs'
import { EMPTY_UPDATE } from './join-cache'
import { FROM_LOG, type LiveDocument } from './live-document'
import type { Rows } from './ports'
import { type SaveQueue, SavingLost } from './save-queue'

const SERVER = Symbol('written by the server')

export type Edit = (doc: Y.Doc) => void

type Parts = {
  live: () => LiveDocument
  saving: SaveQueue
  publish: (update: Uint8Array, position: number) => void
  isBroken: () => boolean
}

/** What the server itself writes into a document, one after another. */
export class ServerWrites {
  /** Where a change is prepared until it is stored; only rooms that the server alone writes have one. */
  #draft: LiveDocument | undefined
  #turns: Promise<unknown> = Promise.resolve()

  constructor(private readonly parts: Parts) {}

  /** From now on nothing is seen before it is stored, and what fails leaves no trace. */
  storeFirst(): void {
    this.#draft = this.parts.live().copy()
  }

  write(edit: Edit, rows: Rows | undefined, beforeSeen: (() => Promise<void>) | undefined): Promise<void> {
    const turn = this.#turns.then(() => {
      if (this.parts.isBroken()) throw new SavingLost()
      return this.#draft ? this.#writeStored(this.#draft, { edit, rows, beforeSeen }) : this.#writeLive(edit, rows)
    })
    this.#turns = turn.catch(() => undefined)
    return turn
  }

  /** Resolves when all that was asked for has been done, or has failed. */
  async idle(): Promise<void> {
    await this.#turns
  }

  stop(): void {
    this.#draft?.doc.destroy()
  }

  async #writeLive(edit: Edit, rows: Rows | undefined): Promise<void> {
    const { live, saving, publish } = this.parts
    const update = live().edit(edit, SERVER)
    if (!update && !rows?.length) return
    const position = saving.append(update ?? EMPTY_UPDATE, rows)
    publish(update ?? EMPTY_UPDATE, position)
    await saving.whenSaved(position)
  }

  async #writeStored(
    draft: LiveDocument,
    { edit, rows, beforeSeen }: { edit: Edit; rows: Rows | undefined; beforeSeen: (() => Promise<void>) | undefined },
  ): Promise<void> {
    const { live, saving, isBroken } = this.parts
    try {
      const update = draft.edit(edit, SERVER)
      if (!update && !rows?.length) return
      const publish = (position: number) => {
        live().apply(update ?? EMPTY_UPDATE, FROM_LOG)
        this.parts.publish(update ?? EMPTY_UPDATE, position)
      }
      await saving.commit({ update: update ?? EMPTY_UPDATE, rows }, { publish, beforeSeen })
    } catch (error) {
      if (!isBroken()) this.#draft = live().copy()
      throw error
    }
  }
}
