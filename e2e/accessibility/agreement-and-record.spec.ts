import { linkOf } from '../actors/device'
import { givesSample, SAMPLE } from '../fixtures/sample'
import { expect, test } from '../fixtures/workshop-test'
import { passesInEveryForm } from './audit'

/** A test looks at many states of its pages, and axe takes a second or two for each. */
test.describe.configure({ timeout: 180_000 })

test('the agreement, from a draft to its answers', async ({ arrives }) => {
  const priya = await arrives('Priya')
  const { created } = await givesSample(priya)
  const { page, agreement } = priya
  await priya.opens(`/w/${created.workshop.id}/agreement`)
  await expect(agreement.action(SAMPLE.action)).toBeVisible()

  await priya.presses('New action')
  await expect(page.getByRole('dialog', { name: 'New action' }).getByText(SAMPLE.proposal)).toBeVisible()
  await priya.presses('Start from scratch')
  const fresh = agreement.action('No title yet')
  await fresh.getByRole('button', { name: 'Add a commitment for Local' }).click()
  await fresh.getByRole('button', { name: 'Put to agreement' }).click()
  await priya.seesHeading('Before it can be put to agreement')
  await passesInEveryForm(page, 'a draft with what is missing')

  const put = await agreement.opensPutting(SAMPLE.action)
  await put.getByRole('button', { name: 'Lock the wording and ask' }).click()
  await expect(put).toBeHidden()
  await expect(agreement.answerOf(SAMPLE.action, 'Harbour District Council')).toContainText('not yet')

  await priya.presses('Answer for Harbour District Council')
  const answer = page.getByRole('dialog', { name: 'Answer for Harbour District Council' })
  await passesInEveryForm(page, 'answer')
  await answer.getByRole('button', { name: 'Send answer' }).click()
  await priya.seesHeading('Your answer was not sent yet')
  await answer.getByRole('radio', { name: 'I need to ask first' }).check()
  await passesInEveryForm(page, 'answer, with errors')
  await page.keyboard.press('Escape')
  await agreement.answers(SAMPLE.action, {
    organisation: 'Harbour District Council',
    jobTitle: 'Head of policy',
    answer: 'Agree, with reservation',
    reason: 'subject to the June budget',
  })
  await expect(agreement.answerOf(SAMPLE.action, 'Harbour District Council')).toContainText(
    'subject to the June budget',
  )
  await passesInEveryForm(page, 'an action with an answer')
  await priya.presses('Take back to draft')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await passesInEveryForm(page, 'asking before it is taken back')
})

test('a workshop that has ended', async ({ gather, arrives }) => {
  const { jon, created, device } = await gather({ jon: 'record' }, { banner: 'official' })
  await device.post(`/api/workshops/${created.workshop.id}/end`)
  await jon.sees(/^This workshop ended on /)
  await jon.page.getByRole('radio', { name: 'JSON' }).check()
  await jon.seesHeading('The record as JSON')
  await passesInEveryForm(jon.page, 'the record as JSON')
  await jon.page.getByRole('link', { name: 'the notes' }).click()
  await jon.sees('This workshop has ended. You can read it; nothing can be changed.')
  await passesInEveryForm(jon.page, 'the list of a workshop that has ended')

  const late = await arrives('Late')
  await late.looksAt({ link: linkOf(created, 'everyone').url })
  await late.seesHeading('This workshop has ended')
  await passesInEveryForm(late.page, 'a link to a workshop that has ended')
})
