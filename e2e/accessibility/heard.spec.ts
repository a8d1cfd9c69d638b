import { addCluster, addNotes } from '../../shared/document/edits'
import { readCanvas } from '../../shared/document/projection'
import { allClusters } from '../../shared/domain/canvas-view'
import type { MemberId } from '../../shared/domain/ids'
import { type Created, Device, linkOf } from '../actors/device'
import type { Person } from '../actors/person'
import { givesSample, SAMPLE } from '../fixtures/sample'
import { reachesStep } from '../fixtures/steps'
import { expect, signIn, test } from '../fixtures/workshop-test'
import { heardOn } from './read-aloud'

/** What is heard is kept as text in `heard/`; a difference is a change of what people hear (`--update-snapshots` takes it over). */
async function isHeard(person: Person, screen: string): Promise<void> {
  const { page } = person
  await page.mouse.move(0, 0)
  expect.soft(await heardOn(page), screen).toMatchSnapshot(`${screen}.txt`)
}

/** A dialog is all there is while it is open. */
async function isAlone({ page }: Person): Promise<void> {
  await expect(page.getByRole('main')).toHaveCount(0)
}

/** Somebody else writes two notes and makes a heading. */
async function othersGoOn(device: Device, created: Created): Promise<void> {
  const { document, saved, close } = await device.open(`canvas/${created.canvases[0]?.id}`)
  const [section] = readCanvas(document).sections
  if (!section) throw new Error('no section')
  const spot = { in: section.id, after: section.notes.at(-1)?.id ?? null, before: null }
  const author = { member: created.member.id as MemberId, side: null, now: 1 }
  addNotes(document, { texts: ['Nobody answers the phone after four', 'Two forms for one address'], spot, author })
  addCluster(document, {
    title: 'The forms are ours, not theirs',
    kind: 'barrier',
    spot: { in: section.id, after: section.clusters.at(-1)?.id ?? null, before: null },
    now: 1,
  })
  // with its answer on arriving
  await expect.poll(saved).toBeGreaterThan(2)
  close()
}

/** What is voted on are the proposals of the sample. */
async function opensBallot(device: Device, created: Created): Promise<void> {
  const canvasId = created.canvases[0]?.id ?? ''
  const { document, close } = await device.open(`canvas/${canvasId}`)
  const proposals = allClusters(readCanvas(document)).filter(({ kind }) => kind === 'proposal')
  close()
  const items = proposals.slice(0, 3).map(({ id, title }) => ({ is: 'cluster', id, canvasId, seen: title }))
  const asks = {
    question: 'Which would you take forward?',
    items,
    dots: 3,
    most: 2,
    facilitatorsVote: false,
    letVote: true,
  }
  const { status, body } = await device.post(`/api/workshops/${created.workshop.id}/ballots`, asks)
  if (status >= 300) throw new Error(`no ballot: ${JSON.stringify(body)}`)
}

test('the main screens as a person hears them [L26]', async ({ arrives, product }) => {
  const [priya, lena] = await Promise.all([arrives('Priya'), arrives('Lena')])
  await lena.opens('/')
  await lena.seesHeading(/./)
  await isHeard(lena, 'home')

  const { created, device } = await givesSample(priya)
  const address = `/w/${created.workshop.id}`
  await lena.opens(linkOf(created, 'local').url)
  await expect(lena.page.getByRole('button', { name: 'Join the workshop' })).toBeVisible()
  await isHeard(lena, 'join')
  const own = new Device(product.url)
  await own.post('/api/join', {
    token: linkOf(created, 'local').token,
    name: 'Lena',
    organisation: 'Harbour District Council',
  })
  await signIn(lena.page.context(), own)

  await reachesStep(device, created.workshop.id, 'sort')
  await lena.opens(`${address}/list`)
  await lena.list.seesNote(SAMPLE.note)
  await lena.seesSaved()
  await othersGoOn(device, created)
  await expect(lena.page.getByRole('button', { name: 'What changed, 3 since you looked' })).toBeVisible()
  await lena.hears('2 new notes in ')
  await isHeard(lena, 'list')
  await lena.presses('What changed, 3 since you looked')
  await expect(lena.page.getByRole('dialog', { name: 'What changed' })).toBeVisible()
  await isAlone(lena)
  await isHeard(lena, 'what-changed')
  await lena.page.keyboard.press('Escape')
  await expect(lena.page.getByRole('dialog')).toHaveCount(0)
  await lena.list
    .note(SAMPLE.note)
    .getByRole('button', { name: /^Move to…, / })
    .click()
  await expect(lena.page.getByRole('dialog', { name: 'Move this note to…' })).toBeVisible()
  await isAlone(lena)
  await isHeard(lena, 'dialog-move')
  await lena.page.keyboard.press('Escape')

  await lena.opens(`${address}?view=board`)
  await lena.board.isReady()
  await lena.seesSaved()
  await isHeard(lena, 'board')

  await lena.opens(`${address}/agreement`)
  await expect(lena.agreement.action(SAMPLE.action)).toBeVisible()
  await lena.seesSaved()
  await isHeard(lena, 'agreement')
  await lena.opens(`${address}/record`)
  await lena.sees(/^Everything up to /)
  await lena.seesSaved()
  await isHeard(lena, 'record')

  await opensBallot(device, created)
  await lena.opens(`${address}/results`)
  await expect(lena.votes.ballot()).toContainText('0 of ')
  await lena.seesSaved()
  await isHeard(lena, 'vote')

  await signIn(priya.page.context(), device)
  await priya.opens(`${address}/plan`)
  await priya.plan.isReady()
  await priya.seesSaved()
  await isHeard(priya, 'plan')
})
