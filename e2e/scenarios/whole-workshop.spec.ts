import type { Page } from '@playwright/test'
import { linkOf } from '../actors/device'
import { byKeyboard, byTouch, type Hands } from '../actors/hands'
import type { Person } from '../actors/person'
import { PrivateWriting } from '../actors/private-writing'
import { expect, test } from '../fixtures/workshop-test'

test.use({ steps: 'as-planned' })
test.setTimeout(120_000)

const BARRIERS = 'What gets in the way?'
const NOTES = [
  'Five returns ask the same',
  'Each return has its own form',
  'Nobody reads the answers',
  'The clinic opens late',
  'The bus is gone by nine',
]
const [FIRST = '', SECOND = '', THIRD = ''] = NOTES
const CLUSTER = 'Too many returns'
const PROPOSAL = 'One report for all'
const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true }

type Who = { jon: Person; hands: Hands; facilitator: Person; address: string }

for (const { by, device, take } of [
  { by: 'by keyboard', device: {}, take: byKeyboard },
  { by: 'by touch on a phone', device: PHONE, take: byTouch },
] as const) {
  test(`[L41] a whole workshop ${by}`, async ({ gather, arrives }) => {
    const { facilitator, created } = await gather({ facilitator: 'list' })
    const jon = await arrives('Jon', device)
    const asked = scriptsAsked(jon.page)
    const hands = await take(jon.page)
    const who = { jon, hands, facilitator, address: linkOf(created, 'everyone').url }
    await test.step('join', () => join(who))
    await test.step('write five notes', () => write(who))
    await test.step('make a cluster, and move notes', () => sort(who))
    await test.step('link a proposal', () => propose(who))
    await test.step('vote', () => vote(who))
    await test.step('sign', () => sign(who))
    expect(hands.foul).toEqual([])
    // on a phone the list is the product: what draws the board is not loaded
    if (by === 'by touch on a phone') expect(asked.filter((url) => /board\.react|tldraw/.test(url))).toEqual([])
  })
}

async function join({ jon, hands, address }: Who): Promise<void> {
  await jon.opens(address)
  await hands.picks(jon.page.getByRole('radio', { name: 'Local', exact: true }))
  await hands.writes(jon.page.getByRole('textbox', { name: 'Your name' }), 'Jon')
  await hands.writes(jon.page.getByRole('combobox', { name: 'Organisation' }), 'Westshire Council')
  await hands.presses(jon.page.getByRole('button', { name: 'Join the workshop' }))
  await hands.presses(jon.brief.getByRole('button', { name: 'Start', exact: true }))
  await expect(jon.brief).toBeHidden()
}

async function write({ jon, hands, facilitator }: Who): Promise<void> {
  await facilitator.presses('Start')
  await facilitator.presses('Next: Write what gets in the way')
  await jon.seesStep('Write what gets in the way')
  await goes(jon, hands, 'List')
  const own = new PrivateWriting(jon.page)
  for (const words of NOTES) {
    await hands.writes(own.field, words)
    await hands.sends(jon.page.getByRole('button', { name: 'Add', exact: true }))
    await expect(own.field).toHaveValue('')
    await expect(own.note(words)).toBeVisible()
  }
  await facilitator.presses(`Reveal ${NOTES.length} notes`)
  await expect(jon.list.wordsIn(`Not sorted, ${BARRIERS}`)).toHaveCount(NOTES.length, { timeout: 20_000 })
}

async function sort({ jon, hands, facilitator }: Who): Promise<void> {
  await facilitator.presses('Next: Sort the notes into barriers')
  await jon.seesStep('Sort the notes into barriers')
  const dialog = jon.page.getByRole('dialog', { name: 'Move this note to…' })
  const opens = (words: string) => hands.presses(jon.list.note(words).getByRole('button', { name: /^Move to…, / }))
  await opens(FIRST)
  await hands.writes(dialog.getByRole('textbox', { name: 'Find a heading' }), CLUSTER)
  await hands.presses(
    dialog.getByRole('region', { name: BARRIERS, exact: true }).getByRole('button', { name: /^New / }),
  )
  await expect(jon.list.heading('Barrier', CLUSTER)).toBeVisible()
  for (const words of [SECOND, THIRD]) {
    await opens(words)
    await hands.presses(dialog.getByRole('button', { name: new RegExp(`^${CLUSTER}`) }))
    await expect(dialog).toBeHidden()
  }
  await expect(jon.list.wordsIn(CLUSTER)).toHaveText([FIRST, SECOND, THIRD])
}

