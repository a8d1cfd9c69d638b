import { expect, test } from 'vitest'
import { addNote, contentOf, notesOf, OBSERVER, openWorld } from './testing/open-room'

test('[R1] what one person writes, the others read, and it is on disk', async () => {
  const { person, settle, reopened, faults } = openWorld()
  const amina = person('amina')
  const jon = person('jon')
  await settle()
  addNote(amina, 'n1', 'The lift is out of order on Fridays')
  addNote(jon, 'n2', 'Four returns ask the same questions')
  await settle()
  const both = ['Four returns ask the same questions', 'The lift is out of order on Fridays']
  expect(notesOf(amina.doc)).toEqual(both)
  expect(notesOf(jon.doc)).toEqual(both)
  expect(contentOf(await reopened())).toEqual(contentOf(amina.doc))
  expect(amina.saved?.count).toBe(amina.sent)
  expect(faults).toEqual([])
})

test('[R2] an observer reads every note and changes none', async () => {
  const { person, settle, reopened } = openWorld()
  const amina = person('amina')
  const oscar = person('oscar', OBSERVER)
  await settle()
  addNote(amina, 'n1', 'The lift is out of order on Fridays')
  await settle()
  addNote(oscar, 'n2', 'I should not be here')
  await settle()
  expect(notesOf(amina.doc)).toEqual(['The lift is out of order on Fridays'])
  expect(notesOf(await reopened())).toEqual(['The lift is out of order on Fridays'])
  expect(oscar.refusals).toEqual(['oscar: role-may-not-edit (1)'])
})
