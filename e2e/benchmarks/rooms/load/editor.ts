import * as Y from 'yjs'
import { mark } from './marks'

/** Moves notes in a document of its own and sends each move: what others do does not reach it, nor does it need to. */
export class Editor {
  readonly #document = new Y.Doc()
  readonly #notes: Y.Map<Y.Map<unknown>>
  readonly #ids: string[]
  readonly #section: string
  #turn = 0

  constructor(
    socket: { sendUpdate(update: Uint8Array): void },
    state: Uint8Array,
    private readonly author: number,
    private readonly editors: number,
  ) {
    Y.applyUpdate(this.#document, state)
    this.#notes = this.#document.getMap('notes')
    this.#ids = [...this.#notes.keys()]
    this.#section = [...this.#document.getMap('sections').keys()][0] ?? ''
    this.#document.on('update', (update: Uint8Array) => socket.sendUpdate(update))
  }

  /**
   * A drag takes hold of all the notes that are one's own, one after another: a note that is moved twice while the server
   * takes messages together would arrive with its last place only. Never one that somebody else drags, who might win.
   */
  move(): void {
    const own = Math.floor(this.#ids.length / this.editors)
    const index = this.author + this.editors * (this.#turn % own)
    this.#turn += 1
    this.#notes.get(this.#ids[index] ?? '')?.set('place', { in: this.#section, order: `a1${mark(this.author)}` })
  }
}
