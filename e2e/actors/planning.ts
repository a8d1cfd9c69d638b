import { expect, type Locator, type Page } from '@playwright/test'

/** The agenda on its own page. */
export class Planning {
  constructor(private readonly page: Page) {}

  async isReady(title: 'Plan' | 'Agenda' = 'Plan'): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible()
  }

  /** The titles of the steps, in order. */
  get titles(): Locator {
    return this.page.getByRole('main').getByRole('heading', { level: 2 })
  }

  step(title: string): Locator {
    return this.page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('heading', { level: 2, name: title, exact: true }) })
  }

  get form(): Locator {
    return this.page.getByRole('dialog', { name: /^(Add a|Edit) step$/ })
  }

  async chooses(title: string, item: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: `More, ${title}`, exact: true }).click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }
}
