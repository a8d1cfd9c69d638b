import { expect, type Locator, type Page } from '@playwright/test'

/** What people do about a ballot. */
export class Voting {
  constructor(private readonly page: Page) {}

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: 'Open a ballot' })
  }

  /** From the line that says that people can vote in this step. */
  async opens(): Promise<void> {
    await this.page
      .getByRole('region', { name: 'Voting' })
      .getByRole('button', { name: 'Open a ballot', exact: true })
      .click()
    await expect(this.dialog).toBeVisible()
    await this.dialog.getByRole('button', { name: 'Open voting', exact: true }).click()
    await expect(this.dialog).toBeHidden()
  }

  /** The line on board, list and agreement. */
  get bar(): Locator {
    return this.page.getByRole('region', { name: 'Voting' })
  }

  ballot(question = 'Which would you take forward?'): Locator {
    return this.page.getByRole('article', { name: question, exact: true })
  }

  async gives(title: string, dots = 1): Promise<void> {
    const button = this.page.getByRole('button', { name: `Give a dot to ${title}`, exact: true })
    for (let given = 0; given < dots; given += 1) await button.click()
  }

  async seesArrived(): Promise<void> {
    await expect(this.page.getByText('Your vote is in', { exact: true })).toBeVisible()
  }

  get own(): Locator {
    return this.page.getByRole('region', { name: 'Your dots' })
  }

  /** Places and titles of the result, in their order. */
  async result(): Promise<string[]> {
    const rows = this.page.getByRole('list', { name: /^Result, / }).getByRole('listitem')
    const texts = await rows.allInnerTexts()
    return texts.map((text) => text.replace(/\s+/g, ' ').trim())
  }
}
