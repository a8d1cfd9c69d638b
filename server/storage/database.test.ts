import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CanvasId, StepId, WorkshopId } from '../../shared/domain/ids'
import { type Database, openDatabase } from './database'
import { canvases, sessions, steps, updates, workshops } from './tables'

let folder: string
let opened: Database[]
let shared: Database

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concordat-storage-'))
  opened = []
})

afterEach(async () => {
  await Promise.all(opened.map((database) => database.close()))
  await rm(folder, { recursive: true, force: true })
})

async function open(path = 'data/concordat.db'): Promise<Database> {
  const database = await openDatabase({ url: `file:${join(folder, path)}`, lockWaitMs: 50 })
  opened.push(database)
  return database
}

const WORKSHOP: typeof workshops.$inferInsert = {
  id: 'workshop1' as WorkshopId,
  title: 'Homelessness funding',
  template: 'blank',
  attribution: 'named',
  banner: 'none',
  centralName: 'Central',
  localName: 'Local',
  expected: [{ name: 'Westshire Council', side: 'local' }],
  timer: { is: 'ready', leftMs: 60_000 },
  createdAt: 1_772_000_000_000,
}

beforeAll(async () => {
  shared = await openDatabase({ url: ':memory:' })
})
afterAll(() => shared.close())

/** One database for the tests that do not open and close; each finds it empty. */
async function emptied(): Promise<Database> {
  await shared.write([updates, sessions, workshops].map((table) => shared.orm.delete(table)))
  return shared
}

const session = (idHash: string) => ({ idHash, createdAt: 1, seenAt: 1 })

describe('typed queries through the storage thread', () => {
  test('text, numbers, yes and no, JSON and nothing come back as they went', async () => {
    const { orm } = await emptied()
    await orm.insert(workshops).values({ ...WORKSHOP, locked: true })
    const row = await orm.query.workshops.findFirst()
    expect(row).toMatchObject({ ...WORKSHOP, locked: true, door: 'open', endedAt: null, lastActionNumber: 0 })
    expect(
      await orm
        .select()
        .from(workshops)
        .where(eq(workshops.id, 'none' as WorkshopId))
        .get(),
    ).toBeUndefined()
  })

  test('bytes come back as they went: empty, small, large, and a view into a larger buffer', async () => {
    const { orm } = await emptied()
    const large = Uint8Array.from({ length: 100_000 }, (_, at) => at % 251)
    const cases = [
      new Uint8Array(0),
      new Uint8Array([0, 255, 1]),
      large,
      large.subarray(5, 20),
      Buffer.from('from the pool'),
    ]
    await orm.insert(updates).values(
      cases.map((bytes, at) => ({
        room: 'canvas/bytes00',
        epoch: 'e',
        position: at + 1,
        schemaVersion: 1,
        at: 1,
        bytes,
      })),
    )
    const rows = await orm.select({ bytes: updates.bytes }).from(updates).orderBy(updates.position)
    expect(rows.map((row) => Array.from(row.bytes))).toEqual(cases.map((bytes) => Array.from(bytes)))
    expect(large.byteLength, 'what was given stays the giver’s').toBe(100_000)
  })

  test('a batch returns each statement’s rows', async () => {
    const { orm } = await emptied()
    const [added, all, first] = await orm.batch([
      orm.insert(sessions).values(session('a')).returning({ idHash: sessions.idHash }),
      orm.select().from(sessions),
      orm.query.sessions.findFirst(),
    ])
    expect(added).toEqual([{ idHash: 'a' }])
    expect(all).toEqual([session('a')])
    expect(first).toEqual(session('a'))
  })

  test('a read sees every write that was asked for before it', async () => {
    const { orm } = await emptied()
    const writes = Array.from({ length: 50 }, (_, at) =>
      orm
        .insert(sessions)
        .values(session(`s${at}`))
        .run(),
    )
    const count = orm.select({ count: sql<number>`count(*)` }).from(sessions).get()
    expect((await count)?.count).toBe(50)
    await Promise.all(writes)
  })

  test('an open transaction is refused, since it would hold up everybody', async () => {
    const { orm } = await emptied()
    await expect(orm.transaction(async (tx) => tx.select().from(sessions))).rejects.toThrow()
  })
})

