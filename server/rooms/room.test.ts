import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { MemberId } from '../../shared/domain/ids'
import { roomName } from '../../shared/domain/room'
import { LIMITS } from '../../shared/protocol/limits'
import { updateMessage } from './messages'
import type { LogPosition } from './ports'
import {
  addNote,
  addNoteTo,
  CANVAS,
  contentOf,
  notesOf,
  OBSERVER,
  openWorld,
  STAGE,
  WORKSHOP,
  WRITER,
} from './testing/open-room'

const LIFT = 'The lift is out of order on Fridays'
const RETURNS = 'Four returns ask the same questions'

function positionIn(at: string | undefined): LogPosition {
  const [epoch = '', position = ''] = at?.split(':') ?? []
  return { epoch, position: Number(position) }
}

/** The updates that a document makes while something is done to it. */
function updatesOf(doc: Y.Doc, run: () => void): Uint8Array[] {
  const updates: Uint8Array[] = []
  const record = (update: Uint8Array) => updates.push(update)
  doc.on('update', record)
  run()
  doc.off('update', record)
  return updates
}

describe('what people write', () => {
  test('[R1] what one person writes, the others read, and it is on disk', async () => {
    const { person, settle, reopened, faults } = openWorld()
    const amina = person('amina')
    const jon = person('jon')
    await settle()
    addNote(amina, 'n1', LIFT)
    addNote(jon, 'n2', RETURNS)
    await settle()
    expect(notesOf(amina.doc)).toEqual([RETURNS, LIFT])
    expect(notesOf(jon.doc)).toEqual([RETURNS, LIFT])
    expect(contentOf(await reopened())).toEqual(contentOf(amina.doc))
    expect(faults).toEqual([])
  })

  test('[R1] what was written while away arrives with the return', async () => {
    const { person, settle } = openWorld()
    const amina = person('amina')
    const jon = person('jon')
    await settle()
    jon.disconnect()
    addNote(jon, 'n1', 'Written on the train')
    addNote(amina, 'n2', LIFT)
    jon.connect()
    await settle()
    expect(notesOf(amina.doc)).toEqual([LIFT, 'Written on the train'])
    expect(notesOf(jon.doc)).toEqual(notesOf(amina.doc))
  })

  test('[R1] a killed process loses nothing that was called saved', async () => {
    const { person, settle, restart, reopened, log, turn } = openWorld()
    const amina = person('amina')
    await settle()
    addNote(amina, 'n1', LIFT)
    await settle()
    log.hold()
    addNote(amina, 'n2', RETURNS)
    amina.exchange()
    await turn()
    expect(amina.saved?.count).toBe(amina.sent - 1)
    restart()
    expect(notesOf(await reopened())).toEqual([LIFT])
    await log.release()
    amina.connect()
    await settle()
    expect(notesOf(await reopened())).toEqual([RETURNS, LIFT])
  })
})

describe('saved', () => {
  test('[R2] nothing is called saved before its commit has returned', async () => {
    const { person, settle, log, turn } = openWorld()
    const amina = person('amina')
    const jon = person('jon')
    await settle()
    const before = amina.saved?.count
    log.hold()
    addNote(amina, 'n1', LIFT)
    amina.exchange()
    addNote(amina, 'n2', RETURNS)
    amina.exchange()
    await settle()
    expect(notesOf(jon.doc)).toEqual([RETURNS, LIFT])
    expect(amina.saved?.count).toBe(before)
    await log.commitNext()
    amina.exchange()
    expect(amina.saved?.count).toBe((before ?? 0) + 1)
    await log.release()
    await turn()
    amina.exchange()
    expect(amina.saved?.count).toBe(amina.sent)
  })

  test('[R2] what another copy had brought already is saved when that is', async () => {
    const { person, settle, log } = openWorld()
    const amina = person('amina')
    const jon = person('jon')
    await settle()
    log.hold()
    const [update] = updatesOf(amina.doc, () => addNote(amina, 'n1', LIFT))
    amina.exchange()
    const count = jon.saved?.count ?? 0
    jon.sent += 1
    jon.post(updateMessage(update ?? new Uint8Array()))
    await settle()
    expect(jon.saved?.count ?? 0).toBe(count)
    await log.release()
    await settle()
    expect(jon.saved?.count).toBe(count + 1)
  })

  test('[R2] only those who ask are told', async () => {
    const { person, settle } = openWorld()
    const amina = person('amina', WRITER, { wantsSaved: false })
    await settle()
    addNote(amina, 'n1', LIFT)
    await settle()
    expect(amina.saved).toBeUndefined()
  })
})

