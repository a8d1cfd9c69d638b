import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { allClusters, allNotes, type CanvasView } from '../domain/canvas-view'
import { policyCanvas } from '../templates/policy-canvas'
import { openCopies } from '../testing/copies'
import { pick, seeded, seedsToRun } from '../testing/random'
import { EDIT_NAMES, type Edit, revert } from './change'
import { noteText } from './edits'
import { fillCanvas } from './new-canvas'
import { openCanvasReader, readCanvas } from './projection'
import { RANDOM_ACTS, randomAct } from './testing/random-acts'

/** One person at their own copy: what they did and may take back, and what they took back and may do again. */
type Person = { document: Y.Doc; done: Edit[]; undone: Edit[] }

/** One random thing that a person might do, on their own copy as they see it. */
function act({ document, done, undone }: Person, random: () => number): void {
  const dice = random()
  if (dice < 0.15) step(document, done, undone)
  else if (dice < 0.22) step(document, undone, done)
  else if (dice < 0.27) {
    const note = pick(random, allNotes(readCanvas(document)))
    if (note) noteText(document, note.id)?.insert(0, 'w')
  } else {
    const edit = randomAct(document, random)
    if (edit) done.push(edit)
  }
}

function step(document: Y.Doc, from: Edit[], onto: Edit[]): void {
  const last = from.pop()
  const back = last && revert(document, last)
  if (back?.ok) onto.push(back.value)
}

/** Where each note is, on the canvas or among what was deleted. */
function notesIn(view: CanvasView): string[] {
  return [...allNotes(view).map(({ id }) => id), ...view.bin.flatMap((item) => (item.is === 'note' ? item.id : []))]
}

function expectSound(document: Y.Doc, view: CanvasView): void {
  const shown = notesIn(view)
  expect(new Set(shown).size, 'no note in two places').toBe(shown.length)
  expect(shown.length, 'no note lost').toBe(document.getMap('notes').size)
  const clusters = allClusters(view).map(({ id }) => id)
  expect(new Set(clusters).size, 'no cluster in two places').toBe(clusters.length)
  expect(view.leftOut).toBe(0)
}

describe('[B27] three people do and undo everything to the same items at once', () => {
  test('every named edit is among what they do', () => {
    expect(Object.keys(RANDOM_ACTS).sort()).toEqual([...EDIT_NAMES].sort())
  })

  test.each(seedsToRun())('seed %i: no note is lost, doubled or in a circle, and all see the same', (seed) => {
    const random = seeded(seed)
    const { documents, settle } = openCopies(3)
    for (const canvas of policyCanvas.canvases) fillCanvas(documents[0] as Y.Doc, canvas)
    settle()
    const readers = documents.map((document) => openCanvasReader(document))
    const people = documents.map((document): Person => ({ document, done: [], undone: [] }))
    for (let turn = 0; turn < 160; turn++) {
      const who = pick(random, people) as Person
      act(who, random)
      if (turn % 10 === 0) expectSound(who.document, readCanvas(who.document))
      if (random() < 0.2) settle()
    }
    settle()
    settle()
    const views = documents.map((document) => readCanvas(document))
    expect(views[1]).toEqual(views[0])
    expect(views[2]).toEqual(views[0])
    readers.forEach((reader, i) => {
      expect(reader.view(), `reader ${i}`).toEqual(views[i])
    })
    const view = views[0] as CanvasView
    expectSound(documents[0] as Y.Doc, view)
  })
})