async function propose({ jon, hands, facilitator }: Who): Promise<void> {
  await facilitator.presses('Next: Propose')
  // there is something to choose from
  await facilitator.list.addsCluster('proposal', 'What could we do?', 'A later bus')
  await hands.presses(jon.page.getByRole('button', { name: 'New proposal in “What could we do?”', exact: true }))
  await hands.writes(jon.page.getByRole('textbox', { name: 'Title of the proposal', exact: true }), PROPOSAL)
  await hands.writes(
    jon.page.getByRole('textbox', { name: `What changes for a resident: ${PROPOSAL}`, exact: true }),
    'Less waiting',
  )
  await expect(jon.list.heading('Proposal', PROPOSAL)).toBeVisible()
  await hands.chooses(jon.page.getByRole('button', { name: `More, ${PROPOSAL}`, exact: true }), 'Link barriers…')
  const dialog = jon.page.getByRole('dialog', { name: 'Which barriers does it answer?' })
  await hands.ticks(dialog.getByRole('checkbox', { name: CLUSTER, exact: true }))
  await hands.presses(dialog.getByRole('button', { name: 'Save', exact: true }))
  await expect(dialog).toBeHidden()
}

async function vote({ jon, hands, facilitator }: Who): Promise<void> {
  await facilitator.presses('Next: Choose what to take forward')
  await facilitator.votes.opens()
  await hands.presses(jon.votes.bar.getByRole('link', { name: 'Vote', exact: true }))
  await hands.presses(jon.page.getByRole('button', { name: `Give a dot to ${PROPOSAL}`, exact: true }))
  await jon.votes.seesArrived()
  await facilitator.presses('Close voting')
  await facilitator.page.getByRole('checkbox', { name: `Tick ${PROPOSAL}` }).check()
  await facilitator.presses('Make actions from the ticked proposals')
  await facilitator.presses('Go to the agreement')
}

async function sign({ jon, hands, facilitator }: Who): Promise<void> {
  await facilitator.presses('Next: Agree')
  await goes(jon, hands, 'Agreement')
  const draft = jon.agreement.action(PROPOSAL)
  await hands.presses(draft.getByRole('button', { name: 'Add a commitment for Local', exact: true }))
  await hands.writes(jon.agreement.wordsOf(PROPOSAL, 'Local'), 'send one report a month')
  await expect(facilitator.agreement.wordsOf(PROPOSAL, 'Local')).toHaveValue('send one report a month')
  await facilitator.agreement.commits(PROPOSAL, 'Central', {
    what: 'ask for no other',
    organisation: 'Department',
    by: '2027-05-31',
  })
  await facilitator.agreement
    .action(PROPOSAL)
    .getByRole('article', { name: 'Local, commitment 1', exact: true })
    .getByLabel('By')
    .fill('2027-05-31')
  const putting = await facilitator.agreement.opensPutting(PROPOSAL)
  await putting.getByRole('button', { name: 'Lock the wording and ask', exact: true }).click()
  await expect(putting).toBeHidden()

  await hands.presses(
    jon.agreement.action('A1').getByRole('button', { name: 'Answer for Westshire Council', exact: true }),
  )
  const dialog = jon.page.getByRole('dialog', { name: 'Answer for Westshire Council' })
  await hands.writes(dialog.getByRole('textbox', { name: 'Job title' }), 'Director of Place')
  await hands.picks(dialog.getByRole('radio', { name: 'Agree', exact: true }))
  await hands.presses(dialog.getByRole('button', { name: 'Send answer', exact: true }))
  await expect(dialog).toBeHidden()
  await expect(facilitator.agreement.answerOf('A1', 'Westshire Council')).toContainText('Jon, Director of Place')
}

/** On a phone the views are in the menu, on a wide screen in the bar. */
async function goes(person: Person, hands: Hands, view: 'List' | 'Agreement'): Promise<void> {
  const link = person.page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: view, exact: true })
  const isPhone = (person.page.viewportSize()?.width ?? 0) < 720
  if (!isPhone) return hands.presses(link)
  if (person.page.url().endsWith(`/${view.toLowerCase()}`)) return
  await hands.chooses(person.bar.getByRole('button', { name: 'Menu', exact: true }), view)
}

function scriptsAsked(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  return asked
}
