import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, deleteNotes, moveNotes, noteText } from '../../shared/document/edits'
import { readCanvas } from '../../shared/document/projection'
import { allClusters, allNotes, type CanvasView } from '../../shared/domain/canvas-view'
import { pick, seeded, seedsToRun } from '../../shared/testing/random'
import { endOf } from '../workshop/testing/canvas-in-memory'
import { jon } from '../workshop/testing/workshop-of'
import { addField, aroundEveryTest, by, openList } from './testing/open-list'

aroundEveryTest()

const TURNS = 25
/** A list in jsdom takes long: fewer runs than where there is no page. */
const seeds = seedsToRun().filter((_, index) => index % 10 === 0)

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

/** As the list is read: what is not sorted, then heading by heading. */
function inOrder(view: CanvasView) {
  return view.sections.flatMap(({ notes, clusters }) => [notes, ...clusters.map((one) => one.notes)].flat())
}

describe.each(seeds)('[L24] on a slow line, seed %i', (seed) => {
  test('the list shows every note once and in order, and takes neither the focus nor what is being typed', () => {
    const random = seeded(seed)
    const { document: doc, barriers, cluster, note, show } = openList()
    cluster('Annual bids', 'barrier', [note('Bids in March', barriers, jon)])
    const his = new Y.Doc()
    Y.applyUpdate(his, Y.encodeStateAsUpdate(doc))
    const [toHim, toHer] = [new SlowLine(random), new SlowLine(random)]
    let now = 0
    doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'line' && toHim.send(update, now))
    his.on('update', (update: Uint8Array, origin: unknown) => origin !== 'line' && toHer.send(update, now))
    show()
    addField().focus()
    for (; now < TURNS * 2; now++) {
      if (now < TURNS) {
        act(his, random, `his ${now}`)
        if (random() < 0.5) act(doc, random, `hers ${now}`)
        addField().value += 'x'
      }
      for (const update of toHer.arrived(now)) Y.applyUpdate(doc, update, 'line')
      for (const update of toHim.arrived(now)) Y.applyUpdate(his, update, 'line')
      expect(document.activeElement).toBe(addField())
    }
    expect(addField().value).toBe('x'.repeat(TURNS))
    expect(readCanvas(his)).toEqual(readCanvas(doc))
    // the page is asked, not the tree of a screen reader: that takes seconds for a list
    const rows = [...document.querySelectorAll<HTMLElement>('[data-note]')].map((row) => ({
      id: row.dataset.note,
      text: row.querySelector('[data-note-text]')?.textContent,
    }))
    expect(rows).toEqual(inOrder(readCanvas(doc)).map(({ id, text }) => ({ id, text })))
  })

  function act(doc: Y.Doc, random: () => number, words: string): void {
    const view = readCanvas(doc)
    const some = pick(random, allNotes(view))?.id
    const places = [
      ...view.sections.map(({ id }) => endOf(id)),
      ...allClusters(view).map(({ id }) => ({ in: id, after: null, before: null })),
    ]
    const spot = pick(random, places) ?? endOf(view.sections[0]?.id as never)
    const chance = random()
    if (chance < 0.45 || !some) addNote(doc, { text: words, spot, author: by(jon) })
    else if (chance < 0.75) moveNotes(doc, [some], spot)
    else if (chance < 0.9) noteText(doc, some)?.insert(0, `${words} `)
    else deleteNotes(doc, [some], 5)
  }
})
