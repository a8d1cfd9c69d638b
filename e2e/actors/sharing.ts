import { expect, type Locator, type Page } from '@playwright/test'

/** What people do who share one device. */
export class Sharing {
  constructor(private readonly page: Page) {}

  /** Says whose turn it is, and has the way to the next. */
  get bar(): Locator {
    return this.page.getByRole('region', { name: 'Who uses this device' })
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: 'Share this device' })
  }

  async opens(): Promise<void> {
    await this.page
      .getByRole('banner')
      .getByRole('button', { name: /^(More|Menu)$/ })
      .click()
    await this.page.getByRole('menuitem', { name: /^Share this device/ }).click()
    await expect(this.dialog).toBeVisible()
  }

  async adds(...names: string[]): Promise<void> {
    await this.opens()
    for (const name of names) {
      await this.dialog.getByRole('textbox', { name: 'Name' }).fill(name)
      await this.dialog.getByRole('button', { name: 'Add', exact: true }).click()
      await expect(this.dialog.getByRole('listitem').filter({ hasText: name })).toBeVisible()
    }
    await this.dialog.getByRole('button', { name: 'Done', exact: true }).click()
    await expect(this.dialog).toBeHidden()
  }

  /** To the page between two people. */
  async passesTo(name: string): Promise<void> {
    await this.bar.getByRole('button', { name: `Pass to ${name}`, exact: true }).click()
    await expect(this.page.getByRole('heading', { name: `Pass the device to ${name}` })).toBeFocused()
  }

  async isNow(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `I am ${name}`, exact: true }).click()
    await expect(this.bar).toContainText(name)
  }
}
