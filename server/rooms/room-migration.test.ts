import { describe, expect, test, vi } from 'vitest'
import type * as Y from 'yjs'
import { MIGRATIONS, type Migrations } from '../../shared/document/migrate'
import { roomName } from '../../shared/domain/room'
import type { LogPosition } from './ports'
import type { Client } from './testing/client'
import { addNote, addNoteTo, CANVAS, contentOf, notesOf, openWorld, STAGE, type World } from './testing/open-room'

const LIFT = 'The lift is out of order on Fridays'
const RETURNS = 'Four returns ask the same questions'

/** Notes get a side; run twice by mistake, it would show. */
const SIDES: Migrations = {
  version: MIGRATIONS.version + 1,
  steps: [
    {
      from: MIGRATIONS.version,
      kind: 'canvas',
      name: 'notes get a side',
      edit(document) {
        for (const note of document.getMap<Y.Map<unknown>>('notes').values()) note.set('side', 'local')
        const runs = document.getMap<number>('runs')
        runs.set('sides', (runs.get('sides') ?? 0) + 1)
      },
    },
  ],
}

const sidesOf = (doc: Y.Doc) => [...doc.getMap<Y.Map<unknown>>('notes').values()].map((note) => note.get('side'))
const runsOf = (doc: Y.Doc) => doc.getMap('runs').get('sides')

const stored = async ({ log }: World, address = CANVAS) => {
  const found = await log.load(roomName(address))
  const head = found?.tail.at(-1)?.position ?? found?.snapshot?.position
  return { version: found?.schemaVersion, head, bytes: JSON.stringify(found) }
}

function whereIs(client: Client): LogPosition {
  const [epoch = '', position = ''] = client.saved?.at.split(':') ?? []
  return { epoch, position: Number(position) }
}

/** A canvas of this release with two notes in it; its room is closed unless somebody is still there. */
async function withTwoNotes(limits = {}) {
  const world = openWorld(limits)
  const amina = world.person('amina')
  await world.settle()
  addNote(amina, 'n1', LIFT)
  addNote(amina, 'n2', RETURNS)
  await world.settle()
  return { ...world, world, amina }
}