describe('who may write', () => {
  test('[R3] an observer reads every note and changes none', async () => {
    const { person, settle, reopened } = openWorld()
    const amina = person('amina')
    const oscar = person('oscar', OBSERVER)
    const olga = person('olga', OBSERVER, { wantsSaved: false })
    await settle()
    addNote(amina, 'n1', LIFT)
    await settle()
    addNote(oscar, 'n2', 'I should not be here')
    addNote(olga, 'n3', 'Nor I')
    addNote(oscar, 'n4', 'And again')
    await settle()
    expect(notesOf(amina.doc)).toEqual([LIFT])
    expect(notesOf(await reopened())).toEqual([LIFT])
    expect(oscar.refusals).toEqual(['oscar: role-may-not-edit (2)'])
    expect(olga.refusals).toEqual(['olga: role-may-not-edit'])
  })

  test('[R3] after a refusal nothing more is taken from that copy, and a fresh one is as good as new', async () => {
    const { person, settle, registry, doorkeeper } = openWorld()
    const jon = person('jon')
    const amina = person('amina')
    await settle()
    doorkeeper.rightsOf.set('jon', { write: 'canvas-locked' })
    await registry.reviseAccess(WORKSHOP)
    addNote(jon, 'n1', 'Too late')
    await settle()
    expect(jon.refusals).toEqual(['jon: canvas-locked (2)'])
    doorkeeper.rightsOf.set('jon', WRITER)
    await registry.reviseAccess(WORKSHOP)
    addNote(jon, 'n2', 'Leans on what was refused')
    await settle()
    expect(notesOf(amina.doc)).toEqual([])
    jon.disconnect()
    jon.startAfresh()
    jon.connect()
    await settle()
    addNote(jon, 'n3', 'Afresh')
    await settle()
    expect(notesOf(amina.doc)).toEqual(['Afresh'])
    expect(jon.refusals).toEqual([])
  })

  test('[R3] each thing an update would do is judged, and one refusal takes all of it back', async () => {
    const { person, settle, reopened } = openWorld()
    const judge = vi.fn(({ path }: { path: readonly string[] }) => (path[0] === 'locked' ? 'not-your-note' : undefined))
    const jon = person('jon', { write: 'yes', judge: judge as never })
    await settle()
    jon.doc.transact(() => {
      addNoteTo(jon.doc, 'free', LIFT)
      addNoteTo(jon.doc, 'locked', 'Not mine')
    })
    await settle()
    expect(jon.refusals).toEqual(['jon: not-your-note (2)'])
    expect(notesOf(await reopened())).toEqual([])
    expect(judge).toHaveBeenCalledWith(
      expect.objectContaining({ path: ['free'], change: 'set' }),
      expect.any(Y.Doc),
      expect.arrayContaining([expect.objectContaining({ path: ['locked'] })]),
    )
  })

  test('[R4] a message that changes nothing is never a refusal', async () => {
    const { person, settle } = openWorld()
    const amina = person('amina')
    await settle()
    addNote(amina, 'n1', LIFT)
    await settle()
    const oscar = person('oscar', OBSERVER)
    await settle()
    oscar.sent += 1
    oscar.post(updateMessage(Y.encodeStateAsUpdate(amina.doc)))
    await settle()
    expect(oscar.refusals).toEqual([])
    expect(oscar.saved?.count).toBe(2)
  })

  test('[R4] who only reads is not asked for what they have; who may write again is', async () => {
    const { person, settle, registry, doorkeeper } = openWorld()
    const oscar = person('oscar', OBSERVER, { wantsSaved: false })
    const jon = person('jon', { write: 'canvas-locked' }, { wantsSaved: false })
    await settle()
    expect(oscar.sent).toBe(0)
    expect(jon.sent).toBe(0)
    doorkeeper.rightsOf.set('jon', WRITER)
    await registry.reviseAccess(WORKSHOP)
    await settle()
    expect(jon.sent).toBe(1)
  })

  test('[R4] who was away while the canvas was locked hears that nothing was taken', async () => {
    const { person, settle } = openWorld()
    const jon = person('jon')
    await settle()
    jon.disconnect()
    addNote(jon, 'n1', 'Written on the train')
    const locked = person('jon', { write: 'canvas-locked' })
    locked.disconnect()
    jon.connect()
    await settle()
    expect(jon.refusals).toEqual(['jon: canvas-locked (1)'])
  })

  test('[R3] what is too large is refused and harms nobody', async () => {
    const { person, settle, reopened } = openWorld()
    const jon = person('jon')
    await settle()
    addNote(jon, 'n1', 'x'.repeat(LIMITS.message + 1))
    await settle()
    expect(jon.refusals).toEqual(['jon: too-large (2)'])
    expect(notesOf(await reopened())).toEqual([])
  })
})

