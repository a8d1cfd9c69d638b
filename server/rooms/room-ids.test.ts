import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { updateMessage } from './messages'
import { addNote, addNoteTo, notesOf, openWorld } from './testing/open-room'

const LIFT = 'The lift is out of order on Fridays'
const RETURNS = 'Four returns ask the same questions'

/** What somebody makes who writes under the Yjs client id of another. */
function forgedUnder(client: number, text: string): Uint8Array {
  const forged = new Y.Doc()
  forged.clientID = client
  addNoteTo(forged, 'forged', text)
  return Y.encodeStateAsUpdate(forged)
}

describe('[R22] what is written under the id of somebody who is here', () => {
  test('waits when somebody else brings it, and never takes the place of their own words', async () => {
    const { person, settle, reopened } = openWorld()
    const amina = person('amina')
    const mallory = person('mallory')
    await settle()
    addNote(amina, 'n1', LIFT)
    mallory.deliver(updateMessage(forgedUnder(amina.doc.clientID, 'Not by Amina')))
    await settle()
    addNote(mallory, 'n2', RETURNS)
    await settle()
    expect(notesOf(await reopened())).toEqual([RETURNS, LIFT])
    for (const { doc, refusals } of [amina, mallory]) {
      expect(notesOf(doc)).toEqual([RETURNS, LIFT])
      expect(refusals).toEqual([])
    }
    expect(amina.saved?.count).toBe(amina.sent)
  })

  test('is taken once they are gone: what a crash lost is brought back by whoever has it', async () => {
    const { person, settle, reopened } = openWorld()
    const amina = person('amina')
    const jon = person('jon')
    await settle()
    Y.applyUpdate(jon.doc, forgedUnder(amina.doc.clientID, LIFT))
    addNote(jon, 'n2', RETURNS)
    await settle()
    expect(notesOf(await reopened())).toEqual([RETURNS])
    amina.disconnect()
    await settle()
    expect(notesOf(await reopened())).toEqual([RETURNS, LIFT])
  })

  test('comes at once from another screen of their own', async () => {
    const { person, settle, reopened } = openWorld()
    const amina = person('amina')
    const phone = person('amina')
    await settle()
    phone.deliver(updateMessage(forgedUnder(amina.doc.clientID, LIFT)))
    await settle()
    expect(notesOf(await reopened())).toEqual([LIFT])
  })
})
