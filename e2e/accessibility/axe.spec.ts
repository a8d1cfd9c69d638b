import type { Page } from '@playwright/test'
import { createWorkshop, Device, linkOf } from '../actors/device'
import type { Person } from '../actors/person'
import { givesSample, SAMPLE } from '../fixtures/sample'
import { expect, test } from '../fixtures/workshop-test'
import { passes } from './audit'
import { mainScreens } from './main-screens'

const EXPECTED = [
  { name: 'Department', side: 'central' },
  { name: 'Westshire Council', side: 'local' },
]

/** Every test looks at many states of a page, and axe takes a second or two for each. */
test.describe.configure({ timeout: 180_000 })

test('the pages that anybody can open', async ({ arrives }) => {
  const anybody = await arrives('Anybody')
  for (const [address, heading] of [
    ['/', 'Design policy together, and leave with an agreement both sides signed'],
    ['/privacy', 'Privacy'],
    ['/accessibility', 'Accessibility'],
    ['/help', 'Help'],
    ['/join', 'Join a workshop'],
    ['/nowhere', 'Page not found'],
    ['/w/aaaaaaaaaaaaaa', 'This device is not signed in to the workshop'],
  ] as const) {
    await anybody.opens(address)
    await anybody.seesHeading(heading)
    await passes(anybody.page, address)
  }
  await anybody.opens('/')
  await anybody.presses('Join')
  await anybody.sees('Enter the code you were given')
  await passes(anybody.page, 'home, no code given')
})

test('making a workshop, with what is missing told', async ({ arrives }) => {
  const priya = await arrives('Priya')
  await priya.opens('/new')
  await priya.seesHeading('New workshop')
  await passes(priya.page, 'new')
  await priya.presses('Create workshop')
  await priya.seesHeading('The workshop was not created yet')
  await priya.presses('Add an organisation')
  await priya.presses('Paste a list')
  await passes(priya.page, 'new, with errors')
})

test('joining: every page between a link and the workshop', async ({ arrives, product }) => {
  const priya = new Device(product.url)
  const created = await createWorkshop(priya, { facilitator: { name: 'Priya' }, expected: EXPECTED, purpose: 'Agree' })
  const everyone = linkOf(created, 'everyone')
  const amina = await arrives('Amina')

  await amina.looksAt({ link: everyone.url })
  await amina.seesHeading('Homelessness funding')
  await passes(amina.page, 'join, sides to choose')
  await amina.presses('Join the workshop')
  await amina.seesHeading('You are not in yet')
  await passes(amina.page, 'join, with errors')
  await amina.page.getByRole('combobox', { name: 'Organisation' }).fill('De')
  await expect(amina.page.getByRole('option', { name: /Department/ })).toBeVisible()
  await passes(amina.page, 'join, organisations offered')
  await amina.joins({ link: everyone.url }, { side: 'Central', organisation: 'Department' })
  await passes(amina.page, 'the brief')
  await amina.startsReading()
  await amina.looksAt({ link: everyone.url })
  await amina.seesHeading('You are in as Amina')
  await passes(amina.page, 'already in')

  const other = await arrives('Amina')
  await other.looksAt({ link: linkOf(created, 'central').url })
  await other.introduces({ organisation: 'Department' })
  await passes(other.page, 'join, side fixed')
  await other.presses('Join the workshop')
  await other.seesHeading('Have you joined already?')
  await passes(other.page, 'joined already')
  await other.opens('/join/not-a-link')
  await other.seesHeading('This link does not work')
  await passes(other.page, 'bad link')

  await priya.post(`/api/workshops/${created.workshop.id}/door`, { door: 'closed' })
  const jon = await arrives('Jon')
  await jon.looksAt({ link: linkOf(created, 'local').url })
  await jon.introduces({ organisation: 'Westshire Council' })
  await passes(jon.page, 'join, door closed')
  await jon.presses('Ask to come in')
  await jon.seesHeading('The door is closed for now')
  await passes(jon.page, 'waiting at the door')

  await priya.post(
    `/api/workshops/${created.workshop.id}/members/${(await idOf(amina, created.workshop.id)) ?? ''}/remove`,
  )
  await amina.opens(`/w/${created.workshop.id}`)
  await amina.seesHeading('You are no longer in this workshop')
  await passes(amina.page, 'removed')
})

async function idOf(person: Person, workshop: string): Promise<string | undefined> {
  const answer = await person.page.request.get(`${person.origin}/api/workshops/${workshop}`)
  const { member } = (await answer.json()) as { member?: { id: string } }
  return member?.id
}

