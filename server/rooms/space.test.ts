import { describe, expect, test, vi } from 'vitest'
import type * as Y from 'yjs'
import { JoinCache } from './join-cache'
import type { Client } from './testing/client'
import { addNote, notesOf, openWorld, type World, WRITER } from './testing/open-room'

const FACILITATOR = { ...WRITER, mayUseReserve: true }
const KB = 1_000
/** As in life, a thousand times smaller. */
const LIMITS = { documentBytes: 32 * KB, reserveBytes: KB, shareBytes: 4 * KB, textLength: 300, mostOfText: 1_200 }

let ids = 0
/** As much as a person may write into one note. */
function fill(person: Client): string {
  ids += 1
  addNote(person, `n${ids}`, 'x'.repeat(900))
  return `n${ids}`
}

/** Writes until it is refused; answers the refusal. */
async function flood(world: World, person: Client): Promise<string> {
  for (let count = 0; count < 60 && person.refusals.length === 0; count += 1) {
    fill(person)
    await world.settle()
  }
  return person.refusals.join()
}

const bin = (person: Client, id: string) =>
  person.doc
    .getMap<Y.Map<unknown>>('notes')
    .get(id)
    ?.set('place', { in: 'bin', from: { in: null, x: 0, y: 0 } })
const textOf = (person: Client, id: string) => person.doc.getMap<Y.Map<unknown>>('notes').get(id)?.get('text') as Y.Text

describe('one person cannot fill a document', () => {
  test('[R24] whoever has brought a large document their share adds nothing more, and everybody else goes on', async () => {
    const world = openWorld(LIMITS)
    const [mallory, jon] = [world.person('mallory'), world.person('jon')]
    await world.settle()
    expect(await flood(world, mallory)).toContain('share-full')
    expect(mallory.doc.getMap('notes').size).toBeLessThan(12)
    addNote(jon, 'jon', 'The lift is out of order')
    await world.settle()
    expect(jon.refusals).toEqual([])
    expect(notesOf(await world.reopened())).toContain('The lift is out of order')
  })

  test('[R24] nor by going away until the room is closed', async () => {
    const world = openWorld({
      ...LIMITS,
      shareBytes: 70 * KB,
      documentBytes: 1_000 * KB,
      textLength: 50 * KB,
      mostOfText: 50 * KB,
    })
    const mallory = world.person('mallory')
    await world.settle()
    for (let note = 0; note < 4; note += 1) addNote(mallory, `m${note}`, 'x'.repeat(40 * KB))
    await world.settle()
    expect(mallory.refusals.join()).toContain('share-full')
    mallory.disconnect()
    for (let seconds = 0; seconds < 90; seconds += 5) {
      world.clock.advance(5_000)
      await world.turn()
    }
    expect(world.registry.roomCount()).toBe(0)
    mallory.startAfresh()
    mallory.connect()
    await world.settle()
    addNote(mallory, 'again', 'x'.repeat(20 * KB))
    await world.settle()
    expect(mallory.refusals.join()).toContain('share-full')
  })

  test('[R24] their other sockets have the same share', async () => {
    const world = openWorld(LIMITS)
    const mallory = world.person('mallory')
    await world.settle()
    expect(await flood(world, mallory)).toContain('share-full')
    const again = world.person('mallory')
    await world.settle()
    fill(again)
    await world.settle()
    expect(again.refusals.join()).toContain('share-full')
  })

  test('[R24] in a document that is not large nobody is asked what they brought', async () => {
    const world = openWorld(LIMITS)
    const amina = world.person('amina')
    await world.settle()
    // A day of moving one note about: much goes by, and little stays.
    for (let x = 0; x < 400; x += 1) {
      if (x === 0) addNote(amina, 'n', 'The lift')
      amina.doc.getMap<Y.Map<unknown>>('notes').get('n')?.set('place', { in: null, x, y: 0 })
      await world.settle()
    }
    expect(amina.refusals).toEqual([])
  })
})

