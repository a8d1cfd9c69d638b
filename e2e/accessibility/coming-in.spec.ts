import { createWorkshop, Device, linkOf } from '../actors/device'
import type { Person } from '../actors/person'
import { expect, test } from '../fixtures/workshop-test'
import { passesInEveryForm } from './audit'

const EXPECTED = [
  { name: 'Department', side: 'central' },
  { name: 'Westshire Council', side: 'local' },
]

/** A test looks at many states of its pages, and axe takes a second or two for each. */
test.describe.configure({ timeout: 180_000 })

test('what is missing on the first pages, and a workshop that is not one’s own', async ({ arrives }) => {
  const anybody = await arrives('Anybody')
  await anybody.opens('/')
  await anybody.presses('Join')
  await anybody.sees('Enter the code you were given')
  await passesInEveryForm(anybody.page, 'home, no code given')
  await anybody.opens('/w/aaaaaaaaaaaaaa')
  await anybody.seesHeading('This device is not signed in to the workshop')
  await passesInEveryForm(anybody.page, 'not signed in')
  await anybody.opens('/new')
  await anybody.presses('Add an organisation')
  await anybody.presses('Paste a list')
  await passesInEveryForm(anybody.page, 'new, with organisations')
})

test('joining: the pages between a link and the workshop', async ({ arrives, product }) => {
  const priya = new Device(product.url)
  const created = await createWorkshop(priya, { facilitator: { name: 'Priya' }, expected: EXPECTED, purpose: 'Agree' })
  const everyone = linkOf(created, 'everyone')
  const amina = await arrives('Amina')

  await amina.looksAt({ link: everyone.url })
  await amina.seesHeading('Homelessness funding')
  await amina.page.getByRole('combobox', { name: 'Organisation' }).fill('De')
  await expect(amina.page.getByRole('option', { name: /Department/ })).toBeVisible()
  await passesInEveryForm(amina.page, 'join, organisations offered')
  await amina.joins({ link: everyone.url }, { side: 'Central', organisation: 'Department' })
  await passesInEveryForm(amina.page, 'the brief')
  await amina.startsReading()
  await amina.looksAt({ link: everyone.url })
  await amina.seesHeading('You are in as Amina')
  await passesInEveryForm(amina.page, 'already in')

  const other = await arrives('Amina')
  await other.looksAt({ link: linkOf(created, 'central').url })
  await other.introduces({ organisation: 'Department' })
  await passesInEveryForm(other.page, 'join, side fixed')
  await other.presses('Join the workshop')
  await other.seesHeading('Have you joined already?')
  await passesInEveryForm(other.page, 'joined already')

  await priya.post(
    `/api/workshops/${created.workshop.id}/members/${(await idOf(amina, created.workshop.id)) ?? ''}/remove`,
  )
  await amina.opens(`/w/${created.workshop.id}`)
  await amina.seesHeading('You are no longer in this workshop')
  await passesInEveryForm(amina.page, 'removed')
})

async function idOf(person: Person, workshop: string): Promise<string | undefined> {
  const answer = await person.page.request.get(`${person.origin}/api/workshops/${workshop}`)
  const { member } = (await answer.json()) as { member?: { id: string } }
  return member?.id
}