async function dismissesDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('sharing', async ({ gather }) => {
  const { facilitator } = await gather({ facilitator: 'list' }, { expected: EXPECTED })
  const { page } = facilitator
  const share = await facilitator.leads.opensShare()
  await share.getByRole('button', { name: 'Show my private link' }).click()
  await passes(page, 'share')
  await share.getByRole('button', { name: 'Replace the link for Central' }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await passes(page, 'share, asking before a link is replaced')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click()
  await share.getByRole('button', { name: 'Big screen' }).click()
  await facilitator.sees('Join this workshop')
  await passes(page, 'big screen')
  await page.keyboard.press('Escape')
  await expect(page.getByText('Join this workshop')).toBeHidden()
})

test('what a facilitator sees of people', async ({ gather, arrives }) => {
  const { facilitator, created } = await gather({ facilitator: 'list', amina: 'list' }, { expected: EXPECTED })
  const { page } = facilitator
  await facilitator.leads.closesDoor()
  const jon = await arrives('Jon')
  await jon.looksAt({ link: linkOf(created, 'local').url })
  await jon.introduces({ organisation: 'Westshire Council' })
  await jon.presses('Ask to come in')
  await facilitator.presses('1 person waits at the door')
  await expect(facilitator.leads.people).toContainText('Westshire Council')
  await passes(page, 'people, one waiting')
  await facilitator.presses('More, Amina')
  await expect(page.getByRole('menuitem', { name: 'Move to Local' })).toBeVisible()
  await passes(page, 'people, a menu open')
  await page.getByRole('menuitem', { name: 'Remove from the workshop' }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await passes(page, 'people, asking before somebody is removed')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove Amina' }).click()
  await facilitator.sees('Amina was removed')
  await passes(page, 'people, one removed')
})

test('the bars of a workshop, and what opens from them', async ({ gather }) => {
  const { facilitator } = await gather({ facilitator: 'list' }, { expected: EXPECTED, purpose: 'Agree' })
  const { page } = facilitator
  const dismisses = () => dismissesDialog(page)
  await facilitator.presses('Step 1 of 7')
  await expect(page.getByRole('dialog', { name: 'Agenda' })).toBeVisible()
  await passes(page, 'agenda')
  await dismisses()
  await facilitator.bar.getByRole('button', { name: 'More', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: 'Help' })).toBeVisible()
  await passes(page, 'menu')
  await page.keyboard.press('Escape')
  await facilitator.leads.locks()
  await passes(page, 'locked')

  for (const [item, title] of [
    ['Rename or edit the brief', 'Edit the brief'],
    ['Use another device', 'Use another device'],
  ] as const) {
    await facilitator.leads.chooses(item)
    await expect(page.getByRole('dialog', { name: title })).toBeVisible()
    await passes(page, title)
    await dismisses()
  }
  await facilitator.presses('Brief')
  await expect(facilitator.brief).toBeVisible()
  await passes(page, 'brief again')
  await dismisses()
  await facilitator.leads.chooses('End the workshop')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await passes(page, 'asking before the end')
})

test('the board', async ({ arrives }) => {
  const priya = await arrives('Priya')
  const { created } = await givesSample(priya)
  const { page, board } = priya
  const dialogOf = (name: string) => page.getByRole('dialog', { name })
  const closes = async (name: string) => {
    await page.keyboard.press('Escape')
    await expect(dialogOf(name)).toBeHidden()
  }
  await priya.opens(`/w/${created.workshop.id}`)
  await board.isReady()
  await board.showsAll()
  await board.seesNote(SAMPLE.note)
  await passes(page, 'board')

  await board.selects(SAMPLE.note)
  await passes(page, 'board, a note selected')
  await board.choosesInPanel('Move to…')
  await expect(dialogOf('Move this note to…')).toBeVisible()
  await passes(page, 'board, move a note')
  await closes('Move this note to…')
  await board.letsGo()

  await board.selects(SAMPLE.barrier)
  await passes(page, 'board, a barrier selected')
  await board.choosesInPanel('Merge with…')
  await expect(dialogOf(`Merge “${SAMPLE.barrier}” with…`)).toBeVisible()
  await passes(page, 'board, merge')
  await closes(`Merge “${SAMPLE.barrier}” with…`)
  await board.letsGo()

  await board.selects(SAMPLE.proposal)
  await passes(page, 'board, a proposal selected')
  await board.choosesInPanel('Link barriers…')
  await expect(dialogOf('Which barriers does it answer?')).toBeVisible()
  await passes(page, 'board, link barriers')
  await closes('Which barriers does it answer?')
  await board.letsGo()

  await board.tool('Deleted').click()
  await expect(dialogOf('Recently deleted')).toBeVisible()
  await passes(page, 'board, recently deleted')
  await closes('Recently deleted')
  await priya.presses('Keys on the board')
  await expect(dialogOf('Keys on the board')).toBeVisible()
  await passes(page, 'board, keys')
  await closes('Keys on the board')

  await board.canvas.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(board.panel.getByRole('heading', { name: /^\d+ notes selected$/ })).toBeVisible()
  await passes(page, 'board, many selected')
  await priya.copies('One line\nAnother line')
  await priya.pastes()
  await expect(page.getByRole('dialog', { name: 'Add 2 notes?' })).toBeVisible()
  await passes(page, 'board, many lines pasted')
  await closes('Add 2 notes?')

  await board.opensNote(SAMPLE.note)
  await passes(page, 'board, a note being written')
})

test('the list', async ({ arrives }) => {
  const priya = await arrives('Priya')
  const { created } = await givesSample(priya)
  const { page, list } = priya
  await priya.opens(`/w/${created.workshop.id}/list`)
  await list.seesNote(SAMPLE.note)
  await passes(page, 'list')

  await list.opensNote(SAMPLE.note)
  await passes(page, 'list, a note being edited')
  await page.keyboard.press('Escape')
  await list.looksInto(SAMPLE.otherNote)
  await priya.sees(/^Written by Cerys Vaughan/)
  await passes(page, 'list, a note opened')
  await priya.presses('Delete')
  await priya.sees('Note deleted.')
  await passes(page, 'list, with a message')
  await list
    .note(SAMPLE.note)
    .getByRole('button', { name: /^Move to…, / })
    .click()
  await expect(page.getByRole('dialog', { name: 'Move this note to…' })).toBeVisible()
  await passes(page, 'list, move a note')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: `More, ${SAMPLE.barrier}`, exact: true }).click()
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeVisible()
  await passes(page, 'list, menu of a barrier')
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await expect(page.getByRole('textbox', { name: 'Title of the barrier' })).toBeFocused()
  await passes(page, 'list, a barrier being renamed')
  await page.keyboard.press('Escape')
  for (const [cluster, item, title] of [
    [SAMPLE.barrier, 'Move to another section…', 'Move it to which section?'],
    [SAMPLE.barrier, 'Merge into…', 'Merge into which one?'],
    [SAMPLE.proposal, 'Link barriers…', 'Which barriers does it answer?'],
  ] as const) {
    await list.choosesFor(cluster, item)
    await expect(page.getByRole('dialog', { name: title })).toBeVisible()
    await passes(page, `list, ${item}`)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await priya.presses('Recently deleted (1)')
  await expect(page.getByRole('dialog', { name: 'Recently deleted' })).toBeVisible()
  await passes(page, 'list, recently deleted')
  await page.keyboard.press('Escape')
  await priya.presses('Change where the note goes')
  await expect(page.getByRole('menuitemradio', { name: SAMPLE.barrier })).toBeVisible()
  await passes(page, 'list, where notes go')
  await page.keyboard.press('Escape')

  await list.addField.fill('x'.repeat(3_100))
  await list.addField.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'too long' })).toBeVisible()
  await passes(page, 'list, a note too long')
})

