import { passes } from '../accessibility/audit'
import { expect, test } from '../fixtures/workshop-test'

const BARRIERS = 'What gets in the way?'
const NOTES = ['Hire in March', 'Lay off in April', 'Forms on Fridays', 'Nobody told us why']

test('[L11] [L12] two people sort at once by keys, each another note; at the last one they meet, and both are told', async ({
  gather,
}) => {
  const { amina, jon } = await gather({ amina: 'list', jon: 'list' })
  await amina.list.isReady()
  await amina.list.addsCluster('barrier', BARRIERS, 'Money comes late')
  await amina.list.addsCluster('barrier', BARRIERS, 'Nobody reports back')
  await amina.list.addsByPaste(NOTES)
  for (const note of NOTES) await jon.list.seesNote(note)

  await amina.sorting.begins()
  await jon.sorting.begins()
  // the next key is heard also where the page is opened by its address
  await jon.comesBack()
  await expect(jon.sorting.note).toBeFocused()
  await expect(jon.page).toHaveTitle(/, sort one by one, /)
  await passes(jon.page, 'sorting')
  const aminas = (await amina.sorting.note.textContent()) ?? ''
  const jons = (await jon.sorting.note.textContent()) ?? ''
  expect(jons).not.toBe(aminas)

  await jon.sorting.chooses(2)
  await expect(jon.sorting.note).not.toHaveText(jons)
  await amina.sorting.hasSorted(1, NOTES.length)
  const last = (await jon.sorting.note.textContent()) ?? ''
  // whom she meets from now on stays where they are: what is before somebody goes out a moment after what they have sorted
  await amina.comesBack()
  await expect(amina.sorting.note).toBeFocused()
  await expect(amina.sorting.note).not.toHaveText(last)
  await amina.sorting.chooses(1)
  await jon.sorting.hasSorted(2, NOTES.length)
  await expect(amina.sorting.note).not.toHaveText(last)
  await amina.sorting.chooses(1)
  await jon.sorting.hasSorted(3, NOTES.length)

  await expect(amina.sorting.note).toHaveText(last)
  await amina.hears('Jon has this note too.')
  await expect(jon.page.getByText('Amina has this note too.').first()).toBeVisible()
  await expect(jon.sorting.note).toHaveText(last)
  await amina.sorting.chooses(1)
  await amina.sorting.isDone()
  await jon.hears('Amina put this note in “Money comes late”.')
  await jon.sorting.chooses(2)
  await jon.sorting.isDone()
  await amina.sees(`Jon also sorted “${last}” and put it in “Nobody reports back”. The later answer stands.`)

  await amina.page.getByRole('link', { name: 'Open the list' }).press('Enter')
  await expect(amina.list.wordsIn('Money comes late')).toHaveCount(2)
  await expect(amina.list.wordsIn('Nobody reports back')).toHaveText([jons, last])
})
