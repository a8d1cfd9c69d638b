import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { roomName } from '../../shared/domain/room'
import type { LogPosition } from './ports'
import { addNote, CANVAS, notesOf, openWorld, WORKSHOP, WRITER } from './testing/open-room'

const LIFT = 'The lift is out of order on Fridays'
const RETURNS = 'Four returns ask the same questions'

function positionIn(at: string | undefined): LogPosition {
  const [epoch = '', position = ''] = at?.split(':') ?? []
  return { epoch, position: Number(position) }
}

/** What Amina has filled with notes; a cold one has been closed since, and the server started anew. */
async function filledRoom(room: string, notes: number) {
  const world = openWorld()
  const amina = world.person('amina')
  await world.settle()
  for (let index = 0; index < notes; index += 1) addNote(amina, `n${index}`, LIFT)
  await world.settle()
  if (room === 'cold') {
    await world.registry.close()
    world.restart()
  }
  return { ...world, amina }
}

describe('coming in', () => {
  test('[R10] nothing is answered before the content is there', async () => {
    const { person, settle, restart, log, turn } = openWorld()
    const amina = person('amina')
    await settle()
    for (let index = 0; index < 20; index += 1) addNote(amina, `n${index}`, LIFT)
    await settle()
    restart()
    let open = () => {}
    const loading = new Promise<void>((resolve) => {
      open = resolve
    })
    const load = log.load.bind(log)
    vi.spyOn(log, 'load').mockImplementation(async (room) => {
      await loading
      return load(room)
    })
    const jon = person('jon')
    jon.exchange()
    await turn()
    expect(jon.wire.inbox).toEqual([])
    open()
    await settle()
    expect(notesOf(jon.doc)).toHaveLength(20)
  })

  test('[R9] a device that was passed on while its socket was on the way in: the socket is nobody’s', async () => {
    const { person, settle, restart, log, turn, doorkeeper, registry } = openWorld()
    person('amina')
    await settle()
    restart()
    let open = () => {}
    const loading = new Promise<void>((resolve) => {
      open = resolve
    })
    const load = log.load.bind(log)
    vi.spyOn(log, 'load').mockImplementation(async (room) => {
      await loading
      return load(room)
    })
    const late = person('amina')
    await turn()
    const enter = doorkeeper.enter.bind(doorkeeper)
    doorkeeper.rightsOf.set('sam', WRITER)
    vi.spyOn(doorkeeper, 'enter').mockImplementation(() => enter('sam'))
    registry.leave('session of amina', WORKSHOP)
    open()
    await settle()
    expect(late.wire.closed?.code).toBe(4404)
  })

  test('[R10] a cold room answers who has nothing from its stored bytes', async () => {
    const { person, settle, restart, registry, log, turn } = openWorld()
    const amina = person('amina')
    await settle()
    addNote(amina, 'n1', LIFT)
    await settle()
    await registry.close()
    restart()
    expect((await log.load(roomName(CANVAS)))?.tail).toEqual([])
    const jon = person('jon')
    for (let index = 0; index < 3; index += 1) {
      await turn()
      jon.exchange()
    }
    expect(notesOf(jon.doc)).toEqual([LIFT])
    addNote(jon, 'n2', RETURNS)
    await settle()
    expect(jon.saved?.count).toBe(jon.sent)
  })

  test.each(['warm', 'cold'])(
    '[R25] a %s room sends its document deflated to who asks for that, and what came meanwhile',
    async (room) => {
      const { person, settle, amina } = await filledRoom(room, 300)
      if (room === 'cold') {
        amina.startAfresh()
        amina.connect()
        await settle()
      }
      const plain = person('jon')
      const jon = person('lena', WRITER, { wantsDeflated: true })
      jon.exchange()
      addNote(amina, 'meanwhile', RETURNS)
      await vi.waitFor(async () => {
        await settle()
        expect(notesOf(jon.doc)).toHaveLength(301)
      })
      expect(notesOf(jon.doc)).toContain(RETURNS)
      expect(jon.receivedBytes).toBeLessThan(plain.receivedBytes / 2)
      expect(jon.saved?.at).toBe(plain.saved?.at)
      addNote(jon, 'own', LIFT)
      await settle()
      expect(jon.saved?.count).toBe(jon.sent)
      expect(notesOf(amina.doc)).toHaveLength(302)
    },
  )

  test.each(['warm', 'cold'])(
    '[R25] who says to a %s room that they have nothing is brought everything unasked, and once',
    async (room) => {
      const { person, settle } = await filledRoom(room, 100)
      const asks = person('jon')
      const jon = person('lena', WRITER, { isNew: true })
      const question = jon.outbox.splice(0)
      await settle()
      expect(notesOf(jon.doc)).toHaveLength(100)
      for (const message of question) jon.post(message)
      await settle()
      expect(jon.receivedBytes).toBeLessThan(asks.receivedBytes * 1.1)
      expect(jon.saved?.at).toBe(asks.saved?.at)
      // what it asks later is answered
      jon.doc.destroy()
      jon.doc = new Y.Doc()
      for (const message of question) jon.post(message)
      await settle()
      expect(notesOf(jon.doc)).toHaveLength(100)
    },
  )

  test('[R25] who goes while the document is deflated is sent nothing', async () => {
    const { person, settle } = openWorld()
    const amina = person('amina')
    await settle()
    for (let index = 0; index < 300; index += 1) addNote(amina, `n${index}`, LIFT)
    await settle()
    const gone = person('jon', WRITER, { wantsDeflated: true })
    gone.exchange()
    const { wire } = gone
    gone.disconnect()
    const lena = person('lena', WRITER, { wantsDeflated: true })
    await vi.waitFor(async () => {
      await settle()
      expect(notesOf(lena.doc)).toHaveLength(300)
    })
    expect(wire.inbox.every(({ length }) => length < 1_000)).toBe(true)
  })

  test('[R13] a slow line has the time it needs for what a cold room sent first', async () => {
    const { person, settle, restart, registry } = openWorld()
    const amina = person('amina')
    await settle()
    addNote(amina, 'n1', LIFT)
    await settle()
    await registry.close()
    restart()
    const jon = person('jon')
    jon.wire.stuck = 3 * 1024 * 1024
    await settle()
    expect(jon.wire.closed).toBeUndefined()
    jon.wire.stuck = 0
    addNote(jon, 'n2', RETURNS)
    await settle()
    expect(notesOf(jon.doc)).toEqual([RETURNS, LIFT])
    jon.wire.stuck = 2 * 1024 * 1024
    amina.connect()
    addNote(amina, 'n3', LIFT)
    await settle()
    expect(jon.wire.closed?.reason).toBe('too-slow')
  })

  test('[R10] who comes back with nothing new pays next to nothing', async () => {
    const { person, settle, clock } = openWorld()
    const amina = person('amina')
    const jon = person('jon')
    await settle()
    addNote(amina, 'n1', 'x'.repeat(10_000))
    for (let author = 1; author <= 300; author += 1) {
      amina.doc.clientID = author
      addNote(amina, `by ${author}`, LIFT)
    }
    await settle()
    clock.advance(5_000)
    await settle()
    jon.disconnect()
    jon.connect(positionIn(jon.saved?.at))
    await settle()
    expect(jon.receivedBytes).toBeLessThan(1024)
  })

  test('[R10] who comes back gets what came since, and nothing twice', async () => {
    const { person, settle, clock } = openWorld()
    const amina = person('amina')
    const jon = person('jon')
    await settle()
    addNote(amina, 'n1', 'x'.repeat(10_000))
    await settle()
    clock.advance(30_000)
    await settle()
    const from = positionIn(jon.saved?.at)
    jon.disconnect()
    addNote(amina, 'n2', LIFT)
    await settle()
    jon.connect(from)
    await settle()
    expect(notesOf(jon.doc)).toHaveLength(2)
    expect(jon.receivedBytes).toBeLessThan(1024)
  })

  test.each([
    ['another epoch', { epoch: 'somewhere', position: 1 }],
    ['a position past the head', { epoch: '', position: 99 }],
  ])('[R10] %s gets everything', async (_name, wrong) => {
    const { person, settle } = openWorld()
    const amina = person('amina')
    await settle()
    addNote(amina, 'n1', LIFT)
    await settle()
    const epoch = wrong.epoch || positionIn(amina.saved?.at).epoch
    const jon = person('jon')
    jon.disconnect()
    jon.connect({ ...wrong, epoch })
    await settle()
    expect(notesOf(jon.doc)).toEqual([LIFT])
  })

  test('[R10] no position is told that a crash could give to another update', async () => {
    const { person, settle, log } = openWorld()
    const amina = person('amina')
    const jon = person('jon')
    await settle()
    addNote(amina, 'n1', LIFT)
    await settle()
    log.hold()
    addNote(amina, 'n2', RETURNS)
    await settle()
    jon.disconnect()
    jon.connect()
    await settle()
    expect(notesOf(jon.doc)).toHaveLength(2)
    expect(positionIn(jon.saved?.at).position).toBe(1)
  })
})
