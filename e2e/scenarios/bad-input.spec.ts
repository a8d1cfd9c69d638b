import type { Page } from '@playwright/test'
import * as Y from 'yjs'
import { addNote } from '../../shared/document/edits'
import { readCanvas } from '../../shared/document/projection'
import type { MemberId } from '../../shared/domain/ids'
import { type Report, reportSchema } from '../../shared/export/report-schema'
import { REFUSALS } from '../../shared/protocol/refusals'
import { createWorkshop, Device, linkOf, type OpenRoom } from '../actors/device'
import { opensAllSteps } from '../fixtures/steps'
import { expect, joined, test } from '../fixtures/workshop-test'

const BARRIERS = 'What gets in the way?'
const NOT_SORTED = `Not sorted, ${BARRIERS}`

test('a workshop without a title, or with one of 10,000 characters, is not made, and nothing typed is lost', async ({
  arrives,
}) => {
  const priya = await arrives('Priya')
  const { page } = priya
  await priya.opens('/new')
  const title = page.getByRole('textbox', { name: 'Title', exact: true })
  const purpose = page.getByRole('textbox', { name: /^Purpose/ })
  await purpose.fill('Agree on one settlement')
  await priya.presses('Create workshop')
  const summary = page.getByRole('alert').filter({ hasText: 'The workshop was not created yet' })
  await expect(summary.getByRole('link')).toHaveText(['Enter a title', 'Enter your name'])
  await summary.getByRole('link', { name: 'Enter a title' }).click()
  await expect(title).toBeFocused()
  await expect(title).toHaveAccessibleDescription(/Enter a title/)

  await title.fill('x'.repeat(10_000))
  await page.getByRole('textbox', { name: 'Your name' }).fill('Priya')
  await priya.presses('Create workshop')
  await expect(summary.getByRole('link')).toHaveText(['Title: shorten it to 200 characters'])
  await expect(purpose).toHaveValue('Agree on one settlement')
  await expect(title).toHaveValue(/^x{10000}$/)

  await title.fill('One settlement')
  await priya.presses('Create workshop')
  await expect(priya.leads.sharePanel).toBeVisible()
})

test('the server itself refuses what no form sends, each with the field at fault', async ({ product }) => {
  const device = new Device(product.url)
  const make = (body: Record<string, unknown>) => device.post('/api/workshops', body)
  expect(await make({ title: '' })).toMatchObject({ status: 400, body: { refusal: 'not-valid', field: 'title' } })
  expect(await make({ title: 'x'.repeat(10_000) })).toMatchObject({ status: 400, body: { field: 'title' } })
  expect(await make({ title: 'One', template: 'nowhere' })).toMatchObject({
    status: 400,
    body: { refusal: 'unknown-template' },
  })
  expect(await make({ title: 'One', attribution: 'safe-space' })).toMatchObject({
    status: 400,
    body: { refusal: 'safe-space-not-offered' },
  })
  expect(await device.post('/api/join', { code: 'purple-cow-99', name: 'Jon' })).toMatchObject({
    status: 404,
    body: { refusal: 'link-unknown' },
  })
  expect(await device.post('/api/join', { token: 'not-a-token', name: 'Jon' })).toMatchObject({
    status: 404,
    body: { refusal: 'link-unknown' },
  })
})

test('a device whose session is gone is told how to come back', async ({ gather }) => {
  const { jon } = await gather({ jon: 'list' })
  await jon.list.addsNote('Written before')
  await jon.seesSaved()
  await jon.page.context().clearCookies()
  await jon.comesBack()
  await jon.seesHeading('This device is not signed in to the workshop')
  await jon.sees(/Join with the link or the code you were given/)
})

test('a note of 50,000 characters is not cut: it stays in the field, and one is told what to do', async ({
  gather,
}) => {
  const { amina, jon } = await gather({ amina: 'list', jon: 'list' })
  const long = 'never ending '.repeat(3_847).slice(0, 50_000)
  await amina.copies(long)
  await amina.list.addField.focus()
  await amina.pastes()
  await amina.list.addField.press('Enter')
  await amina.sees(/This is 47,000 characters too long for one note\. Shorten it/)
  await expect(amina.list.addField).toHaveValue(long)

  await amina.list.addField.fill('A short one')
  await amina.list.addField.press('Enter')
  await jon.list.seesNote('A short one')
  const field = await jon.list.opensNote('A short one')
  await jon.copies(long)
  await jon.pastes()
  await jon.sees(/A note takes up to 3,000 characters\. What you pasted is still in your clipboard/)
  await expect(field).toHaveValue('A short one')
})