describe('when a document is full', () => {
  async function full() {
    const world = openWorld(LIMITS)
    const many = Array.from({ length: 8 }, (_, index) => world.person(`p${index}`))
    const sam = world.person('sam', FACILITATOR)
    await world.settle()
    for (const one of many) await flood(world, one)
    const last = many.at(-1)?.refusals.join()
    const jon = world.person('jon')
    await world.settle()
    return { world, many, sam, jon, last }
  }

  test('[R24] nobody adds anything, but for facilitators; and all can tidy up until there is room again', async () => {
    const { world, sam, jon, last } = await full()
    expect(last).toContain('document-full')
    const [first = '', second = ''] = jon.doc.getMap('notes').keys()
    bin(jon, first)
    await world.settle()
    expect(jon.refusals).toEqual([])
    textOf(jon, second).delete(0, 800)
    addNote(sam, 'sam', 'Please delete what is not needed')
    await world.settle()
    expect([...jon.refusals, ...sam.refusals]).toEqual([])
    for (const id of [...jon.doc.getMap('notes').keys()].slice(2, 8)) textOf(jon, id)?.delete(0, 800)
    await world.settle()
    addNote(jon, 'jon', 'There is room again')
    await world.settle()
    expect(jon.refusals).toEqual([])
    expect(notesOf(await world.reopened())).toContain('There is room again')
  })

  test('[R24] words in the place of a place are no tidying up', async () => {
    const { world, jon } = await full()
    const [first = ''] = jon.doc.getMap('notes').keys()
    jon.doc
      .getMap<Y.Map<unknown>>('notes')
      .get(first)
      ?.set('place', { in: null, x: 0, y: 0, words: 'x'.repeat(2_000) })
    await world.settle()
    expect(jon.refusals.join()).toContain('document-full')
  })

  test('[R24] it is not measured again for each message that does not fit', async () => {
    const { world, jon } = await full()
    const measure = vi.spyOn(JoinCache.prototype, 'measure')
    for (let count = 0; count < 20; count += 1) {
      fill(jon)
      await world.settle()
      expect(jon.refusals.join()).toContain('document-full')
      jon.disconnect()
      jon.startAfresh()
      jon.connect()
      await world.settle()
    }
    expect(measure.mock.calls.length).toBeLessThan(3)
    measure.mockRestore()
  })
})

describe('one text', () => {
  test('[R24] becomes only so long', async () => {
    const world = openWorld(LIMITS)
    const mallory = world.person('mallory')
    await world.settle()
    addNote(mallory, 'n', 'x')
    for (let count = 0; count < 20; count += 1) textOf(mallory, 'n').insert(0, 'x'.repeat(290))
    await world.settle()
    expect(mallory.refusals.join()).toContain('text-too-long')
    const [text = ''] = notesOf(await world.reopened())
    expect(text.length).toBeLessThan(1_900)
    const another = world.person('another')
    await world.settle()
    addNote(another, 'long', 'x'.repeat(1_300))
    await world.settle()
    expect(another.refusals.join()).toContain('text-too-long')
  })

  test('[R24] takes what many wrote while they were away, each as much as a page lets one write', async () => {
    const world = openWorld(LIMITS)
    const people = Array.from({ length: 8 }, (_, index) => world.person(`p${index}`))
    await world.settle()
    const [amina] = people
    if (!amina) throw new Error('somebody is here')
    addNote(amina, 'n', 'x')
    await world.settle()
    for (const one of people) {
      one.disconnect()
      for (let length = 1; length < 300; length += 13) textOf(one, 'n').insert(length, one.name.repeat(6).slice(0, 13))
    }
    for (const one of people) one.connect()
    await world.settle()
    expect(people.flatMap(({ refusals }) => refusals)).toEqual([])
    const [text = ''] = notesOf(await world.reopened())
    expect(text.length).toBeGreaterThan(1_200)
    // and it can be made shorter
    textOf(amina, 'n').delete(0, 1_500)
    textOf(amina, 'n').insert(0, 'In short: ')
    await world.settle()
    expect(amina.refusals).toEqual([])
  })
})
