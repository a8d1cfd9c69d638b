import { describe, expect, test } from 'vitest'
import { addNote, deleteNotes, moveNotes, noteText } from '../../shared/document/edits'
import { readCanvas } from '../../shared/document/projection'
import { allClusters, allNotes, type CanvasView } from '../../shared/domain/canvas-view'
import { pick, seeded, seedsToRun } from '../../shared/testing/random'
import { endOf } from '../workshop/testing/canvas-in-memory'
import { overSlowLine } from '../workshop/testing/slow-line'
import { jon } from '../workshop/testing/workshop-of'
import { addField, aroundEveryTest, by, openList } from './testing/open-list'

aroundEveryTest()

type Doc = ReturnType<typeof overSlowLine>['his']

const TURNS = 25
/** A list in jsdom takes long: fewer runs than where there is no page. */
const seeds = seedsToRun().filter((_, index) => index % 10 === 0)

/** As the list is read: what is not sorted, then heading by heading. */
function inOrder(view: CanvasView) {
  return view.sections.flatMap(({ notes, clusters }) => [notes, ...clusters.map((one) => one.notes)].flat())
}

describe.each(seeds)('[L24] on a slow line, seed %i', (seed) => {
  test('the list shows every note once and in order, and takes neither the focus nor what is being typed', () => {
    const random = seeded(seed)
    const { document: doc, barriers, cluster, note, show } = openList()
    cluster('Annual bids', 'barrier', [note('Bids in March', barriers, jon)])
    const { his, turn } = overSlowLine(doc, random)
    show()
    addField().focus()
    for (let now = 0; now < TURNS * 2; now++) {
      if (now < TURNS) {
        act(his, random, `his ${now}`)
        if (random() < 0.5) act(doc, random, `hers ${now}`)
        addField().value += 'x'
      }
      turn()
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

  function act(doc: Doc, random: () => number, words: string): void {
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