test('50,000 characters pasted where a line belongs change nothing, and one is told', async ({ gather }) => {
  const { amina } = await gather({ amina: 'list' })
  const long = 'never ending '.repeat(3_847).slice(0, 50_000)
  await amina.list.addsCluster('proposal', 'What could we do?', 'One report')
  const resident = await amina.list.residentField('One report')
  await resident.fill('Less paper')
  await amina.copies(long)
  await resident.focus()
  await amina.pastes()
  await amina.sees('That does not fit: at most 1,000 characters. Nothing was changed.')
  await expect(resident).toHaveValue('Less paper')
  await amina.list.choosesFor('One report', 'Rename')
  await expect(amina.page.getByRole('textbox', { name: 'Title of the proposal' })).toBeFocused()
  await amina.page.keyboard.press('End')
  await amina.pastes()
  await amina.sees('That does not fit: at most 300 characters. Nothing was changed.')
  await amina.page.keyboard.press('Enter')
  await expect(amina.list.heading('Proposal', 'One report')).toBeVisible()

  await amina.goesTo('Board')
  await amina.board.isReady()
  await amina.board.addsNotes('A short one')
  const field = await amina.board.opensNote('A short one')
  await amina.pastes()
  await amina.sees(/^That is more than fits in one note/)
  await expect(field).toHaveValue('A short one')

  await amina.goesTo('Agreement')
  await amina.agreement.startsFrom('One report')
  const title = amina.agreement.action('One report').getByRole('textbox', { name: 'Title of the action' })
  await title.focus()
  await amina.pastes()
  await expect(title).toHaveAccessibleDescription(/That does not fit: at most 200 characters\. Nothing was changed\./)
  await expect(title).toHaveValue('One report')
})

test('2,000 lines pasted at once become 500 notes after a question, and the others stay in the field', async ({
  gather,
}) => {
  const { amina, jon } = await gather({ amina: 'list', jon: 'list' })
  const lines = Array.from({ length: 2_000 }, (_, index) => `Line ${index + 1} of many`)
  await amina.copies(lines.join('\n'))
  await amina.list.addField.focus()
  await amina.pastes()
  const dialog = amina.page.getByRole('dialog', { name: 'Add 500 notes?' })
  await expect(dialog).toContainText('1,500 are left out')
  await expect(dialog).toContainText('They stay in the field.')
  await dialog.getByRole('button', { name: 'Add 500 notes' }).click()
  await expect(jon.list.wordsIn(NOT_SORTED)).toHaveCount(500, { timeout: 20_000 })
  await expect(jon.list.wordsIn(NOT_SORTED).last()).toHaveText('Line 500 of many')
  await expect(amina.list.addField).toHaveValue(/^Line 501 of many/)
  await amina.seesSaved()
  await amina.presses('Undo 500 new notes')
  await expect(jon.list.wordsIn(NOT_SORTED)).toHaveCount(0)
})

