import { addNote } from '../../shared/document/edits'
import { readCanvas } from '../../shared/document/projection'
import type { MemberId } from '../../shared/domain/ids'
import { linkOf } from '../actors/device'
import { expect, joined, test } from '../fixtures/workshop-test'

test('everybody sees a new name and a new brief at once', async ({ gather }) => {
  const { facilitator, amina, jon } = await gather({ facilitator: 'list', amina: 'list', jon: 'board' })
  await jon.board.isReady()
  await facilitator.leads.renames('From bids to a settlement')
  for (const person of [facilitator, amina, jon])
    await expect(person.bar.getByText('From bids to a settlement', { exact: true })).toBeVisible()
  await expect(amina.page).toHaveTitle(/From bids to a settlement/)
})

test('a closed door keeps newcomers waiting until they are let in, and members come and go', async ({
  gather,
  arrives,
}) => {
  const { facilitator, amina, created } = await gather({ facilitator: 'list', amina: 'list' })
  await facilitator.leads.closesDoor()
  await amina.comesBack()
  await amina.list.isReady()

  const jon = await arrives('Jon')
  await jon.looksAt({ link: linkOf(created, 'local').url })
  await jon.introduces({ organisation: 'Westshire Council' })
  await jon.presses('Ask to come in')
  await jon.seesHeading('The door is closed for now')
  await jon.sees(/can see you are waiting. Keep this page open: you will go in when it opens/)

  await facilitator.presses('1 person waits at the door')
  await expect(facilitator.leads.people).toContainText('Westshire Council')
  await facilitator.presses('Let in Jon')
  await expect(jon.brief).toBeVisible()
  await expect(facilitator.page.getByRole('button', { name: /at the door$/ })).toHaveCount(0)
  await expect(amina.bar.getByRole('button', { name: 'People, 3 here' })).toBeVisible()
})

test('when the door opens, whoever waits goes in without doing anything', async ({ gather, arrives }) => {
  const { facilitator, created } = await gather({ facilitator: 'list' })
  await facilitator.leads.closesDoor()
  const [jon, sam] = await Promise.all([arrives('Jon'), arrives('Sam')])
  for (const person of [jon, sam]) {
    await person.looksAt({ link: linkOf(created, 'local').url })
    await person.introduces({ organisation: 'Westshire Council' })
    await person.presses('Ask to come in')
    await person.seesHeading('The door is closed for now')
  }
  await expect(facilitator.page.getByRole('button', { name: '2 people wait at the door' })).toHaveText('Waiting: 2')
  await facilitator.leads.opensDoor()
  await expect(jon.brief).toBeVisible()
  await expect(sam.brief).toBeVisible()
})

test('a locked canvas can be read and not written, and says so', async ({ gather }) => {
  const { facilitator, amina, jon } = await gather({ facilitator: 'list', amina: 'list', jon: 'board' })
  await amina.list.addsNote('Written before')
  await jon.board.isReady()
  await facilitator.leads.locks()

  for (const person of [amina, jon])
    await person.sees('A facilitator has locked this canvas. You can read it; nothing of yours is lost.')
  await expect(amina.list.addField).toHaveCount(0)
  await expect(amina.page.getByRole('button', { name: /^Move to…/ })).toHaveCount(0)
  await expect(jon.board.tool('Note')).toHaveCount(0)

  await facilitator.list.addsNote('A facilitator still writes')
  await amina.list.seesNote('A facilitator still writes')
  await facilitator.presses('Unlock')
  await amina.list.addsNote('And now we all do')
  await facilitator.list.seesNote('And now we all do')
})

test('an edit forced onto a locked canvas is refused by the server, and nobody sees it', async ({
  gather,
  product,
}) => {
  const { facilitator, amina, created } = await gather({ facilitator: 'list', amina: 'list' })
  const device = await joined(created, 'jon', product.url)
  const room = await device.open(`canvas/${created.canvases[0]?.id}`)
  const member = await device.get<{ member: { id: string } }>(`/api/workshops/${created.workshop.id}`)
  await facilitator.leads.locks()
  await amina.sees(/has locked this canvas/)

  const [section] = readCanvas(room.document).sections
  if (!section) throw new Error('the canvas has no sections')
  addNote(room.document, {
    text: 'Forced in',
    spot: { in: section.id, after: null, before: null },
    author: { member: member.body.member.id as MemberId, side: 'local', now: 1 },
  })
  // not the first answer: that may be one about having arrived
  await expect.poll(() => room.refusals).toEqual(['canvas-locked'])
  device.close()

  await facilitator.list.addsNote('Written after')
  await amina.list.seesNote('Written after')
  await amina.list.seesNoNote('Forced in')
})

