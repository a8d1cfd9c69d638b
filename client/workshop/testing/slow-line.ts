import * as Y from 'yjs'

/** A line on which messages take a few turns each, in order, and now and then one has to be sent again. */
class SlowLine {
  readonly #on: { update: Uint8Array; at: number }[] = []

  constructor(private readonly random: () => number) {}

  send(update: Uint8Array, now: number): void {
    const lost = this.random() < 0.1 ? 6 : 0
    const after = Math.max(this.#on.at(-1)?.at ?? 0, now + 1 + Math.floor(this.random() * 4) + lost)
    this.#on.push({ update, at: after })
  }

  arrived(now: number): Uint8Array[] {
    const due = this.#on.filter(({ at }) => at <= now).length
    return this.#on.splice(0, due).map(({ update }) => update)
  }
}

/** Somebody else's copy of a canvas at the end of a slow line; `turn` lets a turn go by, and what is due arrive. */
export function overSlowLine(hers: Y.Doc, random: () => number): { his: Y.Doc; turn: () => void } {
  const his = new Y.Doc()
  Y.applyUpdate(his, Y.encodeStateAsUpdate(hers))
  const [toHim, toHer] = [new SlowLine(random), new SlowLine(random)]
  let now = 0
  hers.on('update', (update: Uint8Array, origin: unknown) => origin !== 'line' && toHim.send(update, now))
  his.on('update', (update: Uint8Array, origin: unknown) => origin !== 'line' && toHer.send(update, now))
  return {
    his,
    turn() {
      for (const update of toHer.arrived(now)) Y.applyUpdate(hers, update, 'line')
      for (const update of toHim.arrived(now)) Y.applyUpdate(his, update, 'line')
      now += 1
    },
  }
}
