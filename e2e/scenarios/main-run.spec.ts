import { readFileSync } from 'node:fs'
import type { Locator } from '@playwright/test'
import { type Report, reportSchema } from '../../shared/export/report-schema'
import type { Person } from '../actors/person'
import type { GivenNote } from '../fixtures/notes'
import { expect, test } from '../fixtures/workshop-test'
import { checkMarkdown, checkReport } from './main-run-checks'
import { ACTIONS, AUTHORS, BARRIERS, CLUSTERS, NOTES, PROPOSALS } from './main-run-play'

const NOT_SORTED = `Not sorted, ${BARRIERS}`

test.setTimeout(240_000)

test('from an empty machine to a record that both sides signed', async ({ arrives, product }, testInfo) => {
  const [facilitator, amina, jon] = await Promise.all([arrives('Priya'), arrives('Amina'), arrives('Jon')])
  const everybody = [facilitator, amina, jon]

  await test.step('Priya makes a workshop', () => makes(facilitator))
  await test.step('Amina joins by the link and Jon by the code', () => join(facilitator, amina, jon))
  await test.step('everybody sees the same step and second', () => stepsThrough(facilitator, everybody))
  await test.step('the forty notes are written by the two sides, and seen live', () => write(everybody))
  await test.step('the notes are gathered into their clusters', () => gather(everybody))
  await test.step('three proposals answer barriers', () => propose(everybody))
  await test.step('two actions are worded by both sides, and become records', () => agree(everybody))

  const { markdown, json } = await test.step('the record is taken along', () => exports(facilitator, testInfo))
  await test.step('the JSON says of every note where it is and whose', () => checkReport(json))
  await test.step('so does the Markdown', () => checkMarkdown(markdown))
  await test.step('the workshop ends, and its address is the record', () => end(facilitator, everybody))
  expect(product.log.join('\n')).not.toContain('Select committees')
})

async function makes(facilitator: Person): Promise<void> {
  const { page } = facilitator
  await facilitator.opens('/')
  await page.getByRole('link', { name: 'New workshop' }).click()
  const fill = (label: string, words: string) => page.getByRole('textbox', { name: label, exact: true }).fill(words)
  await fill('Title', 'One town, one budget')
  await page.getByRole('textbox', { name: /^Purpose/ }).fill('Agree what central and local do with one budget')
  await page.getByRole('textbox', { name: /^Fixed/ }).fill('The total for next year')
  await page.getByRole('textbox', { name: /^Open/ }).fill('How long the settlement runs')
  await page.getByRole('textbox', { name: /^Unknown/ }).fill('Who decides in spring')
  await page.getByRole('textbox', { name: /^Organisation that runs the workshop/ }).fill('Department')
  await page.getByRole('textbox', { name: /^Contact/ }).fill('priya@example.test')
  await fill('Your name', 'Priya')
  await page.getByRole('radio', { name: 'No side' }).check()
  await expect(page.getByRole('radio', { name: 'Barriers and proposals' })).toBeChecked()
  await page.getByRole('button', { name: 'Paste a list' }).click()
  await page
    .getByRole('textbox', { name: 'One organisation on each line' })
    .fill('Department, Central\nWestshire Council, Local')
  await page.getByRole('button', { name: 'Add these' }).click()
  await expect(page.getByRole('textbox', { name: 'Organisation 2' })).toHaveValue('Westshire Council')
  await page.getByRole('button', { name: 'Create workshop' }).click()
  await expect(facilitator.leads.sharePanel).toBeVisible({ timeout: 20_000 })
}

async function join(facilitator: Person, amina: Person, jon: Person): Promise<void> {
  const { sharePanel } = facilitator.leads
  await expect(sharePanel.getByRole('img', { name: 'QR code that opens One town, one budget' })).toBeVisible()
  await expect(sharePanel).toContainText('These links work on this computer only')
  await sharePanel.getByRole('button', { name: 'Copy link', exact: true }).click()
  await expect(sharePanel.getByRole('button', { name: 'Copied' })).toBeVisible()
  const link = await facilitator.page.evaluate(() => navigator.clipboard.readText())
  const code = await sharePanel
    .getByText(/^[a-z]+ [a-z]+ \d+$/)
    .first()
    .innerText()
  await facilitator.page.keyboard.press('Escape')
  await Promise.all([
    amina.joins({ link }, { side: 'Central', organisation: 'Department' }),
    jon.joins({ code }, { side: 'Local', organisation: 'Westshire Council' }),
  ])
  for (const person of [amina, jon]) {
    await expect(person.brief).toContainText('Agree what central and local do with one budget')
    await expect(person.brief).toContainText('The total for next year')
    await expect(person.brief).toContainText('How long the settlement runs')
    await expect(person.brief).toContainText('Department · priya@example.test')
    await person.startsReading()
  }
  await expect(facilitator.bar.getByRole('button', { name: 'People, 3 here' })).toBeVisible()
}

