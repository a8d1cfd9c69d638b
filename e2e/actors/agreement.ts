import { expect, type Locator, type Page } from '@playwright/test'
import { literally } from './words'

export type Promise_ = { what: string; organisation?: string; by?: string }
export type AnswerGiven = { organisation: string; jobTitle: string; answer: string; reason?: string }

/** What a person does on the agreement page. */
export class Agreeing {
  constructor(private readonly page: Page) {}

  /** A draft or an action, by its title or by "A1". */
  action(name: string): Locator {
    if (!/^A\d+$/.test(name)) return this.page.getByRole('article', { name: new RegExp(literally(name)) })
    return this.page.getByRole('article').filter({ has: this.page.getByText(name, { exact: true }) })
  }

  async startsFrom(proposal: string): Promise<void> {
    await this.page.getByRole('button', { name: 'New action', exact: true }).first().click()
    await this.page.getByRole('button', { name: `Start from this: ${proposal}`, exact: true }).click()
    await expect(this.action(proposal)).toBeVisible()
  }

  /** A new commitment for a side, as far as it is given. */
  async commits(action: string, side: string, promise: Promise_): Promise<void> {
    const draft = this.action(action)
    await draft.getByRole('button', { name: `Add a commitment for ${side}`, exact: true }).click()
    const commitment = draft.getByRole('article', { name: new RegExp(`^${literally(side)}, commitment`) }).last()
    await commitment.getByRole('textbox', { name: 'Commits to' }).fill(promise.what)
    if (promise.organisation !== undefined) {
      const field = commitment.getByRole('combobox', { name: 'Organisation' })
      await field.fill(promise.organisation)
      await field.press('Tab')
    }
    if (promise.by) await commitment.getByLabel('By').fill(promise.by)
  }

  wordsOf(action: string, side: string): Locator {
    return this.#commitment(action, side).getByRole('textbox', { name: 'Commits to' })
  }

  /** The whole of it: who puts a draft to agreement must have before their eyes what the server has. */
  async seesCommitment(action: string, side: string, { what, by = '' }: Promise_): Promise<void> {
    await expect(this.wordsOf(action, side)).toHaveValue(what)
    await expect(this.#commitment(action, side).getByLabel('By')).toHaveValue(by)
  }

  #commitment(action: string, side: string): Locator {
    return this.action(action).getByRole('article', { name: `${side}, commitment 1`, exact: true })
  }

  /** Puts to agreement as offered; what was ticked is for the caller to look at first. */
  async opensPutting(action: string): Promise<Locator> {
    await this.action(action).getByRole('button', { name: 'Put to agreement', exact: true }).click()
    return this.page.getByRole('dialog', { name: 'Put to agreement' })
  }

  async answers(action: string, given: AnswerGiven): Promise<void> {
    await this.action(action)
      .getByRole('button', { name: `Answer for ${given.organisation}`, exact: true })
      .click()
    const dialog = this.page.getByRole('dialog', { name: `Answer for ${given.organisation}` })
    await dialog.getByRole('textbox', { name: 'Job title' }).fill(given.jobTitle)
    await dialog.getByRole('radio', { name: given.answer, exact: true }).check()
    if (given.reason) await dialog.getByRole('textbox').last().fill(given.reason)
    await dialog.getByRole('button', { name: 'Send answer', exact: true }).click()
    await expect(dialog).toBeHidden()
  }

  /** A row of the table of answers. */
  answerOf(action: string, organisation: string): Locator {
    return this.action(action)
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: new RegExp(literally(organisation)) }) })
  }
}
