import { describe, expect, test, vi } from 'vitest'
import type * as Y from 'yjs'
import type { MemberId } from '../../shared/domain/ids'
import { refuse } from '../../shared/result'
import {
  addNote,
  addNoteTo,
  CANVAS,
  notesOf,
  OBSERVER,
  openWorld,
  STAGE,
  WORKSHOP,
  type World,
  WRITER,
} from './testing/open-room'

const LIFT = 'The lift is out of order on Fridays'

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

  test('[R9] who writes the moment they see the canvas unlocked is not refused', async () => {
    const { person, settle, registry, doorkeeper, reopened } = openWorld()
    doorkeeper.rightsOf.set('jon', { write: 'canvas-locked' })
    const stage = person('jon', { write: 'canvas-locked' }, { address: STAGE })
    const jon = person('jon', { write: 'canvas-locked' })
    await settle()
    stage.doc.getMap('stage').observe(() => addNote(jon, 'n1', LIFT))
    const unlocked = (doc: Y.Doc) => doc.getMap('stage').set('locked', false)
    await registry.write(STAGE, unlocked, ['unlocked'], async () => {
      doorkeeper.rightsOf.set('jon', WRITER)
      await registry.reviseAccess(WORKSHOP)
    })
    await settle()
    expect(jon.refusals).toEqual([])
    expect(notesOf(await reopened())).toEqual([LIFT])
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

  test('[R9] who leaves on one device loses what that device has open, and nobody else does', async () => {
    const { person, settle, registry } = openWorld()
    const jon = person('jon')
    const amina = person('amina')
    await settle()
    registry.leave('session of jon', WORKSHOP)
    expect(jon.wire.closed).toEqual({ code: 4404, reason: 'not-a-member' })
    expect(amina.wire.closed).toBeUndefined()
  })

  test('[R9] who is on the way in meanwhile comes in with the new rights, or not at all', async () => {
    const { person, settle, registry, doorkeeper, log, turn } = openWorld()
    const open = slowToLoad(log)
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

  test('[R9] who has left the workshop on the way in does not come in', async () => {
    const { person, settle, registry, doorkeeper, log, turn } = openWorld()
    const open = slowToLoad(log)
    const jon = person('jon')
    await turn()
    vi.spyOn(doorkeeper, 'enter').mockResolvedValue(refuse('not-a-member'))
    registry.leave('session of jon', WORKSHOP)
    open()
    await settle()
    expect(jon.wire.closed).toEqual({ code: 4404, reason: 'not-a-member' })
  })
})

/** Keeps rooms from opening until what it answers is called. */
function slowToLoad(log: World['log']): () => void {
  let open = () => {}
  const loading = new Promise<void>((resolve) => {
    open = resolve
  })
  const load = log.load.bind(log)
  vi.spyOn(log, 'load').mockImplementation(async (room) => {
    await loading
    return load(room)
  })
  return () => open()
}