test('a canvas for those who may not write on it', async ({ gather }) => {
  const { oscar, facilitator, created } = await gather({ oscar: 'list', facilitator: 'list' })
  await oscar.sees('You are here as an observer. You can read everything and change nothing.')
  await passes(oscar.page, 'list of an observer, empty')
  await oscar.goesTo('Board')
  await oscar.board.isReady()
  await passes(oscar.page, 'board of an observer, empty')
  await oscar.goesTo('Agreement')
  await oscar.seesHeading('Nothing to agree on yet')
  await passes(oscar.page, 'agreement of an observer, empty')
  await facilitator.opens(`/w/${created.workshop.id}/list?preview=participant`)
  await facilitator.sees('You see what a participant sees. Nothing can be changed here.')
  await passes(facilitator.page, 'preview')
})

test('the agreement, from a draft to the record', async ({ arrives }) => {
  const priya = await arrives('Priya')
  const { created } = await givesSample(priya)
  const { page, agreement } = priya
  await priya.opens(`/w/${created.workshop.id}/agreement`)
  await expect(agreement.action(SAMPLE.action)).toBeVisible()
  await passes(page, 'a draft')

  await priya.presses('New action')
  await expect(page.getByRole('dialog', { name: 'New action' }).getByText(SAMPLE.proposal)).toBeVisible()
  await passes(page, 'new action')
  await priya.presses('Start from scratch')
  const fresh = agreement.action('No title yet')
  await fresh.getByRole('button', { name: 'Add a commitment for Local' }).click()
  await fresh.getByRole('button', { name: 'Put to agreement' }).click()
  await priya.seesHeading('Before it can be put to agreement')
  await passes(page, 'a draft with what is missing')

  const put = await agreement.opensPutting(SAMPLE.action)
  await passes(page, 'put to agreement')
  await put.getByRole('button', { name: 'Lock the wording and ask' }).click()
  await expect(put).toBeHidden()
  await expect(agreement.answerOf(SAMPLE.action, 'Harbour District Council')).toContainText('not yet')
  await passes(page, 'an action that waits for answers')

  await priya.presses('Answer for Harbour District Council')
  const answer = page.getByRole('dialog', { name: 'Answer for Harbour District Council' })
  await passes(page, 'answer')
  await answer.getByRole('button', { name: 'Send answer' }).click()
  await priya.seesHeading('Your answer was not sent yet')
  await answer.getByRole('radio', { name: 'I need to ask first' }).check()
  await passes(page, 'answer, with errors')
  await page.keyboard.press('Escape')
  await agreement.answers(SAMPLE.action, {
    organisation: 'Harbour District Council',
    jobTitle: 'Head of policy',
    answer: 'Agree, with reservation',
    reason: 'subject to the June budget',
  })
  await expect(agreement.answerOf(SAMPLE.action, 'Harbour District Council')).toContainText(
    'subject to the June budget',
  )
  await passes(page, 'an action with an answer')
  await priya.presses('Take back to draft')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await passes(page, 'asking before it is taken back')
})

