import { createWorkshop, Device, linkOf } from '../actors/device'
import type { Person } from '../actors/person'
import { opensAllSteps } from '../fixtures/steps'
import { expect, signIn, test } from '../fixtures/workshop-test'
import { passesInEveryForm } from './audit'

const ORGANISATIONS = [
  'Westshire Council',
  'West Shire',
  'Northshire',
  'northshire.',
  'The Metropolitan Borough of Eastshire',
]

test.use({ steps: 'as-planned' })

test.setTimeout(150_000)

test('people, where to look and the announcement', async ({ arrives, product }) => {
  const device = new Device(product.url)
  const created = await createWorkshop(device, { facilitator: { name: 'Priya' } })
  await opensAllSteps(device, created.workshop.id)
  const joins = async (who: string, organisation: string) => {
    const own = new Device(product.url)
    await own.post('/api/join', { token: linkOf(created, 'local').token, name: who, organisation })
    return own
  }
  for (let index = 0; index < 13; index += 1) await joins(`Person ${index}`, ORGANISATIONS[index % 5] ?? '')
  const jons = await joins('Jon', 'Westshire Council')
  const [priya, jon] = await Promise.all([arrives('Priya'), arrives('Jon')])
  await signIn(priya.page.context(), device)
  await signIn(jon.page.context(), jons)
  for (const person of [priya, jon]) {
    await person.opens(`/w/${created.workshop.id}/list`)
    await person.list.isReady()
  }
  const isSound = (person: Person, state: string) => passesInEveryForm(person.page, state)
  const { page } = priya

  await fromMenu(priya, /announcement…/)
  await isSound(priya, 'writing an announcement')
  await page.getByRole('textbox', { name: 'What everybody should know' }).fill('Coffee until eleven. '.repeat(10))
  await priya.presses('Show to everybody')
  await jon.sees(/Coffee until eleven/)
  await jon.list.addField.fill('Half a sentence')
  await page.getByRole('button', { name: 'Bring everyone to “Parked”' }).click()
  await jon.sees('Priya asks everybody to look at “Parked”.')
  await isSound(jon, 'an announcement, and asked to look somewhere')
  await isSound(priya, 'asking everybody to look somewhere')
  await jon.presses('Fold the announcement')
  await isSound(jon, 'the announcement folded')

  await opensPeople(priya)
  await priya.presses('Balance')
  await isSound(priya, 'people and their balance')
  for (const [item, title] of [
    ['Correct the name…', /^How is Person 3 written/],
    ['Make facilitator…', 'Make Person 3 a facilitator?'],
  ] as const) {
    await priya.presses('More, Person 3')
    await page.getByRole('menuitem', { name: item }).click()
    const dialog = page.getByRole(item.startsWith('Make') ? 'alertdialog' : 'dialog', { name: title })
    await expect(dialog).toBeVisible()
    await isSound(priya, item)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
  await priya.presses('Merge spellings…')
  await expect(page.getByRole('dialog', { name: 'Spellings of one organisation' })).toBeVisible()
  await priya.presses('Write them alike')
  await isSound(priya, 'merging spellings, with an error')
  await page.keyboard.press('Escape')
  await opensPeople(jon)
  await isSound(jon, 'people, as somebody who takes part')
  await jon.presses('Correct my name')
  await expect(jon.page.getByRole('dialog', { name: 'How are you called?' })).toBeVisible()
  await isSound(jon, 'correcting one’s own name')
})

async function fromMenu(person: Person, item: RegExp): Promise<void> {
  await person.bar.getByRole('button', { name: /^(More|Menu)$/ }).click()
  await person.page.getByRole('menuitem', { name: item }).click()
}

/** On a phone from the menu. */
async function opensPeople(person: Person): Promise<void> {
  const button = person.bar.getByRole('button', { name: /^People, / })
  if (await button.isVisible()) await button.click()
  else await fromMenu(person, /^People, /)
  await expect(person.leads.people).toBeVisible()
}
