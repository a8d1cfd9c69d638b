import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { addCluster, clusterText, deleteNotes, noteText } from '../../shared/document/edits'
import { readCanvas } from '../../shared/document/projection'
import type { CanvasCopy } from '../../shared/domain/canvas-copy'
import { allClusters, allNotes, type CanvasView } from '../../shared/domain/canvas-view'
import { type NoteId, newId } from '../../shared/domain/ids'
import { LIMITS } from '../../shared/protocol/limits'
import { openCopies, textsOf, turn } from '../testing/copies-table'
import { HandTime } from '../testing/hand-time'
import { openServer, type TestServer } from '../testing/open-server'

/** One for all of them; each test has a workshop of its own. */
let server: TestServer
const time = new HandTime()

beforeAll(async () => {
  server = await openServer({ now: () => time.now(), after: time.after })
})
afterEach(() => {
  vi.restoreAllMocks()
  server.hangUp()
})
afterAll(() => server.close())

const stepsOf = (copies: readonly CanvasCopy[]) => copies.map(({ stepTitle }) => stepTitle)

describe('[F40] at the end of every step', () => {
  test('each canvas is kept as it was then, whatever becomes of it', async () => {
    const table = await openCopies(server)
    const [lift] = await table.writes('The lift is out of order on Fridays', 'Four returns ask the same')
    await table.moves()
    await table.has(1)
    deleteNotes(table.room.document, [lift as NoteId], 5)
    await table.writes('Written later')
    await table.moves()
    const [first, second] = await table.has(2)
    if (!first || !second) throw new Error('there are two')

    expect([first.notes, second.notes]).toEqual([2, 2])
    expect([first.unchanged, second.unchanged]).toEqual([false, false])
    expect(first.canvasId).toBe(table.canvas.id)
    expect(new Set(stepsOf([first, second])).size).toBe(2)
    expect(textsOf(await table.reads(first.id)).sort()).toEqual([
      'Four returns ask the same',
      'The lift is out of order on Fridays',
    ])
    expect(textsOf(await table.reads(second.id)).sort()).toEqual(['Four returns ask the same', 'Written later'])
  })

  test('also at the end of the workshop, and they can be read after it', async () => {
    const table = await openCopies(server)
    await table.writes('The lift is out of order on Fridays')
    expect((await table.facilitator.post(table.at('end'))).status).toBe(200)
    const [last] = await table.has(1)
    expect(last && textsOf(await table.reads(last.id))).toEqual(['The lift is out of order on Fridays'])
    expect((await table.facilitator.post(table.at('end'))).status).toBe(200)
    expect(await table.copies()).toHaveLength(1)
  })

  test('where nothing changed, both show the same state, and it is stored once', async () => {
    const table = await openCopies(server)
    await table.writes('The lift is out of order on Fridays')
    await table.moves()
    await table.has(1)
    await table.moves('back')
    const [first, second] = await table.has(2)
    expect([first?.unchanged, second?.unchanged]).toEqual([false, true])
    const positions = (await table.rows()).map(({ position }) => position)
    expect(new Set(positions).size).toBe(1)
    expect(second && textsOf(await table.reads(second.id))).toEqual(['The lift is out of order on Fridays'])
  })

  test('a command that is refused keeps nothing, and the same press sent twice keeps one', async () => {
    const table = await openCopies(server)
    await table.writes('Words')
    const next = () => table.facilitator.post(table.at('steps/next'), { revision: 0 })
    expect([(await next()).status, (await next()).status]).toEqual([200, 409])
    await table.has(1)
    expect(await table.rows()).toHaveLength(1)
  })

  test('the step does not wait for it', async () => {
    const table = await openCopies(server)
    await table.writes('Words')
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const { registry } = server.app.services
    const keep = registry.keep.bind(registry)
    vi.spyOn(registry, 'keep').mockImplementation(async (...asked) => {
      await held
      return keep(...asked)
    })
    await table.moves()
    await table.moves()
    expect(await table.copies()).toEqual([])
    letGo()
    expect(await table.has(2)).toHaveLength(2)
  })
})