describe('what cannot be read', () => {
  test('[R5] an update that is none closes its socket and leaves the document as it was', async () => {
    const { person, settle } = openWorld()
    const amina = person('amina')
    const mallory = person('mallory')
    await settle()
    addNote(amina, 'n1', LIFT)
    const [update] = updatesOf(mallory.doc, () => addNote(mallory, 'n2', 'Half of this'))
    mallory.outbox.length = 0
    mallory.post(updateMessage(update?.slice(0, -7) ?? new Uint8Array()))
    await settle()
    expect(mallory.wire.closed).toEqual({ code: 4400, reason: 'update-not-valid' })
    expect(notesOf(amina.doc)).toEqual([LIFT])
  })

  test('[R5] a second message behind the first is not lost without a word', async () => {
    const { person, settle } = openWorld()
    const amina = person('amina')
    await settle()
    const updates = updatesOf(amina.doc, () => {
      addNote(amina, 'n1', LIFT)
      addNote(amina, 'n2', RETURNS)
    })
    amina.outbox.length = 0
    amina.post(Buffer.concat(updates.map((update) => updateMessage(update))))
    await settle()
    expect(amina.wire.closed?.code).toBe(4400)
  })
})

describe('what waits for what is missing', () => {
  test('[R6] a gap stays with who sent it, and holds back the count until it is filled', async () => {
    const { person, settle, reopened } = openWorld()
    const amina = person('amina')
    const jon = person('jon')
    await settle()
    const before = amina.saved?.count ?? 0
    const messages = updatesOf(amina.doc, () => {
      addNote(amina, 'n1', LIFT)
      addNote(amina, 'n2', RETURNS)
      addNote(amina, 'n3', 'Third')
    }).map((update) => updateMessage(update))
    const [first, second, third] = messages
    amina.outbox.length = 0
    if (!first || !second || !third) throw new Error('three updates were made')
    amina.post(second)
    amina.post(third)
    await settle()
    expect(notesOf(jon.doc)).toEqual([])
    expect(amina.saved?.count).toBe(before)
    const late = person('late')
    await settle()
    expect(notesOf(late.doc)).toEqual([])
    expect(late.doc.store.pendingStructs).toBeNull()
    amina.post(first)
    await settle()
    expect(notesOf(jon.doc)).toEqual([RETURNS, LIFT, 'Third'].sort())
    expect(amina.saved?.count).toBe(before + 3)
    expect(notesOf(await reopened())).toHaveLength(3)
  })

  test('[R6] more than a connection may keep waiting closes it', async () => {
    const { person, settle } = openWorld({ heldBytes: 500 })
    const amina = person('amina')
    await settle()
    const [, second] = updatesOf(amina.doc, () => {
      addNote(amina, 'n1', LIFT)
      addNote(amina, 'n2', 'x'.repeat(600))
    })
    amina.outbox.length = 0
    amina.post(updateMessage(second ?? new Uint8Array()))
    await settle()
    expect(amina.wire.closed?.code).toBe(4400)
  })
})

