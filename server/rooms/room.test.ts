import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { LIMITS } from '../../shared/protocol/limits'
import { updateMessage } from './messages'
import { addNote, addNoteTo, contentOf, notesOf, OBSERVER, openWorld, WORKSHOP, WRITER } from './testing/open-room'

const LIFT = 'The lift is out of order on Fridays'
const RETURNS = 'Four returns ask the same questions'

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

  test('[R6] a message of which several parts waited counts once, and so do those behind it', async () => {
    const { person, settle, reopened } = openWorld()
    const [amina, jon] = [person('amina'), person('jon')]
    await settle()
    amina.disconnect()
    addNote(amina, 'n1', LIFT)
    Y.applyUpdate(jon.doc, Y.encodeStateAsUpdate(amina.doc), jon)
    const text = jon.doc.getMap<Y.Map<Y.Text>>('notes').get('n1')?.get('text')
    jon.doc.transact(() => {
      text?.delete(0, 4)
      text?.insert(0, 'A ')
    })
    text?.insert(0, 'Still: ')
    await settle()
    expect(jon.saved?.count).toBe(1)
    amina.connect()
    await settle()
    expect(jon.saved?.count).toBe(jon.sent)
    expect(notesOf(await reopened())).toEqual([`Still: A ${LIFT.slice(4)}`])
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
