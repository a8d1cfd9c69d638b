import { createWorkshop, Device, linkOf } from '../actors/device'
import { expect, test } from '../fixtures/workshop-test'

const BRIEF = {
  purpose: 'Agree how eight councils and the department move to one settlement',
  fixed: 'The total for next year',
  runBy: 'Department for Levelling',
  contact: 'priya@example.test',
  facilitator: { name: 'Priya' },
  expected: [
    { name: 'Department', side: 'central' },
    { name: 'Westshire Council', side: 'local' },
  ],
}

test('Amina comes in by link and Jon by code, on the sides they choose, and are themselves after a reload', async ({
  arrives,
  product,
}) => {
  const created = await createWorkshop(new Device(product.url), BRIEF)
  const [amina, jon] = await Promise.all([arrives('Amina'), arrives('Jon')])
  const everyone = linkOf(created, 'everyone')

  await amina.looksAt({ link: everyone.url })
  await amina.sees(/Department for Levelling runs this workshop and holds its record/)
  await amina.presses('Join the workshop')
  await amina.seesHeading('You are not in yet')
  for (const [fault, role] of [
    ['Choose the side you are on', 'group'],
    ['Enter your name', 'textbox'],
    ['Enter your organisation', 'combobox'],
  ] as const) {
    await amina.page.getByRole('alert').getByRole('link', { name: fault }).click()
    await expect(amina.page.getByRole(role).and(amina.page.locator(':focus'))).toHaveCount(1)
  }
  await amina.joins({ link: everyone.url }, { side: 'Central', organisation: 'Department' })
  await expect(amina.brief).toContainText('Agree how eight councils')
  await expect(amina.brief).toContainText('The total for next year')
  await amina.startsReading()

  const said = everyone.code.replaceAll('-', ' ').toUpperCase()
  await jon.joins({ code: said }, { side: 'Local', organisation: 'Westshire Council' })
  await jon.startsReading()
  await expect(amina.bar.getByRole('button', { name: 'People, 2 here' })).toBeVisible()

  await amina.comesBack()
  await expect(amina.bar.getByRole('button', { name: 'People, 2 here' })).toBeVisible()
  await expect(amina.brief).toBeHidden()
  const people = await amina.leads.opensPeople()
  await expect(people.getByRole('listitem').filter({ hasText: 'Amina' })).toContainText('you')
  await expect(people).toContainText('2 here now, 3 have joined')
  await expect(people.getByRole('heading', { level: 4, name: 'Westshire Council' })).toBeVisible()
})

test('an organisation that is expected is offered first, and brings its side along', async ({ arrives, product }) => {
  const created = await createWorkshop(new Device(product.url), BRIEF)
  const jon = await arrives('Jon')
  await jon.looksAt({ link: linkOf(created, 'everyone').url })
  await jon.page.getByRole('combobox', { name: 'Organisation' }).click()
  await expect(jon.page.getByRole('option')).toHaveText([/Department/, /Westshire Council/])
  await jon.page.getByRole('option', { name: /Westshire Council/ }).click()
  await expect(jon.page.getByRole('radio', { name: 'Local', exact: true })).toBeChecked()
})

test('a link that fixes the side asks for none and says what to do when it is not right', async ({
  arrives,
  product,
}) => {
  const created = await createWorkshop(new Device(product.url), BRIEF)
  const jon = await arrives('Jon')
  await jon.looksAt({ link: linkOf(created, 'local').url })
  await expect(jon.page.getByRole('radio')).toHaveCount(0)
  await jon.sees(/^You are joining as Local/)
  await jon.presses('Change')
  await jon.sees(/This link is for Local. If that is not your side, ask the person who invited you/)
  await jon.joins({ link: linkOf(created, 'local').url }, { organisation: 'Westshire Council' })
  await jon.startsReading()
  const people = await jon.leads.opensPeople()
  await expect(people.getByRole('heading', { level: 3, name: 'Local' })).toBeVisible()
})

