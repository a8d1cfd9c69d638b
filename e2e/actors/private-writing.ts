import { expect, type Locator, type Page } from '@playwright/test'

/** What a person does with notes that only they can see. */
export class PrivateWriting {
  constructor(private readonly page: Page) {}

  /** In the list's add bar, or beside the board: the same name in both. */
  get field(): Locator {
    return this.page.getByRole('textbox', { name: /^Add a private note to/ })
  }

  get bar(): Locator {
    return this.page.getByRole('region', { name: 'Private writing' })
  }

  /** The field of the note that is open. */
  get openField(): Locator {
    return this.page.getByRole('textbox', { name: 'Private note', exact: true })
  }

  note(words: string): Locator {
    return this.page
      .getByRole('list', { name: /^Your private notes in/ })
      .getByRole('listitem')
      .filter({ hasText: words })
  }

  async adds(...notes: string[]): Promise<void> {
    for (const words of notes) {
      await this.field.fill(words)
      await this.field.press('Enter')
      await expect(this.field).toHaveValue('')
      await expect(this.field).toBeFocused()
      await expect(this.note(words)).toBeVisible()
    }
  }

  async sees(words: string | RegExp): Promise<void> {
    await expect(this.bar.filter({ hasText: words })).toBeVisible({ timeout: 15_000 })
  }
}
