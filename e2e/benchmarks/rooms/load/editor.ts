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

  /** A drag of one note is twenty moves, then comes another; never one that somebody else drags, who might win. */
  move(): void {
    const own = Math.floor(this.#ids.length / this.editors)
    const index = this.author + this.editors * (Math.floor(this.#turn / 20) % own)
    this.#turn += 1
    this.#notes.get(this.#ids[index] ?? '')?.set('place', { in: this.#section, order: `a1${mark(this.author)}` })
  }
}
