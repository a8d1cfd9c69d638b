import { Device, linkOf } from '../actors/device'
import type { Person } from '../actors/person'
import { expect, test } from '../fixtures/workshop-test'

const controls = (person: Person) => person.page.getByRole('button', { name: 'Next: Write what gets in the way' })

test('spellings of one organisation are merged, and it is answered for under one', async ({ gather, product }) => {
  const { facilitator, jon, created } = await gather({ facilitator: 'list', jon: 'list' })
  for (const [name, organisation] of [
    ['Kit', 'West Shire'],
    ['Lou', 'west shire'],
  ]) {
    const device = new Device(product.url)
    await device.post('/api/join', { token: linkOf(created, 'local').token, name, organisation })
  }
  const people = await facilitator.leads.opensPeople()
  await expect(people.getByRole('heading', { level: 4, name: 'West Shire' })).toBeVisible()
  await facilitator.presses('Merge spellings…')
  const dialog = facilitator.page.getByRole('dialog', { name: 'Spellings of one organisation' })
  await dialog.getByRole('button', { name: 'Choose “West Shire” and “Westshire Council”' }).click()
  await expect(dialog.getByRole('checkbox', { name: 'Westshire Council' })).toBeChecked()
  await dialog.getByRole('combobox', { name: 'Write all of them as' }).fill('Westshire Council')
  await dialog.getByRole('button', { name: 'Write them alike' }).click()
  await facilitator.sees('2 people now from Westshire Council')
  await expect(people.getByRole('heading', { level: 4, name: 'West Shire' })).toHaveCount(0)

  await jon.bar.getByRole('button', { name: /^People, / }).click()
  await expect(jon.leads.people.getByRole('heading', { level: 4, name: /^Westshire Council/ })).toContainText(
    '1 of 3 here',
  )
  await expect(jon.leads.people.getByRole('button', { name: 'Merge spellings…' })).toHaveCount(0)
  await expect(jon.leads.people.getByRole('button', { name: 'Balance' }), 'nobody else sees the balance').toHaveCount(0)
})

test('somebody is made facilitator and loses it again, in a window that stays open', async ({ gather }) => {
  const { facilitator, amina, oscar } = await gather({ facilitator: 'list', amina: 'list', oscar: 'list' })
  await expect(controls(amina)).toHaveCount(0)
  await amina.list.addField.fill('Half a sentence')
  await facilitator.leads.opensPeople()
  await facilitator.presses('More, Oscar')
  await expect(facilitator.page.getByRole('menuitem', { name: /^Make facilitator/ })).toBeDisabled()
  await facilitator.page.keyboard.press('Escape')
  await facilitator.presses('More, Priya')
  await expect(facilitator.page.getByRole('menuitem', { name: /^Give up the role/ })).toContainText(
    'A workshop needs a facilitator',
  )
  await facilitator.page.keyboard.press('Escape')

  await facilitator.presses('More, Amina')
  await facilitator.page.getByRole('menuitem', { name: 'Make facilitator…' }).click()
  await facilitator.presses('Make facilitator')
  await expect(controls(amina)).toBeVisible()
  await amina.sees('You are a facilitator now. Steps, people and the clock are yours to run too.')
  await expect(amina.list.addField, 'nothing of what she was doing is disturbed').toHaveValue('Half a sentence')
  await expect(amina.list.addField).toBeFocused()
  await amina.presses('Next: Write what gets in the way')
  await oscar.seesStep('Write what gets in the way')
  // she is in the panel for sharing as she loses it
  await amina.leads.opensShare()

  await expect(facilitator.page.getByRole('button', { name: 'More, Amina' })).toBeFocused()
  await facilitator.presses('More, Amina')
  await facilitator.page.getByRole('menuitem', { name: 'Take the role back…' }).click()
  await facilitator.presses('Take the role back')
  await amina.sees('You are not a facilitator any more. You take part like everybody else.')
  await expect(amina.leads.sharePanel).toHaveCount(0)
  await expect(amina.page.getByRole('button', { name: /^Next: / })).toHaveCount(0)
  await amina.list.addsNote('And I still write')
  await facilitator.page.keyboard.press('Escape')
  await facilitator.list.seesNote('And I still write')
  await oscar.list.seesNote('And I still write')
})

test('a co-facilitator on no side is asked for one as the role is taken back', async ({ gather, arrives }) => {
  const { facilitator, created } = await gather({ facilitator: 'list' })
  const cora = await arrives('Cora')
  await cora.joins({ link: linkOf(created, 'co-facilitator').url })
  await cora.startsReading()
  await facilitator.leads.opensPeople()
  await facilitator.presses('More, Cora')
  await facilitator.page.getByRole('menuitem', { name: 'Take the role back…' }).click()
  await facilitator.presses('Take the role back')
  await facilitator.sees('Choose a side.')
  await facilitator.page.getByRole('radio', { name: 'Local', exact: true }).check()
  await facilitator.presses('Take the role back')
  await expect(facilitator.leads.people.getByRole('heading', { level: 3, name: 'Local' })).toBeVisible()
  await expect(cora.page.getByRole('button', { name: 'Share' })).toHaveCount(0)
})

test('names are corrected: one’s own by oneself, name and organisation by a facilitator', async ({ gather }) => {
  const { facilitator, amina, jon } = await gather({ facilitator: 'list', amina: 'list', jon: 'list' })
  await jon.list.addsNote('Written before')
  await amina.bar.getByRole('button', { name: /^People, / }).click()
  await amina.presses('Correct my name')
  const own = amina.page.getByRole('dialog', { name: 'How are you called?' })
  await expect(own.getByRole('combobox')).toHaveCount(0)
  await own.getByRole('textbox', { name: 'Name' }).fill('Amina Rahman')
  await own.getByRole('button', { name: 'Save' }).click()
  await expect(own).toBeHidden()
  await expect(amina.page.getByRole('button', { name: 'Correct my name' })).toBeFocused()

  await facilitator.leads.opensPeople()
  await expect(facilitator.leads.people).toContainText('Amina Rahman')
  await facilitator.presses('More, Jon')
  await facilitator.page.getByRole('menuitem', { name: 'Correct the name…' }).click()
  const dialog = facilitator.page.getByRole('dialog', { name: 'How is Jon written?' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('Enter a name.').first()).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Jonathan')
  await dialog.getByRole('combobox', { name: 'Organisation' }).fill('Eastshire')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(facilitator.page.getByRole('button', { name: 'More, Jonathan' })).toBeFocused()
  await facilitator.page.keyboard.press('Escape')
  await facilitator.list.looksInto('Written before')
  await facilitator.sees('Written by Jonathan, Eastshire · Local')
})

test('a person is found by name among many', async ({ gather, product }) => {
  const { facilitator, created } = await gather({ facilitator: 'list' })
  for (let index = 0; index < 13; index += 1) {
    const device = new Device(product.url)
    const name = index === 7 ? 'José Álvarez' : `Person ${index}`
    await device.post('/api/join', {
      token: linkOf(created, 'local').token,
      name,
      organisation: `Council ${index % 3}`,
    })
  }
  const people = await facilitator.leads.opensPeople()
  const field = people.getByRole('searchbox', { name: 'Find a person or an organisation' })
  await expect(field).toBeFocused()
  await field.fill('jose')
  await expect(people.getByRole('listitem')).toHaveText(/José Álvarez/)
  await field.fill('nobody at all')
  await expect(people.getByText('Nobody by that name. Try fewer letters.')).toBeVisible()
})
