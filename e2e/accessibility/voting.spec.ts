import { createWorkshop, Device } from '../actors/device'
import { openBallotOf, readyToVote, votersOf } from '../fixtures/ballot'
import { expect, signIn, test } from '../fixtures/workshop-test'
import { passesInEveryForm } from './audit'

test.use({ steps: 'as-planned' })

test.describe.configure({ timeout: 180_000 })

test('a ballot, from opening to its result', async ({ arrives, product }) => {
  const device = new Device(product.url)
  const created = await createWorkshop(device, { facilitator: { name: 'Priya' } })
  await readyToVote(device, created)
  const [priya, amina] = await Promise.all([arrives('Priya'), arrives('Amina')])
  const central = await votersOf(created, 'central', ['Amina', 'Cora', 'Carl'], product.url)
  const local = await votersOf(created, 'local', ['Jon', 'Lena', 'Liam', 'Lou'], product.url)
  const [own] = central
  if (!own) throw new Error('nobody came')
  await signIn(priya.page.context(), device)
  await signIn(amina.page.context(), own)
  const look = (person: typeof priya, state: string) => passesInEveryForm(person.page, state)

  await priya.opens(`/w/${created.workshop.id}/list`)
  await amina.opens(`/w/${created.workshop.id}/list`)
  await priya.votes.bar.getByRole('button', { name: 'Open a ballot' }).click()
  await expect(priya.votes.dialog.getByRole('checkbox', { name: 'One outcomes report' })).toBeChecked()
  await look(priya, 'opening')
  await priya.votes.dialog.getByRole('textbox', { name: 'Question' }).fill('')
  await priya.votes.dialog.getByRole('button', { name: 'Open voting' }).click()
  await look(priya, 'opening, with errors')
  await priya.votes.dialog.getByRole('textbox', { name: 'Question' }).fill('Which would you take forward?')
  await priya.votes.dialog.getByRole('button', { name: 'Open voting' }).click()
  await expect(priya.votes.dialog).toBeHidden()

  await expect(amina.votes.bar).toBeVisible()
  await look(amina, 'voting is open')
  await amina.votes.bar.getByRole('link', { name: 'Vote', exact: true }).click()
  await amina.votes.gives('One outcomes report', 2)
  await amina.votes.seesArrived()
  const { id, items } = await openBallotOf(own, created)
  const at = `/api/workshops/${created.workshop.id}/ballots/${id}`
  for (const [number, voter] of [...central.slice(1), ...local.slice(1)].entries())
    await voter.send('PUT', `${at}/vote`, { dots: { [items[number % 2]?.id ?? '']: 2, [items[0]?.id ?? '']: 1 } })
  await expect(priya.votes.ballot()).toContainText('6 of 7 have voted')
  await look(amina, 'voting')
  await look(priya, 'following')
  await priya.presses('Close voting')
  await amina.sees(/^Voting closes in/)
  await look(amina, 'closing')
  await look(priya, 'closing, facilitator')
  await expect(amina.votes.ballot()).toContainText('Voting is closed.', { timeout: 20_000 })
  await look(amina, 'result')
  await priya.page.getByRole('checkbox', { name: 'Tick One outcomes report' }).check()
  await look(priya, 'result, facilitator')
  await priya.presses('Vote again on the same')
  await look(priya, 'again')
  await priya.page.getByRole('alertdialog').getByRole('button', { name: 'Open a new ballot' }).click()
  await expect(priya.page.getByText(/^Earlier ballot/)).toBeVisible()
  await look(priya, 'a second ballot')
  device.close()
})