test('HTML, Markdown and formulas are only words, in every text, on every page and in every file', async ({
  arrives,
  product,
}) => {
  const html = '<img src=x onerror=alert(1)><b>bold</b>'
  const markdown = '# Not a heading [link](javascript:alert(1)) **bold** `code` | cell |'
  const formula = '=cmd()|"/C calc"!A1'
  const device = new Device(product.url)
  const created = await createWorkshop(device, {
    title: html,
    purpose: markdown,
    fixed: formula,
    runBy: html,
    facilitator: { name: formula },
    sides: { central: '<i>C</i>', local: '*L*' },
  })
  await opensAllSteps(device, created.workshop.id)
  const jon = await arrives('Jon <script>alert(1)</script>')
  await watchForElements(jon.page)
  await jon.looksAt({ link: linkOf(created, 'local').url })
  await jon.seesHeading(html)
  await jon.joins({ link: linkOf(created, 'local').url }, { organisation: '**Council** <u>' })
  await expect(jon.brief).toContainText(markdown)
  await expect(jon.brief).toContainText(formula)
  await jon.startsReading()
  await jon.goesTo('List')
  for (const words of [html, markdown, formula]) await jon.list.addsNote(words)
  for (const words of [html, markdown, formula]) await jon.list.seesNote(words)
  await jon.list.addsCluster('proposal', 'What could we do?', markdown)
  await (await jon.list.residentField(markdown)).fill(html)
  await jon.goesTo('Board')
  await jon.board.isReady()
  for (const words of [html, markdown, formula]) await jon.board.seesNote(words)
  await jon.goesTo('Agreement')
  await jon.agreement.startsFrom(markdown)
  await jon.agreement.commits(markdown, '*L*', { what: html, organisation: formula })
  await jon.seesSaved()
  await jon.presses('People, 1 here')
  await expect(jon.leads.people.getByText('Jon <script>alert(1)</script>')).toBeVisible()
  await expect(jon.leads.people.getByText('**Council** <u>')).toBeVisible()
  await jon.page.keyboard.press('Escape')

  await jon.goesTo('Record')
  await jon.sees(/is in this file: 1 action, 3 notes/)
  const file = jon.page.getByRole('region', { name: /^The record as/ }).last()
  const shown = unescaped(await file.innerText())
  for (const words of [html, markdown, formula]) expect(shown).toContain(words)
  expect(await file.innerText()).not.toMatch(/(^|[^\\])<(img|b|script|u|i)\b/)
  await jon.page.getByRole('radio', { name: 'JSON' }).check()
  await jon.seesHeading('The record as JSON')
  const report = reportSchema.parse(JSON.parse(await file.innerText()))
  expect(report.workshop).toMatchObject({ title: html, purpose: markdown, fixed: formula, runBy: html })
  expect(notesOf(report).map((note) => note.text)).toEqual([html, markdown, formula])
  expect(report.actions[0]?.commitments[0]).toMatchObject({ what: html, organisation: formula })
  expect(await elementsMade(jon.page)).toEqual([])
  device.close()
})

test('garbage in a canvas is left out and counted, and the page lives', async ({ gather, product }) => {
  const { amina, created, device } = await gather({ amina: 'list' })
  await amina.list.addsNote('A good note')
  const room = await device.open(`canvas/${created.canvases[0]?.id}`)
  const garbage: Record<string, () => unknown> = {
    number: () => 42,
    words: () => 'only words',
    empty: () => new Y.Map(),
    textless: () => new Y.Map<unknown>([['place', { in: 'nowhere', order: 'a1' }]]),
    placeless: () => new Y.Map<unknown>([['text', new Y.Text('Placeless')]]),
    nested: () =>
      new Y.Map<unknown>([
        ['text', new Y.Map()],
        ['place', [[[[]]]]],
      ]),
  }
  let taken = 0
  for (const [id, made] of Object.entries(garbage)) {
    for (const root of ['notes', 'clusters', 'sections']) {
      room.document.getMap(root).set(`garbage-${id}`, made())
      taken += 1
    }
  }
  // Its answer to the server's question on arriving counts as one.
  await savedUpTo(room, taken + 1)
  expect(room.refusals).toEqual([])

  await amina.list.addsNote('Another good note')
  await expect(amina.list.wordsIn(NOT_SORTED)).toHaveText(['A good note', 'Another good note'])
  await amina.comesBack()
  await expect(amina.list.wordsIn(NOT_SORTED)).toHaveText(['A good note', 'Another good note'])
  const leftOut = amina.page.getByText(`${taken} entries on this canvas could not be read`)
  await expect(leftOut).toBeVisible()
  await amina.goesTo('Board')
  await amina.board.isReady()
  await amina.board.seesNote('Another good note')
  await expect(leftOut).toBeVisible()
  const report = reportSchema.parse((await device.get(`/api/workshops/${created.workshop.id}/export?format=json`)).body)
  expect(notesOf(report).map((note) => note.text)).toEqual(['A good note', 'Another good note'])
  expect(report.canvases[0]?.leftOut).toBe(taken)
  expect(product.log.join('\n')).not.toContain('Placeless')
})

test('a room that one may not enter is closed at once with the code of the table', async ({ gather, product }) => {
  const { created } = await gather({})
  const canvas = `canvas/${created.canvases[0]?.id}`
  const nobody = new Device(product.url)
  const other = new Device(product.url)
  await createWorkshop(other)
  expect(await (await nobody.open(canvas)).closed).toBe(REFUSALS['session-missing'].close)
  expect(await (await other.open(canvas)).closed).toBe(REFUSALS['not-a-member'].close)
  expect(await (await other.open('canvas/nowhere')).closed).toBe(REFUSALS['not-found'].close)
  expect(await (await other.open('kitchen')).closed).toBe(REFUSALS['not-found'].close)
  nobody.close()
  other.close()
})

