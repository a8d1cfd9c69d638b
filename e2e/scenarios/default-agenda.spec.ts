import type { BrowserContextOptions } from '@playwright/test'
import { Device, linkOf } from '../actors/device'
import type { Person } from '../actors/person'
import { PrivateWriting } from '../actors/private-writing'
import { Sharing } from '../actors/sharing'
import { notesOfTotalPlace } from '../fixtures/notes'
import { expect, type Gathered, signIn, test } from '../fixtures/workshop-test'

test.use({ steps: 'as-planned' })
test.setTimeout(300_000)

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true }
const BARRIERS = 'What gets in the way?'
const PROPOSALS = ['One outcomes report replaces five', 'Count the whole spend of one town'] as const
const [REPORT, COUNT] = PROPOSALS

const EACH = 2
const ALL = 6 * EACH

/** A few notes of their own for each of the six, from those of a real workshop. */
function notesOf(side: 'central' | 'local', index: number): string[] {
  const all = notesOfTotalPlace().filter((note) => note.side === side)
  return all.slice(index * EACH, (index + 1) * EACH).map((note) => note.text)
}

type Room = {
  facilitator: Person
  amina: Person
  /** Cora's and Carl's one device. */
  shared: Person
  jon: Person
  lena: Person
  liam: Person
}

test('the default agenda, from welcome to a signed record: six people, two on phones, two at one device', async ({
  gather,
  arrives,
}) => {
  const gathered = await gather({ facilitator: 'list' }, { title: 'One town, one budget' })
  const room = await test.step('six people come in', () => comeIn(gathered, arrives))
  await test.step('welcome: the canvas is for reading', () => welcome(room))
  await test.step('write: everybody by themselves, and all is shown at once', () => write(room))
  await test.step('sort and propose', () => sortAndPropose(room))
  await test.step('prioritise: what both sides back comes first', () => prioritise(room))
  await test.step('agree: both sides sign', () => agree(room))
  await test.step('close: the record says it all', () => close(room))
})

async function comeIn(
  { facilitator, created }: Gathered<{ facilitator: 'list' }>,
  arrives: (name: string, options?: BrowserContextOptions) => Promise<Person>,
): Promise<Room> {
  // the join page is tried elsewhere
  const comes = async (name: string, side: 'central' | 'local', options?: BrowserContextOptions) => {
    const person = await arrives(name, options)
    const own = new Device(person.origin)
    const organisation = side === 'central' ? 'Department' : 'Westshire Council'
    await own.post('/api/join', { token: linkOf(created, side).token, name, organisation })
    await signIn(person.page.context(), own)
    await person.opens(`/w/${created.workshop.id}/list`)
    return person
  }
  const [amina, shared, jon, lena, liam] = await Promise.all([
    comes('Amina', 'central'),
    comes('Cora', 'central'),
    comes('Jon', 'local', PHONE),
    comes('Lena', 'local', PHONE),
    comes('Liam', 'local'),
  ])
  await new Sharing(shared.page).adds('Carl')
  return { facilitator, amina, shared, jon, lena, liam }
}

async function welcome({ facilitator, amina, jon }: Room): Promise<void> {
  await amina.sees('In this step the canvas is for reading. You can change it again in a later step.')
  await expect(jon.list.addField).toHaveCount(0)
  await facilitator.presses('Start')
}

async function write({ facilitator, amina, shared, jon, lena, liam }: Room): Promise<void> {
  await facilitator.presses('Next: Write what gets in the way')
  const writes = async (person: Person, notes: string[]) => {
    const own = new PrivateWriting(person.page)
    await own.adds(...notes)
    await person.seesSaved()
  }
  await Promise.all([
    writes(amina, notesOf('central', 0)),
    writes(jon, notesOf('local', 0)),
    writes(lena, notesOf('local', 1)),
    writes(liam, notesOf('local', 2)),
  ])
  const seats = new Sharing(shared.page)
  await writes(shared, notesOf('central', 1))
  await seats.passesTo('Carl')
  for (const words of notesOf('central', 1)) await expect(shared.page.getByText(words)).toHaveCount(0)
  await seats.isNow('Carl')
  await writes(shared, notesOf('central', 2))
  for (const person of [facilitator, amina, jon]) {
    const bar = new PrivateWriting(person.page)
    await bar.sees('6 of 6 have written')
  }
  await expect(facilitator.page.getByText(notesOf('local', 0)[0] ?? '')).toHaveCount(0)

  await facilitator.presses(`Reveal ${ALL} notes`)
  await new PrivateWriting(jon.page).sees(/^Notes will be shown in \d+ seconds?/)
  for (const person of [facilitator, amina, shared, jon, lena, liam]) {
    await expect(person.list.wordsIn(`Not sorted, ${BARRIERS}`)).toHaveCount(ALL, { timeout: 20_000 })
  }
}