describe('the stage', () => {
  const start = (doc: Y.Doc) => doc.getMap('stage').set('step', 'write')

  test('[R7] the stage is seen when it is stored with its rows, and not before', async () => {
    const { person, settle, registry, log } = openWorld()
    const amina = person('amina', WRITER, { address: STAGE })
    await settle()
    log.hold()
    const written = registry.write(STAGE, start, ['the row of the step'])
    await settle()
    const jon = person('jon', WRITER, { address: STAGE })
    await settle()
    expect(amina.doc.getMap('stage').size).toBe(0)
    expect(jon.doc.getMap('stage').size).toBe(0)
    await log.release()
    await written
    await settle()
    expect(amina.doc.getMap('stage').get('step')).toBe('write')
    expect(jon.doc.getMap('stage').get('step')).toBe('write')
    expect(log.rows).toEqual(['the row of the step'])
  })

  test('[R7] a commit that fails leaves no trace, neither on the stage nor in what comes after', async () => {
    const { person, settle, registry, log, reopened } = openWorld()
    const amina = person('amina', WRITER, { address: STAGE })
    await registry.write(STAGE, start, [])
    log.failNext()
    await expect(registry.write(STAGE, (doc) => doc.getMap('stage').set('step', 'lost'), ['lost'])).rejects.toThrow()
    await registry.write(STAGE, (doc) => doc.getMap('stage').set('timer', 5), ['timer'])
    await settle()
    expect(amina.doc.getMap('stage').toJSON()).toEqual({ step: 'write', timer: 5 })
    expect((await reopened(STAGE)).getMap('stage').toJSON()).toEqual({ step: 'write', timer: 5 })
    expect(log.rows).toEqual(['timer'])
  })

  test('[R7] an edit that throws leaves no trace', async () => {
    const { registry, reopened } = openWorld()
    const half = (doc: Y.Doc) => {
      doc.getMap('stage').set('step', 'half')
      throw new Error('in the middle')
    }
    await expect(registry.write(STAGE, half, ['row'])).rejects.toThrow('in the middle')
    await registry.write(STAGE, (doc) => doc.getMap('stage').set('timer', 5), [])
    expect((await reopened(STAGE)).getMap('stage').toJSON()).toEqual({ timer: 5 })
  })

  test('[R7] writes come one after another, in the order they were asked for', async () => {
    const { registry, reopened } = openWorld()
    const add = (step: number) => registry.write(STAGE, (doc) => doc.getArray('steps').push([step]), [])
    await Promise.all([1, 2, 3, 4].map(add))
    expect((await reopened(STAGE)).getArray('steps').toJSON()).toEqual([1, 2, 3, 4])
  })

  test('[R7] nobody but the server writes the stage, whatever the doorkeeper says', async () => {
    const { person, settle, reopened } = openWorld()
    const mallory = person('mallory', WRITER, { address: STAGE })
    await settle()
    start(mallory.doc)
    await settle()
    expect(mallory.refusals).toEqual(['mallory: role-may-not-edit (1)'])
    expect((await reopened(STAGE)).getMap('stage').size).toBe(0)
  })

  test('[R7] rows alone are stored too', async () => {
    const { registry, log } = openWorld()
    await registry.write(STAGE, () => {}, ['only a row'])
    expect(log.rows).toEqual(['only a row'])
  })

  test('[R1] elsewhere the server writes as anybody does: at once, and the promise says when it is saved', async () => {
    const { person, settle, registry, log } = openWorld()
    const amina = person('amina')
    await settle()
    log.hold()
    let isSaved = false
    const written = registry
      .write(CANVAS, (doc) => addNoteTo(doc, 'n1', LIFT), ['row'])
      .then(() => {
        isSaved = true
      })
    await settle()
    expect(notesOf(amina.doc)).toEqual([LIFT])
    expect(isSaved).toBe(false)
    await log.release()
    await written
    expect(log.rows).toEqual(['row'])
  })
})