describe('[F41] what goes wrong', () => {
  test.each([
    ['before it is stored', async () => undefined],
    ['between the state and the row that names it', async (keep: () => Promise<unknown>) => keep()],
  ])('a process that is killed %s is followed by one that takes it, once', async (_when, before) => {
    const table = await openCopies(server)
    await table.writes('The lift is out of order on Fridays')
    const { registry } = server.app.services
    const keep = registry.keep.bind(registry)
    const died = new Promise<void>((resolve) => {
      vi.spyOn(registry, 'keep').mockImplementation(async (...asked) => {
        await before(() => keep(...asked))
        resolve()
        return new Promise(() => undefined)
      })
    })
    await table.moves()
    await died
    table.room.close()
    await server.restart()
    const [copy] = await table.has(1)
    expect(copy && textsOf(await table.reads(copy.id))).toEqual(['The lift is out of order on Fridays'])
    expect(await table.rows()).toHaveLength(1)
  })

  test('a disk that says no is asked again; one that goes on saying it costs the copy and nothing else', async () => {
    const table = await openCopies(server)
    await table.writes('Words')
    const { registry } = server.app.services
    const keep = registry.keep.bind(registry)
    let tries = 0
    let isBroken = true
    vi.spyOn(registry, 'keep').mockImplementation(async (...asked) => {
      tries += 1
      if (isBroken) throw new Error('the disk said no')
      return keep(...asked)
    })
    await table.moves()
    while (tries < 1) await turn()
    await turn()
    isBroken = false
    time.pass(1_000)
    expect(await table.has(1)).toHaveLength(1)

    isBroken = true
    await table.writes('More words')
    await table.moves()
    while ((await table.rows()).length > 1) {
      time.pass(300_000)
      await turn()
    }
    isBroken = false
    await table.moves()
    expect(stepsOf(await table.has(2))).toHaveLength(2)
  })
})