async function sortAndPropose({ facilitator, amina, jon, liam }: Room): Promise<void> {
  await facilitator.presses('Next: Sort the notes into barriers')
  const gathers = async (person: Person, cluster: string, notes: string[]) => {
    const [first = '', ...others] = notes
    await person.list.movesNoteIntoNew(first, cluster, BARRIERS)
    for (const words of others) await person.list.movesNote(words, cluster)
  }
  await Promise.all([
    gathers(amina, 'Many returns ask the same', [...notesOf('central', 0), ...notesOf('central', 1)]),
    gathers(liam, 'Nobody has counted the whole spend', notesOf('local', 2)),
    gathers(jon, 'Money comes too late', notesOf('local', 0)),
  ])
  await facilitator.presses('Next: Propose')
  await amina.list.addsCluster('proposal', 'What could we do?', REPORT)
  await (await amina.list.residentField(REPORT)).fill('A caseworker spends the day with them, not with the form.')
  await amina.list.linksBarriers(REPORT, ['Many returns ask the same'])
  await liam.list.addsCluster('proposal', 'What could we do?', COUNT)
  await liam.list.linksBarriers(COUNT, ['Nobody has counted the whole spend'])
  for (const title of PROPOSALS) await expect(jon.list.heading('Proposal', title)).toBeVisible()
}

async function prioritise({ facilitator, amina, shared, jon, lena, liam }: Room): Promise<void> {
  await facilitator.presses('Next: Choose what to take forward')
  await facilitator.votes.opens()
  const votes = async (person: Person, dots: Partial<Record<(typeof PROPOSALS)[number], number>>) => {
    await person.votes.bar.getByRole('link', { name: 'Vote', exact: true }).click()
    for (const [title, count] of Object.entries(dots)) await person.votes.gives(title, count)
    await person.votes.seesArrived()
  }
  await Promise.all([
    votes(amina, { [REPORT]: 2, [COUNT]: 1 }),
    votes(jon, { [REPORT]: 1 }),
    votes(lena, { [REPORT]: 2 }),
    votes(liam, { [REPORT]: 1, [COUNT]: 2 }),
  ])
  await votes(shared, { [REPORT]: 1 })
  const seats = new Sharing(shared.page)
  await seats.passesTo('Cora')
  await seats.isNow('Cora')
  await expect(shared.votes.own).toContainText('3 of 3 dots left')
  for (const title of [REPORT, COUNT]) await shared.votes.gives(title)
  await shared.votes.seesArrived()

  await expect(facilitator.votes.ballot()).toContainText('6 of 6 have voted')
  await facilitator.presses('Close voting')
  for (const person of [amina, jon, facilitator]) {
    await expect(person.votes.ballot()).toContainText('3 of 3 central, 3 of 3 local', { timeout: 20_000 })
  }
  await facilitator.page.getByRole('checkbox', { name: `Tick ${REPORT}` }).check()
  await facilitator.presses('Make actions from the ticked proposals')
  await facilitator.presses('Go to the agreement')
  await expect(facilitator.agreement.action(REPORT)).toBeVisible()
}

async function agree({ facilitator, amina, jon }: Room): Promise<void> {
  await facilitator.presses('Next: Agree')
  for (const person of [amina, jon]) await person.goesTo('Agreement')
  const central = { what: 'withdraw four of the five returns', by: '2027-06-30' }
  const local = { what: 'report the shared outcomes monthly', by: '2027-05-31' }
  await amina.agreement.commits(REPORT, 'Central', central)
  await jon.agreement.commits(REPORT, 'Local', local)
  await facilitator.agreement.seesCommitment(REPORT, 'Central', central)
  await facilitator.agreement.seesCommitment(REPORT, 'Local', local)
  const dialog = await facilitator.agreement.opensPutting(REPORT)
  await dialog.getByRole('button', { name: 'Lock the wording and ask', exact: true }).click()
  await expect(dialog).toBeHidden()
  await amina.agreement.answers('A1', { organisation: 'Department', jobTitle: 'Deputy Director', answer: 'Agree' })
  await jon.agreement.answers('A1', {
    organisation: 'Westshire Council',
    jobTitle: 'Director of Place',
    answer: 'Agree',
  })
  for (const person of [facilitator, amina, jon]) {
    await expect(person.agreement.action('A1')).toContainText(/Signed on/)
  }
}

async function close({ facilitator }: Room): Promise<void> {
  await facilitator.presses('Next: Close')
  await facilitator.goesTo('Record')
  await facilitator.sees(new RegExp(`Everything up to \\d\\d:\\d\\d is in this file: 1 action, ${ALL} notes\\.`))
  await facilitator.presses('Copy the Markdown')
  await expect(facilitator.page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const markdown = await facilitator.page.evaluate(() => navigator.clipboard.readText())
  expect(markdown).toContain('### A1. One outcomes report replaces five')
  expect(markdown).toContain('Support: 3 of 3 central, 3 of 3 local · common ground 100%')
  expect(markdown).toContain('joined 3 central, 3 local')
  expect(markdown).toContain('wrote 6 of 6 (3 of 3 central, 3 of 3 local); voted 6 of 6 (3 of 3 central, 3 of 3 local)')
  for (const words of [...notesOf('central', 0), ...notesOf('local', 1)]) expect(markdown).toContain(words)
}
