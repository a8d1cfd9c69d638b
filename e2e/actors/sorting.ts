import { expect, type Locator, type Page } from '@playwright/test'

/** What a person does in the sorting mode, by keys alone. */
export class Sorting {
  constructor(private readonly page: Page) {}

  /** The note that is before them. */
  get note(): Locator {
    return this.page.getByRole('article').getByRole('heading', { level: 3 })
  }

  /** From the list, by its link; the next key is heard then. */
  async begins(): Promise<void> {
    await this.page.getByRole('link', { name: /^Sort one by one, \d+ left$/ }).press('Enter')
    await expect(this.note).toBeFocused()
  }

  /** The heading with this number. */
  async chooses(number: number): Promise<void> {
    await this.page.keyboard.press(String(number))
  }

  async hasSorted(sorted: number, total: number): Promise<void> {
    await expect(this.page.getByText(`${sorted} of ${total} sorted`, { exact: true })).toBeVisible()
  }

  async isDone(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'All notes are sorted' })).toBeFocused()
  }
}