describe('a document of an older schema', () => {
  test('[R19] a page that knows an older schema is told to load again; one that says nothing is let in', async () => {
    const { person, settle, release } = await withTwoNotes()
    release(SIDES)
    const old = person('jon', undefined, { schema: MIGRATIONS.version })
    const fresh = person('mai', undefined, { schema: SIDES.version })
    const other = person('tom')
    await settle()
    expect(old.wire.closed).toEqual({ code: 4426, reason: 'page-is-old' })
    expect(notesOf(old.doc)).toEqual([])
    for (const { doc } of [fresh, other]) expect(sidesOf(doc)).toEqual(['local', 'local'])
  })

  test('[R19] is migrated once, however many ask and however often the server starts', async () => {
    const { world, person, settle, registry, release, restart, reopened } = await withTwoNotes()
    release(SIDES)
    const people = Array.from({ length: 5 }, (_, index) => person(`p${index}`))
    const [read] = await Promise.all([registry.read(CANVAS, sidesOf), registry.read(CANVAS, notesOf), settle()])
    expect(read).toEqual(['local', 'local'])
    for (const one of people) expect(sidesOf(one.doc)).toEqual(['local', 'local'])
    expect(await stored(world)).toMatchObject({ version: SIDES.version, head: 3 })
    restart()
    expect(await registry.read(CANVAS, runsOf)).toBe(1)
    expect(await stored(world)).toMatchObject({ version: SIDES.version, head: 3 })
    expect(runsOf(await reopened())).toBe(1)
  })

  test('[R19] nobody is let in or answered before the migration is on disk, from stored bytes neither', async () => {
    const { person, settle, registry, release, log } = await withTwoNotes()
    await registry.close()
    expect((await log.load(roomName(CANVAS)))?.tail).toEqual([])
    release(SIDES)
    log.hold()
    const jon = person('jon')
    let isRead = false
    const reading = registry.read(CANVAS, runsOf).then((runs) => {
      isRead = true
      return runs
    })
    await settle()
    expect(jon.receivedBytes).toBe(0)
    expect(isRead).toBe(false)
    await log.release()
    await settle()
    expect(sidesOf(jon.doc)).toEqual(['local', 'local'])
    expect(await reading).toBe(1)
  })

  test('[R19] a crash on the way leaves it as it was, one after the commit leaves it migrated', async () => {
    const { world, person, settle, registry, release, restart, log } = await withTwoNotes()
    release(SIDES)
    world.disk.hold()
    person('jon')
    await settle()
    restart()
    expect(await stored(world)).toMatchObject({ version: MIGRATIONS.version, head: 2 })

    const append = log.append.bind(log)
    vi.spyOn(log, 'append').mockImplementationOnce(async (...args) => {
      await append(...args)
      throw new Error('the answer was lost')
    })
    await expect(registry.read(CANVAS, runsOf)).rejects.toThrow('the answer was lost')
    expect(await stored(world)).toMatchObject({ version: SIDES.version, head: 3 })
    expect(await registry.read(CANVAS, runsOf)).toBe(1)
  })

  test('[R19] a disk that says no keeps people waiting, and the next try brings them in', async () => {
    const { world, person, settle, release, log } = await withTwoNotes()
    release(SIDES)
    log.failNext()
    const jon = person('jon')
    await settle()
    expect(jon.wire.closed).toEqual({ code: 4500, reason: 'server-fault' })
    expect(await stored(world)).toMatchObject({ version: MIGRATIONS.version, head: 2 })
    jon.connect()
    await settle()
    expect(sidesOf(jon.doc)).toEqual(['local', 'local'])
  })

  test('[R19] who comes back with a position gets it as an update, beside what they wrote while away', async () => {
    const { settle, release, amina, person, reopened } = await withTwoNotes()
    const from = whereIs(amina)
    release(SIDES)
    addNote(amina, 'n3', 'Written on the train')
    amina.connect(from)
    const jon = person('jon')
    await settle()
    expect(runsOf(amina.doc)).toBe(1)
    expect(notesOf(amina.doc)).toEqual([RETURNS, LIFT, 'Written on the train'])
    expect(amina.saved?.count).toBe(amina.sent)
    expect(contentOf(jon.doc)).toEqual(contentOf(amina.doc))
    expect(contentOf(await reopened())).toEqual(contentOf(amina.doc))
  })

  test('[R19] an offline copy converges, the words of both sides in it', async () => {
    const { settle, release, amina, person, reopened, restart } = await withTwoNotes()
    release(SIDES)
    const jon = person('jon')
    await settle()
    addNote(jon, 'n4', 'Written meanwhile')
    await settle()
    restart()
    addNote(amina, 'n3', 'Written on the train')
    amina.connect()
    jon.connect()
    await settle()
    expect(notesOf(amina.doc)).toHaveLength(4)
    expect(contentOf(jon.doc)).toEqual(contentOf(amina.doc))
    expect(contentOf(await reopened())).toEqual(contentOf(amina.doc))
    expect(runsOf(amina.doc)).toBe(1)
  })

  test('[R19] one that nothing changes in is of the new version all the same, and so is its full state', async () => {
    const { world, registry, release, restart } = await withTwoNotes()
    await registry.write(STAGE, (doc) => doc.getMap('state').set('now', 1))
    release(SIDES)
    expect(await registry.read(STAGE, (doc) => doc.getMap('state').get('now'))).toBe(1)
    expect(await stored(world, STAGE)).toMatchObject({ version: SIDES.version, head: 2 })
    await registry.close()
    restart()
    await registry.write(STAGE, (doc) => doc.getMap('state').set('now', 2))
    expect(await stored(world, STAGE)).toMatchObject({ version: SIDES.version, head: 3 })
  })

  test('a new document begins in the version of the server', async () => {
    const world = openWorld()
    world.release(SIDES)
    const amina = world.person('amina')
    await world.settle()
    addNote(amina, 'n1', LIFT)
    await world.settle()
    expect(await stored(world)).toMatchObject({ version: SIDES.version, head: 1 })
    expect(runsOf(await world.reopened())).toBeUndefined()
  })
})

describe('a document of a newer schema', () => {
  test('[R19] is not opened, for a socket or a command, and nothing is written to it', async () => {
    const { world, person, settle, registry, release } = await withTwoNotes()
    release(SIDES)
    const before = await registry.read(CANVAS, contentOf)
    await settle()
    const { bytes } = await stored(world)
    release(MIGRATIONS)
    const jon = person('jon')
    await settle()
    expect(jon.wire.closed).toEqual({ code: 4427, reason: 'server-is-old' })
    expect(jon.receivedBytes).toBe(0)
    const refused = { name: 'RoomRefused', refusal: 'server-is-old' }
    await expect(registry.read(CANVAS, notesOf)).rejects.toMatchObject(refused)
    await expect(registry.write(CANVAS, (doc) => addNoteTo(doc, 'n9', 'No'))).rejects.toMatchObject(refused)
    await registry.close()
    expect((await stored(world)).bytes).toBe(bytes)

    release(SIDES)
    expect(await registry.read(CANVAS, contentOf)).toEqual(before)
  })

  test('[R19] rows that tell of it are not stored either', async () => {
    const { registry, release, log } = await withTwoNotes()
    release(SIDES)
    await registry.write(STAGE, (doc) => doc.getMap('state').set('now', 1))
    release(MIGRATIONS)
    const written = registry.write(STAGE, (doc) => doc.getMap('state').set('now', 2), ['the step goes on'])
    await expect(written).rejects.toMatchObject({ refusal: 'server-is-old' })
    expect(log.rows).toEqual([])
  })
})