async function stepsThrough(facilitator: Person, everybody: readonly Person[]): Promise<void> {
  const clocks = async () => [...new Set(await Promise.all(everybody.map((person) => person.readsClock())))].join()
  await facilitator.presses('Start')
  await expect.poll(clocks).toMatch(/^09:5\d left$/)
  await facilitator.presses('Add 2 minutes')
  await expect.poll(clocks).toMatch(/^11:[45]\d left$/)
  await facilitator.presses('Next: Write what gets in the way')
  await facilitator.presses('Next: Sort the notes into barriers')
  for (const person of everybody) await person.seesStep('Sort the notes into barriers')
  await facilitator.presses('Back to Write what gets in the way')
  for (const person of everybody) await person.seesStep('Write what gets in the way')
  for (const person of everybody) await person.sees('One barrier per note. Write what you know from your own work.')
  await expect.poll(clocks).toBe('15:00 not started')
  // here one writes openly, and sorts
  await facilitator.presses('Next: Sort the notes into barriers')
  for (const person of everybody) await person.seesStep('Sort the notes into barriers')
}

/** The first few of each side are typed, the others pasted; Priya's window shows the board all the while. */
async function write([facilitator, amina, jon]: readonly Person[]): Promise<void> {
  if (!facilitator || !amina || !jon) throw new Error('somebody is missing')
  await Promise.all([facilitator.board.isReady(), amina.goesTo('List'), jon.goesTo('List')])
  const writes = async (person: Person, side: GivenNote['side']) => {
    const mine = NOTES.filter((note) => note.side === side).map((note) => note.text)
    for (const words of mine.slice(0, 6)) await person.list.addsNote(words)
    await person.list.addsByPaste(mine.slice(6))
  }
  // one after the other where they paste: a computer has one clipboard
  await writes(amina, 'central')
  await writes(jon, 'local')
  for (const person of [amina, jon]) await expect(person.list.wordsIn(NOT_SORTED)).toHaveCount(NOTES.length)
  await facilitator.board.showsAll()
  for (const { text } of NOTES) await expect(facilitator.board.text(text)).toBeAttached()
  await amina.seesSaved()
  await jon.seesSaved()
}

/** One cluster by dragging on the board, the others by "Move to…", by both sides at once. */
async function gather([facilitator, amina, jon]: readonly Person[]): Promise<void> {
  if (!facilitator || !amina || !jon) throw new Error('somebody is missing')
  const [byBoard, ...byList] = CLUSTERS
  if (!byBoard) throw new Error('there are no clusters')
  const moves = async (person: Person, clusters: readonly string[]) => {
    for (const cluster of clusters) {
      const [first, ...others] = NOTES.filter((note) => note.cluster === cluster).map((note) => note.text)
      if (!first) continue
      await person.list.movesNoteIntoNew(first, cluster, BARRIERS)
      for (const words of others) await person.list.movesNote(words, cluster)
    }
  }
  // what is dragged must not be moved away by others between looking and letting go
  await dragsTogether(facilitator, jon, byBoard)
  await Promise.all([moves(amina, byList.slice(0, 3)), moves(jon, byList.slice(3))])
  for (const person of [amina, jon]) {
    for (const cluster of CLUSTERS) {
      await expect(person.list.heading('Barrier', cluster)).toBeVisible()
      const given = NOTES.filter((note) => note.cluster === cluster).map((note) => note.text)
      await expect.poll(async () => (await person.list.wordsIn(cluster).allTextContents()).sort()).toEqual(given.sort())
    }
    await expect(person.list.wordsIn(NOT_SORTED)).toHaveCount(0)
  }
}

async function dragsTogether(facilitator: Person, jon: Person, cluster: string): Promise<void> {
  const { board } = facilitator
  await board.tool('Cluster').click()
  await expect(board.titleField).toBeFocused()
  await board.titleField.fill(cluster)
  await board.titleField.press('Enter')
  await expect(board.text(cluster)).toBeVisible()
  for (const { text } of NOTES.filter((note) => note.cluster === cluster)) {
    await board.showsAll()
    await board.drags(text, cluster)
    await expect(jon.list.wordsIn(cluster).getByText(text, { exact: true })).toBeVisible()
  }
}