test('a record, and a workshop that has ended', async ({ gather }) => {
  const brief = { banner: 'official', expected: EXPECTED }
  const { facilitator, amina, jon, created } = await gather(
    { facilitator: 'agreement', amina: 'agreement', jon: 'agreement' },
    brief,
  )
  const { page, agreement } = facilitator
  await page.getByRole('button', { name: 'New action', exact: true }).first().click()
  await facilitator.presses('Start from scratch')
  await agreement.action('No title yet').getByRole('textbox', { name: 'Title of the action' }).fill('One report')
  await agreement.commits('One report', 'Central', { what: 'withdraw a return', organisation: 'Department' })
  await passes(page, 'a draft with one side')
  await agreement.commits('One report', 'Local', { what: 'report monthly', organisation: 'Westshire Council' })
  const put = await agreement.opensPutting('One report')
  await put.getByRole('button', { name: 'Lock the wording and ask' }).click()
  await jon.agreement.answers('One report', { organisation: 'Westshire Council', jobTitle: 'Head', answer: 'Agree' })
  await passes(jon.page, 'an action that I answered')
  await amina.agreement.answers('One report', { organisation: 'Department', jobTitle: 'Head', answer: 'Agree' })
  await expect(jon.agreement.action('One report')).toContainText(/Signed on/)
  await passes(jon.page, 'a record among the actions')

  await facilitator.leads.ends()
  await jon.sees(/^This workshop ended on /)
  await jon.sees(/^Everything up to /)
  await passes(jon.page, 'the record of a workshop that has ended')
  await jon.page.getByRole('radio', { name: 'JSON' }).check()
  await jon.seesHeading('The record as JSON')
  await passes(jon.page, 'the record as JSON')
  await jon.page.getByRole('link', { name: 'the notes' }).click()
  await jon.sees('This workshop has ended. You can read it; nothing can be changed.')
  await passes(jon.page, 'the list of a workshop that has ended')
  const late = await arrivesLate(jon, linkOf(created, 'everyone').url)
  await passes(late, 'a link to a workshop that has ended')
  await late.close()
})

/** A browser that was never here opens a link. */
async function arrivesLate(beside: Person, link: string): Promise<Page> {
  const context = await beside.page.context().browser()?.newContext()
  if (!context) throw new Error('the browser has gone')
  const page = await context.newPage()
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This workshop has ended' })).toBeVisible()
  return page
}

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' })
  test('the main screens', async ({ arrives }) => {
    for await (const { page, state } of mainScreens(await arrives('Priya'))) await passes(page, state)
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })
  test('the main screens', async ({ arrives }) => {
    for await (const { page, state } of mainScreens(await arrives('Priya'))) await passes(page, state)
  })
})
