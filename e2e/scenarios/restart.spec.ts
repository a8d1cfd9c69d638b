import { expect, test } from '../fixtures/workshop-test'

const BARRIERS = 'What gets in the way?'

test('the server restarts while three people type: they are told, and nothing is retyped', async ({
  gather,
  product,
}) => {
  const { facilitator, amina, jon } = await gather({ facilitator: 'list', amina: 'list', jon: 'board' })
  await jon.board.isReady()
  await amina.list.addsNote('Four returns')
  await facilitator.list.seesNote('Four returns')
  await jon.board.seesNote('Four returns')
  await facilitator.list.addsCluster('barrier', BARRIERS, 'Paper')
  const field = await amina.list.opensNote('Four returns')
  await field.press('End')

  await product.restart(async () => {
    for (const person of [facilitator, amina, jon]) await person.seesStatus('Reconnecting…')
    await field.pressSequentially(' ask the same')
    await facilitator.list.addsNote('Written while the server was down')
    await jon.board.addsNotes('Also on the board')
  })
  await field.pressSequentially(' questions')

  for (const person of [facilitator, amina, jon]) await person.seesSaved()
  await expect(field).toHaveValue('Four returns ask the same questions')
  await facilitator.list.seesNote('Four returns ask the same questions')
  await facilitator.list.seesNote('Also on the board')
  await jon.board.seesNote('Written while the server was down')
  await expect(amina.list.heading('Barrier', 'Paper')).toBeVisible()
  for (const person of [facilitator, amina, jon])
    await expect(person.bar.getByRole('button', { name: 'People, 3 here' })).toBeVisible()
  await amina.comesBack()
  await expect(amina.list.wordsIn(`Not sorted, ${BARRIERS}`)).toHaveText(
    await facilitator.list.wordsIn(`Not sorted, ${BARRIERS}`).allTextContents(),
  )
})

test('what was called saved survives a crash', async ({ gather, product }) => {
  const { facilitator, amina, jon } = await gather({ facilitator: 'list', amina: 'list', jon: 'list' })
  await amina.list.addsByPaste(['One', 'Two', 'Three', 'Four', 'Five'])
  await jon.list.addsNote('From the council')
  await facilitator.presses('Next: Write what gets in the way')
  await facilitator.presses('Start')
  await amina.seesSaved()
  await jon.seesSaved()
  await expect.poll(() => amina.readsClock()).toMatch(/^14:5\d left$/)

  await product.kill()
  // a device that was never here has no copy of its own to bring along: what it reads is what was on disk
  const files = amina.page.context()
  await Promise.all([amina.page.close(), jon.page.close(), facilitator.page.close()])
  await product.start()
  const page = await files.newPage()
  await page.goto(`${product.url}/`)
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name)
  })
  await page.getByRole('link', { name: /Homelessness funding/ }).click()
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'List' }).click()
  const notes = page.getByRole('list', { name: `Notes in Not sorted, ${BARRIERS}` }).getByRole('paragraph')
  const all = ['Five', 'Four', 'From the council', 'One', 'Three', 'Two']
  await expect.poll(async () => (await notes.allTextContents()).sort()).toEqual(all)
  await expect(page.getByRole('heading', { level: 1, name: 'Write what gets in the way' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'What to do now' }).getByText(/^14:\d\d left/)).toBeVisible()
})