describe('group commit', () => {
  test('one bad job among many fails alone', async () => {
    const { orm } = await emptied()
    await orm.insert(sessions).values(session('s7'))
    const jobs = Array.from({ length: 30 }, (_, at) =>
      orm
        .insert(sessions)
        .values(session(`s${at}`))
        .run(),
    )
    const ends = await Promise.allSettled(jobs)
    expect(ends.flatMap((end, at) => (end.status === 'rejected' ? [at] : []))).toEqual([7])
    expect(await orm.select().from(sessions)).toHaveLength(30)
  })

  test('statements of one job are stored together or not at all', async () => {
    const database = await emptied()
    const { orm } = database
    const good = database.write([orm.insert(sessions).values(session('good'))])
    const bad = database.write([
      orm.insert(sessions).values(session('half')),
      orm.insert(sessions).values(session('half')),
    ])
    const later = database.write([orm.insert(sessions).values(session('later'))])
    await expect(bad).rejects.toMatchObject({ name: 'StorageError', code: 'SQLITE_CONSTRAINT_PRIMARYKEY' })
    await Promise.all([good, later])
    expect((await orm.select().from(sessions)).map((row) => row.idHash).toSorted()).toEqual(['good', 'later'])
  })

  test('a value that cannot be stored fails in its own call', async () => {
    const database = await emptied()
    const good = database.write([database.orm.insert(sessions).values(session('good'))])
    await expect(database.write([{ sql: 'select ?', params: [undefined] }])).rejects.toThrow(TypeError)
    await good
  })

  test('rows that belong to nothing are refused, and erasing a workshop takes its rows along', async () => {
    const { orm } = await emptied()
    const canvas = { id: 'canvas1' as CanvasId, workshopId: WORKSHOP.id, title: 'Barriers', position: 0 }
    await expect(orm.insert(canvases).values(canvas).run()).rejects.toThrow()
    await orm.batch([orm.insert(workshops).values(WORKSHOP), orm.insert(canvases).values(canvas)])
    await orm.insert(steps).values({
      id: 'step01' as StepId,
      workshopId: WORKSHOP.id,
      position: 0,
      title: 'Write',
      prompt: '',
      minutes: 10,
      rights: ['add-notes'],
    })
    await orm.delete(workshops)
    expect(await orm.select().from(canvases)).toEqual([])
    expect(await orm.select().from(steps)).toEqual([])
  })
})

test('[S4] the main thread does not load the database: it is synchronous inside and would stop every room', async () => {
  const seen = new Set<string>()
  const visit = async (file: URL): Promise<void> => {
    if (seen.has(file.href)) return
    seen.add(file.href)
    const source = await readFile(file, 'utf8')
    expect(source, file.pathname).not.toMatch(/from '(@libsql|libsql|drizzle-orm\/libsql)/)
    const beside = source.matchAll(/ from '(\.\/[^']+)'/g)
    for (const [, name] of beside) await visit(new URL(`${name}.ts`, file))
  }
  await visit(new URL('./update-log.ts', import.meta.url))
  expect(seen.size).toBeGreaterThan(5)
})

describe('opening and closing', () => {
  test('makes the folder, for this account only', async () => {
    await open('new/folder/concordat.db')
    expect((await stat(join(folder, 'new/folder'))).mode & 0o777).toBe(0o700)
  })

  test('closing finishes what was asked for; opening again finds it and migrates nothing twice', async () => {
    const first = await open()
    const write = first.orm.insert(sessions).values(session('kept')).run()
    await first.close()
    await write
    const again = await open()
    expect(await again.orm.select().from(sessions)).toEqual([session('kept')])
    await expect(first.orm.select().from(sessions)).rejects.toThrow()
  })

  test('a second opening of the same file is refused in plain words, and the first goes on', async () => {
    const first = await open()
    await expect(open()).rejects.toThrow(/already open in another process/)
    await first.orm.insert(sessions).values(session('a'))
    await first.close()
    await open()
  })

  test('a database in memory is there for tests', async () => {
    const database = await openDatabase({ url: ':memory:' })
    opened.push(database)
    await database.orm.insert(sessions).values(session('a'))
    expect(await database.orm.select().from(sessions)).toHaveLength(1)
  })
})