describe('[F42] opened as a new canvas', () => {
  async function opened() {
    const table = await openCopies(server)
    const [lift, returns, bin] = await table.writes('The lift is out of order', 'Four returns', 'Said in anger')
    addCluster(table.room.document, {
      title: 'Buildings',
      kind: 'barrier',
      spot: { in: table.section(), after: null, before: null },
      notes: [lift as NoteId],
      now: 2,
    })
    deleteNotes(table.room.document, [bin as NoteId], 3)
    await table.arrived()
    await table.moves()
    const [copy] = await table.has(1)
    if (!copy || !returns) throw new Error('it is there')
    return { ...table, copy, lift: lift as NoteId }
  }

  test('it reads as the copy does, everybody sees it come, and it is a canvas of its own', async () => {
    const table = await opened()
    const stage = await table.jon.browser.open({ kind: 'stage', workshopId: table.workshop.id })
    deleteNotes(table.room.document, [table.lift], 4)
    const came = await table.opens(table.copy.id)
    expect(came).toMatchObject({ status: 200, body: { canvas: { title: 'Canvas, as after Write' } } })
    const { id } = came.body.canvas
    await stage.until(() => stage.stage().workshop?.canvases.length === 2)
    expect(stage.stage().workshop?.canvases.at(-1)).toEqual(came.body.canvas)

    const room = await table.jon.browser.open({ kind: 'canvas', canvasId: id })
    const before = await table.reads(table.copy.id)
    const now = readCanvas(room.document)
    const bare = (view: CanvasView) => [
      view.sections.map(({ title, frame, layout }) => ({ title, frame, layout })),
      textsOf(view),
      allClusters(view).map(({ title, notes }) => [title, notes.map(({ text, author, side }) => [text, author, side])]),
      view.bin.map(({ text }) => text),
    ]
    expect(bare(now)).toEqual(bare(before))
    const ids = (view: CanvasView) => [...allNotes(view), ...allClusters(view), ...view.sections].map((one) => one.id)
    expect(ids(now).filter((one) => ids(before).includes(one as never))).toEqual([])

    const [cluster] = allClusters(now)
    clusterText(room.document, cluster?.id as never, 'title')?.insert(0, 'Old ')
    noteText(room.document, allNotes(now)[0]?.id as NoteId)?.insert(0, 'Still: ')
    const onServer = () => server.app.services.registry.read({ kind: 'canvas', canvasId: id }, readCanvas)
    while (!textsOf(await onServer()).some((text) => text.startsWith('Still: '))) await turn()
    expect(allClusters(readCanvas(table.room.document))[0]?.title).toBe('Buildings')
    await server.restart()
    expect(textsOf(await onServer())).toContain('Still: The lift is out of order')
    expect((await table.copies()).at(-1)?.openedAs).toBe(id)
  })

  test('asked twice with the same id it is one; with an id that is taken it is refused', async () => {
    const table = await opened()
    const id = newId()
    const came = await Promise.all([
      table.opens(table.copy.id, { id }),
      table.opens(table.copy.id, { id, title: 'Two' }),
    ])
    expect(came.map(({ status }) => status)).toEqual([200, 200])
    expect(came[0]?.body.canvas).toEqual(came[1]?.body.canvas)
    const taken = await table.opens(table.copy.id, { id: table.canvas.id })
    expect(taken).toMatchObject({ status: 400, body: { refusal: 'not-valid', field: 'id' } })
    const other = await server.create()
    const theirs = await table.opens(table.copy.id, { id: other.canvas.id })
    expect(theirs, 'of another workshop').toMatchObject({ status: 404, body: { refusal: 'not-found' } })
    const odd = await table.opens(table.copy.id, { id: '../stage' })
    expect(odd).toMatchObject({ status: 400, body: { refusal: 'not-valid', field: 'id' } })
    const bare = await table.opens(table.copy.id, { title: '  ' })
    expect(bare).toMatchObject({ status: 400, body: { refusal: 'not-valid', field: 'title' } })
  })

  test('the next step keeps both, and there is an end to how many there can be', async () => {
    const table = await opened()
    await table.opens(table.copy.id)
    await table.moves()
    const now = await table.has(3)
    expect(new Set(now.slice(1).map(({ canvasId }) => canvasId)).size).toBe(2)
    expect(new Set(now.slice(1).map(({ leftAt }) => leftAt)).size).toBe(1)
    for (let count = 2; count < LIMITS.canvases; count += 1) {
      expect((await table.opens(table.copy.id)).status).toBe(200)
    }
    expect(await table.opens(table.copy.id)).toMatchObject({ status: 409, body: { refusal: 'too-many-canvases' } })
  })

  test('[A13] nobody but a facilitator, nothing of another workshop, nothing new after the end', async () => {
    const table = await opened()
    const path = table.at(`copies/${table.copy.id}`)
    for (const [status, came] of [
      [403, await table.jon.browser.get(table.at('copies'))],
      [403, await table.jon.browser.get(path)],
      [403, await table.opens(table.copy.id, {}, table.jon.browser)],
    ] as const) {
      expect(came).toMatchObject({ status, body: { refusal: 'role-may-not' } })
    }
    const other = await server.create()
    const theirs = `/api/workshops/${other.workshop.id}/copies/${table.copy.id}`
    expect((await other.facilitator.get(theirs)).status).toBe(404)
    expect((await other.facilitator.post(`${theirs}/open`, { id: newId(), title: 'Theirs' })).status).toBe(404)
    expect((await table.opens('none')).status).toBe(404)
    await table.facilitator.post(table.at('end'))
    expect(await table.opens(table.copy.id)).toMatchObject({ status: 409, body: { refusal: 'workshop-ended' } })
    expect(textsOf(await table.reads(table.copy.id))).toContain('Four returns')
  })
})
