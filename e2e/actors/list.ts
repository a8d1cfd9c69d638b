import { expect, type Locator, type Page } from '@playwright/test'
import { literally } from './words'

/** What a person does in the list. */
export class List {
  constructor(private readonly page: Page) {}

  get addField(): Locator {
    return this.page.getByRole('textbox', { name: /^Add a note to/ })
  }

  /** A note by its words, wherever it is; one that nobody is writing in. */
  note(words: string): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('button', { name: /^More, / }) })
      .filter({ has: this.page.getByRole('paragraph').getByText(words, { exact: true }) })
  }

  /** The words of the notes in a cluster, or in "Not sorted, <section>", in their order. */
  wordsIn(place: string): Locator {
    return this.page
      .getByRole('list', { name: `Notes in ${place}`, exact: true })
      .getByRole('listitem')
      .locator('[data-note-text]')
  }

  heading(kind: 'Barrier' | 'Proposal' | 'Theme', title: string): Locator {
    return this.page.getByRole('heading', { level: 3, name: `${kind}: ${title}`, exact: true })
  }

  /** The field of the note that is open. */
  get openField(): Locator {
    return this.page.getByRole('textbox', { name: 'Note', exact: true })
  }

  async isReady(): Promise<void> {
    await expect(this.addField).toBeVisible()
  }

  async seesNote(words: string): Promise<void> {
    await expect(this.note(words)).toBeVisible()
  }

  async seesNoNote(words: string): Promise<void> {
    await expect(this.note(words)).toHaveCount(0)
  }

  /** From now on notes are added to this section or cluster. */
  async writesInto(place: string): Promise<void> {
    if (await this.page.getByRole('textbox', { name: `Add a note to “${place}”`, exact: true }).isVisible()) return
    await this.page.getByRole('button', { name: 'Change where the note goes' }).click()
    await this.page.getByRole('menuitemradio', { name: place, exact: true }).click()
    await expect(this.page.getByRole('textbox', { name: `Add a note to “${place}”`, exact: true })).toBeVisible()
  }

  async addsNote(words: string): Promise<void> {
    await this.addField.fill(words)
    await this.addField.press('Enter')
    await expect(this.addField).toHaveValue('')
  }

  /** Pastes lines into the field, and adds them all. */
  async addsByPaste(lines: readonly string[]): Promise<void> {
    await this.page.evaluate((words) => navigator.clipboard.writeText(words), lines.join('\n'))
    await this.addField.focus()
    await this.page.keyboard.press('ControlOrMeta+v')
    await this.page.getByRole('button', { name: `Add ${lines.length} notes`, exact: true }).click()
    await expect(this.page.getByRole('dialog')).toBeHidden()
  }

  /** Opens a note for typing. */
  async opensNote(words: string): Promise<Locator> {
    await this.note(words).getByRole('paragraph').getByText(words, { exact: true }).click()
    await expect(this.openField).toBeFocused()
    return this.openField
  }

  /** What can be done with a note and who wrote it. */
  async looksInto(words: string): Promise<void> {
    await this.note(words)
      .getByRole('button', { name: /^More, / })
      .click()
  }

  async deletesNote(words: string): Promise<void> {
    await this.looksInto(words)
    await this.page.getByRole('button', { name: 'Delete', exact: true }).click()
  }

  /** To a cluster by its title, or to "Not sorted" of the first section that has it. */
  async movesNote(words: string, to: string): Promise<void> {
    const dialog = await this.#asksWhereTo(words)
    await dialog.getByRole('textbox', { name: 'Find a heading' }).fill(to)
    await dialog
      .getByRole('button', { name: new RegExp(`^${literally(to)}`) })
      .first()
      .click()
    await expect(dialog).toBeHidden()
  }

  /** Into a new cluster of the section, of the section's kind. */
  async movesNoteIntoNew(words: string, title: string, section: string): Promise<void> {
    const dialog = await this.#asksWhereTo(words)
    await dialog.getByRole('textbox', { name: 'Find a heading' }).fill(title)
    await dialog.getByRole('region', { name: section, exact: true }).getByRole('button', { name: /^New / }).click()
    await expect(dialog).toBeHidden()
  }

  async #asksWhereTo(words: string): Promise<Locator> {
    await this.note(words)
      .getByRole('button', { name: /^Move to…, / })
      .click()
    return this.page.getByRole('dialog', { name: 'Move this note to…' })
  }

  async addsCluster(kind: 'barrier' | 'proposal' | 'theme', section: string, title: string): Promise<void> {
    // by key: a pointer would miss it when somebody's step or notes push it down just then
    await this.page.getByRole('button', { name: `New ${kind} in “${section}”`, exact: true }).press('Enter')
    await this.#namesCluster(kind, title)
  }

  async renames(before: string, kind: 'barrier' | 'proposal' | 'theme', title: string): Promise<void> {
    await this.choosesFor(before, 'Rename')
    await this.#namesCluster(kind, title)
  }

  async #namesCluster(kind: string, title: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: `Title of the ${kind}`, exact: true })
    await expect(field).toBeFocused()
    await field.fill(title)
    await field.press('Enter')
  }

  /** One of the things that a cluster's *More* offers. */
  async choosesFor(cluster: string, what: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: `More, ${cluster}`, exact: true }).click()
    await this.page.getByRole('menuitem', { name: what }).click()
  }

  async linksBarriers(proposal: string, barriers: readonly string[]): Promise<void> {
    await this.choosesFor(proposal, 'Link barriers…')
    const dialog = this.page.getByRole('dialog', { name: 'Which barriers does it answer?' })
    for (const barrier of barriers) await dialog.getByRole('checkbox', { name: barrier, exact: true }).check()
    await dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(dialog).toBeHidden()
  }

  /** The line of a proposal: of what holds its heading and such a field, the innermost, wherever others come in between. */
  async residentField(proposal: string): Promise<Locator> {
    const heading = this.heading('Proposal', proposal)
    await expect(heading).toBeVisible()
    const field = this.page.getByRole('textbox', { name: 'What changes for a resident' })
    return this.page.locator('div').filter({ has: heading }).filter({ has: field }).last().locator(field)
  }
}
