import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openCanvasReader, readCanvas } from '../../../shared/document/projection'
import { randomAct } from '../../../shared/document/testing/random-acts'
import type { MemberId } from '../../../shared/domain/ids'
import { seeded, seedsToRun } from '../../../shared/testing/random'
import { canvasInMemory } from '../testing/canvas-in-memory'
import { jon } from '../testing/workshop-of'
import { keptLook, readLook } from './kept-looks'
import { Look } from './look'
import { differingIn, whatChanged } from './what-changed'

const nobody = () => 'nobody' as MemberId

/** A canvas with a few notes, and a reader that takes all that happens to a look. */
function looking(seed: number) {
  const canvas = canvasInMemory()
  for (let index = 0; index < 6; index++) canvas.note(`n${index}`, canvas.barriers, jon)
  canvas.cluster('first', 'barrier', { in: canvas.barriers })
  const reader = openCanvasReader(canvas.document)
  const look = new Look(reader.view(), { me: nobody })
  let mine = false
  reader.subscribe((view) => void look.read(view, mine))
  const random = seeded(seed)
  const acts = (count: number, by: 'me' | 'others') => {
    mine = by === 'me'
    for (let index = 0; index < count; index++) randomAct(canvas.document, random)
  }
  return { ...canvas, look, acts, random, close: () => reader.close() }
}

describe.each(seedsToRun())('whatever people do, seed %i', (seed) => {
  test('[L21] what is kept step by step is what a comparison from scratch finds, each item in one sentence', () => {
    const { look, acts, document, random, close } = looking(seed)
    for (let round = 0; round < 12; round++) {
      acts(1 + Math.floor(random() * 4), random() < 0.3 ? 'me' : 'others')
      const view = readCanvas(document)
      expect(look.differing, `seed ${seed}`).toEqual(differingIn(look.seen, view))
      const told = whatChanged(look.seen, view, look.differing)
      expect(told.reduce((sum, { count }) => sum + count, 0)).toBe(look.differing.size)
      if (random() < 0.2) look.marker()()
    }
    close()
  })

  test('[L21] one’s own acts alone are no news, and nothing is after one has looked', () => {
    const { look, acts, document, close } = looking(seed)
    acts(20, 'me')
    expect(whatChanged(look.seen, readCanvas(document), look.differing)).toEqual([])
    acts(20, 'others')
    look.marker()()
    expect(look.differing.size).toBe(0)
    expect(differingIn(look.seen, readCanvas(document)).size).toBe(0)
    close()
  })

  test('[L22] kept on the device and read again it tells the same', () => {
    const { look, acts, document, close } = looking(seed)
    acts(10, 'others')
    const view = readCanvas(document)
    const kept = readLook(keptLook({ at: 1, seen: look.seen, stage: undefined }))
    const again = new Look(view, { me: nobody, seen: kept?.seen })
    expect(again.differing).toEqual(look.differing)
    expect(whatChanged(again.seen, view, again.differing)).toEqual(whatChanged(look.seen, view, look.differing))
    close()
  })
})

test('a document put in the place of another: what was never taken is not said to have been deleted', () => {
  const { note, barriers, cluster, document, look, close } = looking(1)
  close()
  const refused = canvasInMemory(new Y.Doc())
  const view = readCanvas(document)
  note('mine, refused', barriers, jon)
  cluster('mine, refused', 'barrier', { in: barriers })
  const seen = new Look(readCanvas(document), { me: nobody }).seen
  expect(refused).toBeTruthy()
  expect(new Look(view, { me: nobody, seen, replaced: true }).differing.size).toBe(0)
  expect(look.differing.size).toBe(0)
})