test('an observer’s update is refused, and nobody sees it', async ({ gather, product }) => {
  const { amina, created } = await gather({ amina: 'list' })
  await amina.list.addsNote('Written by somebody who may')
  const oscar = await joined(created, 'oscar', product.url)
  const room = await oscar.open(`canvas/${created.canvases[0]?.id}`)
  const [section] = readCanvas(room.document).sections
  if (!section) throw new Error('the canvas has no sections')
  const { body } = await oscar.get<{ member: { id: string } }>(`/api/workshops/${created.workshop.id}`)
  const answer = refused(room)
  addNote(room.document, {
    text: 'I should not be here',
    spot: { in: section.id, after: null, before: null },
    author: { member: body.member.id as MemberId, side: null, now: 1 },
  })
  await answer
  expect(room.refusals).toEqual(['role-may-not-edit'])
  oscar.close()

  await amina.list.addsNote('Written after')
  await amina.seesSaved()
  await amina.comesBack()
  await expect(amina.list.wordsIn(NOT_SORTED)).toHaveText(['Written by somebody who may', 'Written after'])
})

test('a note in the name of somebody else, or for the other side, is refused, and nobody sees it', async ({
  gather,
  product,
}) => {
  const { amina, created, device } = await gather({ amina: 'list' })
  await amina.list.addsNote('Written by Amina herself')
  await amina.seesSaved()
  const jon = await joined(created, 'jon', product.url)
  const me = await jon.get<{ member: { id: string } }>(`/api/workshops/${created.workshop.id}`)
  for (const author of [
    { member: created.member.id as MemberId, side: 'local', now: 1 },
    { member: null, side: 'local', now: 1 },
    { member: me.body.member.id as MemberId, side: 'central', now: 1 },
  ] as const) {
    const room = await jon.open(`canvas/${created.canvases[0]?.id}`)
    const [section] = readCanvas(room.document).sections
    if (!section) throw new Error('the canvas has no sections')
    const answer = refused(room)
    addNote(room.document, { text: 'Forged', spot: { in: section.id, after: null, before: null }, author })
    await answer
    expect(room.refusals).toEqual(['not-as-joined'])
    room.close()
  }
  jon.close()

  await amina.list.addsNote('Written after')
  await amina.seesSaved()
  await amina.comesBack()
  await expect(amina.list.wordsIn(NOT_SORTED)).toHaveText(['Written by Amina herself', 'Written after'])
  const report = await device.get(`/api/workshops/${created.workshop.id}/export?format=json`)
  expect(JSON.stringify(report.body)).not.toContain('Forged')
})

/** The server has said that it did not take something. Not any answer: one about having arrived may come in between. */
function refused(room: OpenRoom): Promise<void> {
  return new Promise((resolve) => {
    const stop = room.onAnswer(() => {
      if (room.refusals.length === 0) return
      stop()
      resolve()
    })
  })
}

/** So many of the document messages of this connection are on the server's disk. */
function savedUpTo(room: OpenRoom, count: number): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (room.saved() < count) return
      stop()
      resolve()
    }
    const stop = room.onAnswer(look)
    look()
  })
}

function notesOf(report: Report) {
  return report.canvases.flatMap((canvas) =>
    canvas.sections.flatMap((section) => [
      ...section.notSorted,
      ...section.clusters.flatMap((cluster) => cluster.notes),
    ]),
  )
}

/** Markdown's backslashes taken away: what a reader sees. */
function unescaped(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1')
}

/** Elements that no page of the product has, but the words of the test: on every page from now on, however short they live. */
async function watchForElements(page: Page): Promise<void> {
  await page.exposeFunction('elementMade', (html: string) => made(page).push(html))
  await page.addInitScript(() => {
    // the answers that a page comes with are in a script element that is none to the browser
    const script = 'script:not([src], head > #brought[type="application/json"])'
    const words = `b, i, u, img[onerror], a[href^="javascript:"], ${script}`
    new MutationObserver(() => {
      for (const element of document.querySelectorAll(words)) void Reflect.get(window, 'elementMade')(element.outerHTML)
    }).observe(document, { childList: true, subtree: true })
  })
}

const MADE = new WeakMap<Page, string[]>()

function made(page: Page): string[] {
  const known = MADE.get(page) ?? []
  MADE.set(page, known)
  return known
}

async function elementsMade(page: Page): Promise<string[]> {
  // one more turn of the page, so that the last ones have been told of
  await page.evaluate(() => Promise.resolve())
  return made(page)
}