test('words written offline while the canvas was locked are kept, to copy and to add again', async ({ gather }) => {
  const { facilitator, amina } = await gather({ facilitator: 'list', amina: 'list' })
  await amina.list.addsNote('Written before')
  await facilitator.list.seesNote('Written before')
  await amina.seesSaved()

  await amina.page.context().setOffline(true)
  await amina.list.addsNote('The spending review decides late')
  await amina.seesStatus(/^Offline: 1 change kept on this device/)
  await facilitator.leads.locks()
  await amina.page.context().setOffline(false)

  const tray = amina.page.getByRole('region', { name: 'Not added: 1 text' })
  await expect(tray).toContainText('The canvas was locked before your words arrived. They are kept here.', {
    timeout: 30_000,
  })
  await expect(tray).toContainText('The spending review decides late')
  await amina.list.seesNote('Written before')
  await amina.list.seesNoNote('The spending review decides late')
  await facilitator.list.seesNoNote('The spending review decides late')
  await tray.getByRole('button', { name: 'Copy' }).click()
  await expect(tray.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await amina.page.evaluate(() => navigator.clipboard.readText())).toBe('The spending review decides late')

  await amina.comesBack()
  await expect(tray).toContainText('The spending review decides late')
  await facilitator.presses('Unlock')
  // it has to be open for her too: until then adding again is answered with why it waits
  await expect(amina.page.getByRole('region', { name: 'State of the workshop' })).toHaveCount(0)
  await tray.getByRole('button', { name: 'Add again' }).click()
  await expect(tray).toBeHidden()
  await facilitator.list.seesNote('The spending review decides late')

  // the view has survived its document being replaced: it writes and reads as before
  await amina.list.addsNote('Written after')
  await facilitator.list.seesNote('Written after')
  await facilitator.list.addsNote('And read after')
  await amina.list.seesNote('And read after')
  await amina.seesSaved()
})

test('a person moved to the other side writes for it from then on', async ({ gather }) => {
  const { facilitator, amina } = await gather({ facilitator: 'list', amina: 'list' })
  await amina.list.addsNote('From the department')
  await facilitator.leads.opensPeople()
  await facilitator.presses('More, Amina')
  await facilitator.page.getByRole('menuitem', { name: 'Move to Local' }).click()
  await expect(facilitator.leads.people.getByRole('heading', { level: 3, name: 'Local' })).toBeVisible()
  await expect(facilitator.leads.people.getByRole('heading', { level: 3, name: 'Central' })).toHaveCount(0)
  await facilitator.page.keyboard.press('Escape')

  await amina.list.addsNote('From the council')
  await facilitator.list.looksInto('From the council')
  await facilitator.sees('Written by Amina, Department · Local')
  await facilitator.list.looksInto('From the department')
  await facilitator.sees('Written by Amina, Department · Central')
})

test('somebody who is removed is told at once, cannot come back in, and can be let back', async ({ gather }) => {
  const { facilitator, amina, jon, created } = await gather(
    { facilitator: 'list', amina: 'list', jon: 'list' },
    { contact: 'priya@example.test' },
  )
  await jon.list.addsNote('What I wrote stays')
  await amina.list.seesNote('What I wrote stays')
  await facilitator.leads.opensPeople()
  await facilitator.presses('More, Jon')
  await facilitator.page.getByRole('menuitem', { name: 'Remove from the workshop' }).click()
  await facilitator.presses('Remove Jon')

  await jon.seesHeading('You are no longer in this workshop')
  await jon.sees('If that is a mistake, contact priya@example.test.')
  await amina.list.seesNote('What I wrote stays')
  await expect(amina.bar.getByRole('button', { name: 'People, 2 here' })).toBeVisible()
  await jon.opens(`/w/${created.workshop.id}/list`)
  await jon.seesHeading('You are no longer in this workshop')

  await facilitator.presses('Let Jon back in')
  await facilitator.sees('Jon can come back in')
  await jon.comesBack()
  await jon.list.seesNote('What I wrote stays')
})

test('the facilitator leads through the steps, and every screen shows the same step and second', async ({
  gather,
  arrives,
}) => {
  const { facilitator, amina, created } = await gather({ facilitator: 'list', amina: 'agreement' })
  // Jon's own clock is five minutes fast
  const jon = await arrives('Jon')
  await jon.page.addInitScript(() => {
    const right = Date.now.bind(Date)
    Date.now = () => right() + 5 * 60_000
  })
  await jon.joins({ link: linkOf(created, 'local').url }, { organisation: 'Westshire Council' })
  await jon.startsReading()
  const all = [facilitator, amina, jon]
  const clocks = async () => new Set(await Promise.all(all.map((person) => person.readsClock())))

  await facilitator.presses('Next: Write what gets in the way')
  await jon.seesStep('Write what gets in the way')
  await expect.poll(clocks).toEqual(new Set(['15:00 not started']))
  await facilitator.presses('Start')
  await expect.poll(async () => [...(await clocks())].join()).toMatch(/^14:5\d left$/)
  await facilitator.presses('Add 2 minutes')
  await expect.poll(async () => [...(await clocks())].join()).toMatch(/^16:[45]\d left$/)
  await facilitator.presses('Pause')
  await expect.poll(async () => [...(await clocks())].join()).toMatch(/^16:[345]\d paused$/)
  await facilitator.presses('Back to Welcome')
  await jon.seesStep('Welcome')
  await expect.poll(clocks).toEqual(new Set(['10:00 not started']))
})
