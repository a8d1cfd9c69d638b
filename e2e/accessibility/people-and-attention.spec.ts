import type { Browser } from '@playwright/test'
import { createWorkshop, Device, linkOf } from '../actors/device'
import type { Person } from '../actors/person'
import { opensAllSteps } from '../fixtures/steps'
import { expect, signIn, test } from '../fixtures/workshop-test'
import { beyondTheEdge, passes, passesInDark } from './audit'

type Look = { name: string; options: Parameters<Browser['newContext']>[0]; rules?: string[] }

const LOOKS: Look[] = [
  { name: 'wide', options: { viewport: { width: 1280, height: 800 } } },
  { name: 'phone', options: { viewport: { width: 390, height: 780 }, hasTouch: true } },
  { name: 'at 320 px', options: { viewport: { width: 320, height: 640 } } },
]

const ORGANISATIONS = [
  'Westshire Council',
  'West Shire',
  'Northshire',
  'northshire.',
  'The Metropolitan Borough of Eastshire',
]

test.use({ steps: 'as-planned' })

test.setTimeout(150_000)

for (const { name, options, rules } of LOOKS) {
  test(`people, where to look and the announcement, ${name}`, async ({ arrives, product }) => {
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
    const [priya, jon] = await Promise.all([arrives('Priya', options), arrives('Jon', options)])
    await signIn(priya.page.context(), device)
    await signIn(jon.page.context(), jons)
    for (const person of [priya, jon]) {
      await person.opens(`/w/${created.workshop.id}/list`)
      await person.list.isReady()
    }
    const isSound = async (person: Person, state: string) => {
      await passes(person.page, `${name}, ${state}`, rules)
      expect.soft(await beyondTheEdge(person.page), `${name}, ${state}`).toEqual([])
    }
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
    if (name === 'wide') await passesInDark(page, 'people and their balance')
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
}

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