test('“Use another device” works once, for the same person; who opens it again is told', async ({
  gather,
  arrives,
}) => {
  const { jon } = await gather({ jon: 'list' })
  await jon.list.isReady()
  await jon.leads.chooses('Use another device')
  const dialog = jon.page.getByRole('dialog', { name: 'Use another device' })
  await expect(dialog.getByRole('img', { name: 'QR code that opens the workshop as you' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Copy link' }).click()
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible()
  const link = await jon.page.evaluate(() => navigator.clipboard.readText())

  const phone = await arrives('Jon', { viewport: { width: 390, height: 780 }, hasTouch: true })
  // a mail scanner opens links; so does a second glance
  await phone.opens(link)
  await phone.opens(link)
  await phone.sees('It works once. Only use it on a device of your own.')
  await phone.presses('Go on on this device')
  await phone.list.addsNote('Written on my phone')
  await jon.page.keyboard.press('Escape')
  await jon.list.looksInto('Written on my phone')
  await jon.sees('Written by you · Local')
  await expect(jon.bar.getByRole('button', { name: 'People, 1 here' })).toBeVisible()

  const stranger = await arrives('Somebody')
  await stranger.opens(link)
  await stranger.seesHeading('This link has been used')
  await stranger.sees(/It works once. If it was not you who used it, tell the facilitator/)
})

test('who joins with a name and organisation that are in already is asked', async ({ gather, arrives }) => {
  const { jon, created } = await gather({ jon: 'list' })
  const second = await arrives('Jon')
  const way = { link: linkOf(created, 'local').url }
  await second.looksAt(way)
  await second.introduces({ organisation: 'westshire council' })
  await second.presses('Join the workshop')
  await second.seesHeading('Have you joined already?')
  await second.sees(/choose “Use another device”/)
  await second.presses('I am somebody else: join')
  await expect(second.brief).toBeVisible()
  await expect(jon.bar.getByRole('button', { name: 'People, 2 here' })).toBeVisible()
})

test('a link opened by somebody who is in changes nothing, and shows a facilitator what others see', async ({
  gather,
}) => {
  const { facilitator, amina, created } = await gather({ facilitator: 'list', amina: 'list' })
  await amina.list.addsNote('Annual bids')
  await facilitator.list.seesNote('Annual bids')

  await amina.opens(linkOf(created, 'local').url)
  await amina.seesHeading('You are in as Amina')
  await expect(amina.page.getByRole('link', { name: 'See what a participant sees' })).toHaveCount(0)
  await amina.page.getByRole('link', { name: 'Go back' }).click()
  await amina.list.looksInto('Annual bids')
  await amina.sees('Written by you · Central')

  await facilitator.opens(linkOf(created, 'everyone').url)
  await facilitator.seesHeading('You are in as facilitator')
  await facilitator.page.getByRole('link', { name: 'See what a participant sees' }).click()
  await facilitator.sees('You see what a participant sees. Nothing can be changed here.')
  await facilitator.sees('Annual bids')
  await expect(facilitator.list.addField).toHaveCount(0)
  await expect(facilitator.bar.getByRole('button', { name: 'Share' })).toHaveCount(0)
  await facilitator.page.getByRole('link', { name: 'Back to your own view' }).click()
  await expect(facilitator.bar.getByRole('button', { name: 'Share' })).toBeVisible()
  const people = await facilitator.leads.opensPeople()
  await expect(people).toContainText('2 here now, 2 have joined')
})

test('opening a link consumes nothing: no member is made until somebody joins', async ({ gather, arrives }) => {
  const { facilitator, created } = await gather({ facilitator: 'list' })
  const onlooker = await arrives('Nobody')
  for (const { url } of created.links) await onlooker.opens(url)
  await onlooker.seesHeading('Homelessness funding')
  const people = await facilitator.leads.opensPeople()
  await expect(people).toContainText('1 here now, 1 have joined')
})

test('a link that is wrong, replaced or cut off says which, and what to do', async ({ gather, arrives }) => {
  const { facilitator, created } = await gather({ facilitator: 'list' })
  const jon = await arrives('Jon')
  const link = linkOf(created, 'local')

  await jon.opens(link.url.slice(0, -6))
  await jon.seesHeading('This link does not work')
  await jon.sees('Part of it may be missing. Copy the whole link again, or type the code you were given.')

  await jon.opens('/')
  await jon.page.getByRole('textbox', { name: 'Code' }).fill('purple cow 99')
  await jon.presses('Join')
  await jon.seesHeading('This code does not work')

  const panel = await facilitator.leads.opensShare()
  await panel.getByRole('button', { name: 'Replace the link for Local' }).click()
  await facilitator.page.getByRole('alertdialog').getByRole('button', { name: 'Replace link' }).click()
  await facilitator.sees('Link replaced')
  await jon.opens(link.url)
  await jon.seesHeading('This link has been replaced')
  await jon.sees('Ask the person who invited you for the new one, or type the code you were given.')
})

test('the private return link brings the facilitator back on another device', async ({ gather, arrives }) => {
  const { facilitator } = await gather({ facilitator: 'list' })
  const panel = await facilitator.leads.opensShare()
  await panel.getByRole('button', { name: 'Show my private link' }).click()
  await panel.getByRole('button', { name: /^Copy link For your other device/i }).click()
  await expect(panel.getByRole('button', { name: 'Copied' })).toBeVisible()
  const link = await facilitator.page.evaluate(() => navigator.clipboard.readText())

  const laptop = await arrives('Priya')
  await laptop.opens(link)
  await laptop.sees('This is a private link. It lets you go on as the same person on this device.')
  await laptop.presses('Go on on this device')
  await expect(laptop.bar.getByRole('button', { name: 'Share' })).toBeVisible()
  const people = await laptop.leads.opensPeople()
  await expect(people).toContainText('1 here now, 1 have joined')
})

test('an observer reads what is written, live, and has nothing to change it with', async ({ gather }) => {
  const { amina, oscar } = await gather({ amina: 'list', oscar: 'list' })
  await amina.list.addsNote('Everything that is written can be read')
  await oscar.list.seesNote('Everything that is written can be read')
  await oscar.sees('You are here as an observer. You can read everything and change nothing.')
  await expect(oscar.list.addField).toHaveCount(0)
  await expect(oscar.page.getByRole('button', { name: /^Move to…/ })).toHaveCount(0)
  await oscar.list.note('Everything that is written can be read').getByRole('paragraph').click()
  await expect(oscar.list.openField).toHaveCount(0)

  await oscar.goesTo('Board')
  await oscar.board.isReady()
  await oscar.board.seesNote('Everything that is written can be read')
  await expect(oscar.board.tool('Note')).toHaveCount(0)
})

test('who comes late sees what has been done and what to do now', async ({ gather, arrives }) => {
  const { facilitator, amina, created } = await gather({ facilitator: 'list', amina: 'list' })
  await amina.list.addsNote('Annual bids')
  await amina.list.addsNote('Four returns')
  await amina.list.addsCluster('barrier', 'What gets in the way?', 'Money comes late')
  await amina.seesSaved()
  await facilitator.presses('Next: Write what gets in the way')
  await facilitator.presses('Next: Sort the notes into barriers')
  await facilitator.seesStep('Sort the notes into barriers')

  const jon = await arrives('Jon')
  await jon.joins({ link: linkOf(created, 'local').url }, { organisation: 'Westshire Council' })
  await expect(jon.brief).toContainText(
    'Welcome. We are on step 3 of 7: sort the notes into barriers. Read the brief (1 minute), then start.',
  )
  await expect(jon.brief.getByRole('listitem')).toHaveText(['2 notes', '1 cluster'])
  await expect(jon.brief).toContainText('Move each note to the barrier it is about, or start a new one.')
})

test('somebody who was never in gets a page that says so, and a field for a code', async ({ gather, arrives }) => {
  const { created } = await gather({})
  const stranger = await arrives('Somebody')
  await stranger.opens(`/w/${created.workshop.id}`)
  await stranger.seesHeading('This device is not signed in to the workshop')
  await expect(stranger.page.getByRole('textbox', { name: 'Code' })).toBeVisible()
})

test('a member of another workshop is told that this one is not theirs', async ({ gather }) => {
  const [theirs, other] = [await gather({}), await gather({ amina: 'list' })]
  await other.amina.opens(`/w/${theirs.created.workshop.id}`)
  await other.amina.seesHeading('This device is not in this workshop')
  await other.amina.page.getByRole('link', { name: 'Your workshops on this device' }).click()
  await expect(
    other.amina.page.getByRole('region', { name: 'Your workshops on this device' }).getByRole('link'),
  ).toHaveCount(1)
})