describe('changes of access', () => {
  test('[R9] a lock is in force when the command has been answered', async () => {
    const { person, settle, registry, doorkeeper, reopened } = openWorld()
    const jon = person('jon')
    await settle()
    doorkeeper.rightsOf.set('jon', { write: 'canvas-locked' })
    await registry.reviseAccess(WORKSHOP)
    addNote(jon, 'n1', 'Too late')
    await settle()
    expect(notesOf(await reopened())).toEqual([])
  })

  test('[R9] a removed member is gone at once, and only they', async () => {
    const { person, settle, registry } = openWorld()
    const jon = person('jon')
    const amina = person('amina')
    await settle()
    registry.removeMember('jon' as MemberId)
    expect(jon.wire.closed).toEqual({ code: 4410, reason: 'removed' })
    expect(amina.wire.closed).toBeUndefined()
  })

  test('[R9] who is on the way in meanwhile comes in with the new rights, or not at all', async () => {
    const { person, settle, registry, doorkeeper, log, turn } = openWorld()
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
    const oscar = person('oscar')
    await turn()
    doorkeeper.rightsOf.set('jon', 'removed').set('oscar', OBSERVER)
    registry.removeMember('jon' as MemberId)
    await registry.reviseAccess(WORKSHOP)
    open()
    addNote(oscar, 'n1', 'Too late')
    await settle()
    expect(jon.wire.closed?.code).toBe(4410)
    expect(oscar.refusals).toHaveLength(1)
  })
})

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

  test('[R10] who comes back with nothing new pays next to nothing', async () => {
    const { person, settle, clock } = openWorld()
    const amina = person('amina')
    const jon = person('jon')
    await settle()
    addNote(amina, 'n1', 'x'.repeat(20_000))
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
    addNote(amina, 'n1', 'x'.repeat(20_000))
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

describe('many at once', () => {
  test('[R11] the first change goes at once, what follows as one write a socket', async () => {
    const { person, settle, clock } = openWorld()
    const people = Array.from({ length: 100 }, (_, index) => person(`p${index}`))
    await settle()
    const [amina, jon] = people
    if (!amina || !jon) throw new Error('a hundred people are here')
    const before = jon.wire.writes
    for (let index = 0; index < 10; index += 1) addNote(amina, `n${index}`, `note ${index}`)
    amina.exchange()
    expect(jon.wire.writes - before).toBe(1)
    clock.advance(5)
    expect(jon.wire.writes - before).toBe(2)
    jon.exchange()
    expect(notesOf(jon.doc)).toHaveLength(10)
  })

  test('[R11] a small room waits for no clock: what came in one turn goes in two writes', async () => {
    const { person, settle, clock } = openWorld()
    const amina = person('amina')
    const jon = person('jon')
    await settle()
    const before = jon.wire.writes
    for (let index = 0; index < 10; index += 1) addNote(amina, `n${index}`, `note ${index}`)
    amina.exchange()
    jon.exchange()
    expect(notesOf(jon.doc)).toHaveLength(1)
    await clock.breathe()
    jon.exchange()
    expect(notesOf(jon.doc)).toHaveLength(10)
    expect(jon.wire.writes - before).toBe(2)
  })

  test('[R13] who does not read is closed and comes again; presence goes first', async () => {
    const { person, settle, clock } = openWorld()
    const amina = person('amina')
    const jon = person('jon')
    await settle()
    jon.wire.stuck = 300 * 1024
    amina.point({ x: 1 })
    addNote(amina, 'n1', LIFT)
    amina.exchange()
    await settle()
    expect(jon.awareness.states.has(amina.doc.clientID)).toBe(false)
    expect(notesOf(jon.doc)).toEqual([LIFT])
    jon.wire.stuck = 0
    clock.advance(500)
    await settle()
    expect(jon.awareness.states.has(amina.doc.clientID)).toBe(true)
    jon.wire.stuck = 2 * 1024 * 1024
    addNote(amina, 'n2', RETURNS)
    await settle()
    expect(jon.wire.closed).toEqual({ code: 1013, reason: 'too-slow' })
    jon.connect()
    await settle()
    expect(notesOf(jon.doc)).toEqual([RETURNS, LIFT])
  })

  test('[R13] who sends too fast is read more slowly, and loses nothing', async () => {
    const rate = { messagesASecond: 10, messagesAtOnce: 5, bytesASecond: 1_000_000, bytesAtOnce: 1_000_000 }
    const { person, settle, clock, reopened } = openWorld({ rate })
    const amina = person('amina')
    await settle()
    for (let index = 0; index < 20; index += 1) addNote(amina, `n${index}`, `note ${index}`)
    amina.exchange()
    expect(amina.wire.isPaused).toBe(true)
    clock.advance(3_000)
    expect(amina.wire.isPaused).toBe(false)
    await settle()
    expect(notesOf(await reopened())).toHaveLength(20)
  })

  test('[R13] who writes faster than the disk takes it waits for the disk', async () => {
    const { person, settle, log } = openWorld({ unsavedBytes: 1_000 })
    const amina = person('amina')
    await settle()
    log.hold()
    addNote(amina, 'n1', 'x'.repeat(2_000))
    amina.exchange()
    expect(amina.wire.isPaused).toBe(true)
    await log.release()
    await settle()
    expect(amina.wire.isPaused).toBe(false)
  })

  test('[R17] quiet connections get a message at least every 20 s, and dead ones are cut', async () => {
    const { person, settle, clock } = openWorld()
    const amina = person('amina')
    await settle()
    for (let elapsed = 0; elapsed < 25; elapsed += 1) {
      const before = amina.wire.inbox.length
      clock.advance(19_999)
      expect(amina.wire.inbox.length).toBeGreaterThan(before)
      amina.pong()
    }
    expect(amina.wire.pings).toBeGreaterThan(0)
    clock.advance(70_000)
    expect(amina.wire.isCut).toBe(true)
  })
})