async function propose([facilitator, amina, jon]: readonly Person[]): Promise<void> {
  if (!facilitator || !amina || !jon) throw new Error('somebody is missing')
  await facilitator.presses('Next: Propose')
  for (const [index, { title, resident, answers }] of PROPOSALS.entries()) {
    const person = index % 2 === 0 ? amina : jon
    await person.list.addsCluster('proposal', 'What could we do?', title)
    await (await person.list.residentField(title)).fill(resident)
    await person.list.linksBarriers(title, answers)
  }
  for (const { title, resident } of PROPOSALS) {
    await expect(jon.list.heading('Proposal', title)).toBeVisible()
    await expect(await amina.list.residentField(title)).toHaveValue(resident)
  }
}

async function agree([facilitator, amina, jon]: readonly Person[]): Promise<void> {
  if (!facilitator || !amina || !jon) throw new Error('somebody is missing')
  await facilitator.presses('Next: Choose what to take forward')
  await facilitator.presses('Next: Agree')
  for (const person of [facilitator, amina, jon]) await person.goesTo('Agreement')
  for (const [index, action] of ACTIONS.entries()) {
    const name = `A${index + 1}`
    await amina.agreement.startsFrom(action.from)
    // each side words its own promise, at the same time, and sees the other's letters come
    const [begins = '', ...others] = action.central.what.split(' ')
    await amina.agreement.commits(action.from, 'Central', { ...action.central, what: begins })
    await expect(facilitator.agreement.action(action.from)).toContainText('Only Central has promised something so far')
    await jon.agreement.commits(action.from, 'Local', { ...action.local, what: '' })
    const field = (person: Person, side: string): Locator => person.agreement.wordsOf(action.from, side)
    await field(amina, 'Central').press('End')
    await Promise.all([
      field(amina, 'Central').pressSequentially(['', ...others].join(' ')),
      field(jon, 'Local').pressSequentially(action.local.what),
    ])
    await expect(field(amina, 'Local')).toHaveValue(action.local.what)
    await expect(field(jon, 'Central')).toHaveValue(action.central.what)
    await facilitator.agreement.seesCommitment(action.from, 'Central', action.central)
    await facilitator.agreement.seesCommitment(action.from, 'Local', action.local)

    const dialog = await facilitator.agreement.opensPutting(action.from)
    for (const { organisation } of Object.values(AUTHORS))
      await expect(dialog.getByRole('checkbox', { name: new RegExp(organisation) })).toBeChecked()
    await dialog.getByRole('button', { name: 'Lock the wording and ask', exact: true }).click()
    await expect(dialog).toBeHidden()

    for (const person of [amina, jon]) {
      await expect(person.agreement.action(name)).toContainText('wording locked')
      await expect(person.agreement.action(name).getByRole('textbox')).toHaveCount(0)
    }
    await amina.agreement.answers(name, {
      organisation: 'Department',
      jobTitle: 'Deputy Director',
      answer: action.answers.amina,
    })
    await expect(jon.agreement.answerOf(name, 'Department')).toContainText('Amina, Deputy Director')
    await expect(jon.agreement.action(name)).toContainText('Waiting for Westshire Council')
    await jon.agreement.answers(name, {
      organisation: 'Westshire Council',
      jobTitle: 'Director of Place',
      answer: action.answers.jon,
      reason: action.reservation,
    })
    for (const person of [facilitator, amina, jon])
      await expect(person.agreement.action(name)).toContainText(/Signed on/)
  }
}

type Taken = { markdown: string; json: Report }

async function exports(facilitator: Person, testInfo: { outputPath: (name: string) => string }): Promise<Taken> {
  await facilitator.goesTo('Record')
  const { page } = facilitator
  await facilitator.sees(/Everything up to \d\d:\d\d is in this file: 2 actions, 40 notes\./)
  const download = async (name: string) => {
    const started = page.waitForEvent('download')
    await facilitator.presses('Download')
    const path = testInfo.outputPath(name)
    await (await started).saveAs(path)
    return readFileSync(path, 'utf8')
  }
  const markdown = await download('record.md')
  await facilitator.presses('Copy the Markdown')
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(markdown)
  await page.getByRole('radio', { name: 'JSON' }).check()
  const json = reportSchema.parse(JSON.parse(await download('record.json')))
  return { markdown, json }
}

async function end(facilitator: Person, everybody: readonly Person[]): Promise<void> {
  await facilitator.leads.ends()
  const [address = ''] = facilitator.page.url().split('/record')
  for (const person of everybody) {
    await expect(person.page).toHaveURL(/\/record$/)
    await person.opens(address)
    await person.seesHeading('One town, one budget')
    await person.sees(/This workshop ended on .* This is its record\./)
    for (const { from } of ACTIONS) await person.seesHeading(from)
    await person.sees(/Everything up to \d\d:\d\d is in this file: 2 actions, 40 notes\./)
  }
}
