import { expect, type Locator, type Page } from '@playwright/test'

/** What only a facilitator does. */
export class Leading {
  constructor(private readonly page: Page) {}

  /** An item of the menu in the bar. */
  async chooses(item: string | RegExp): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: 'More', exact: true }).click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }

  async opensShare(): Promise<Locator> {
    await this.page.getByRole('banner').getByRole('button', { name: 'Share', exact: true }).click()
    return this.sharePanel
  }

  get sharePanel(): Locator {
    return this.page.getByRole('dialog', { name: 'Share', exact: true })
  }

  get people(): Locator {
    return this.page.getByRole('dialog', { name: 'People', exact: true })
  }

  async opensPeople(): Promise<Locator> {
    await this.page
      .getByRole('banner')
      .getByRole('button', { name: /^People, / })
      .click()
    return this.people
  }

  async closesDoor(): Promise<void> {
    await this.chooses(/^Close the door/)
    await expect(this.page.getByText('The door is closed. Newcomers wait.').first()).toBeVisible()
  }

  async opensDoor(): Promise<void> {
    await this.chooses(/^Open the door/)
    await expect(this.page.getByText('The door is open.').first()).toBeVisible()
  }

  async locks(): Promise<void> {
    await this.chooses(/^Lock the canvas/)
    await expect(this.page.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible()
  }

  async renames(title: string): Promise<void> {
    await this.chooses('Rename or edit the brief')
    const dialog = this.page.getByRole('dialog', { name: 'Edit the brief' })
    await dialog.getByRole('textbox', { name: 'Title', exact: true }).fill(title)
    await dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(dialog).toBeHidden()
  }

  async ends(): Promise<void> {
    await this.chooses('End the workshop')
    await this.page.getByRole('alertdialog').getByRole('button', { name: 'End workshop', exact: true }).click()
  }
}
