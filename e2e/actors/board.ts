import { expect, type Locator, type Page } from '@playwright/test'

/** What a person does on the board. */
export class Board {
  constructor(private readonly page: Page) {}

  /** The canvas, with everything that is drawn on it. */
  get canvas(): Locator {
    return this.page.getByRole('application', { name: /^Board: / })
  }

  /** A note's words, or a heading, as drawn. */
  text(words: string): Locator {
    return this.canvas.getByText(words, { exact: true }).first()
  }

  /** The field inside the note that is being written. */
  get openField(): Locator {
    return this.canvas.getByRole('textbox', { name: 'Write a note' })
  }

  get titleField(): Locator {
    return this.canvas.getByRole('textbox', { name: 'Give it a title' })
  }

  /** What is known about the selected item, beside the canvas. */
  get panel(): Locator {
    return this.page.getByRole('main').getByRole('complementary')
  }

  tool(name: 'Draw' | 'Note' | 'Cluster' | 'Section' | 'Undo' | 'Redo' | 'Deleted'): Locator {
    return this.page.getByRole('toolbar', { name: 'Board tools' }).getByRole('button', { name, exact: true })
  }

  /** The canvas from afar: one picture instead of cards. */
  get far(): Locator {
    return this.canvas.locator('canvas[data-items]:not([hidden])')
  }

  async isReady(): Promise<void> {
    const title = this.canvas.getByText('What gets in the way?', { exact: true })
    await expect(title.or(this.far).first()).toBeVisible({ timeout: 20_000 })
  }

  async seesNote(words: string): Promise<void> {
    await expect(this.text(words)).toBeVisible()
  }

  /** Everything in view. */
  async showsAll(): Promise<void> {
    await this.page.getByRole('button', { name: 'Show the whole canvas' }).click()
  }

  /** By the toolbar; Enter after each, which starts the next. */
  async addsNotes(...notes: string[]): Promise<void> {
    await this.tool('Note').click()
    for (const words of notes) {
      await expect(this.openField).toBeFocused()
      await expect(this.openField).toHaveValue('')
      await this.openField.fill(words)
      await this.openField.press('Enter')
      await expect(this.text(words)).toBeVisible()
    }
    await this.openField.press('Escape')
    await expect(this.openField).toBeHidden()
  }

  /** Where to point at a note or a heading, once it lies still. */
  middleOf(words: string): Promise<{ x: number; y: number }> {
    return middleOf(this.text(words))
  }

  async opensNote(words: string): Promise<Locator> {
    const { x, y } = await middleOf(this.text(words))
    await this.page.mouse.dblclick(x, y)
    await expect(this.openField).toBeFocused()
    return this.openField
  }

  async selects(words: string): Promise<void> {
    const { x, y } = await middleOf(this.text(words))
    await this.page.mouse.click(x, y)
    await expect(this.panel.getByRole('heading', { level: 2 })).toBeVisible()
  }

  /** By its words, wherever it lies and from however far one looks. */
  async finds(words: string): Promise<void> {
    await this.canvas.focus()
    await this.page.keyboard.press('/')
    await this.page.getByRole('search').getByRole('textbox').fill(words)
    await expect(this.page.getByRole('search').getByRole('status')).toHaveText(/^1 of /)
    await this.page.keyboard.press('Escape')
    await expect(this.panel.getByRole('heading', { level: 2 })).toBeVisible()
  }

  /** A click on it, wherever that leads. */
  async presses(words: string): Promise<void> {
    const { x, y } = await middleOf(this.text(words))
    await this.page.mouse.click(x, y)
  }

  async letsGo(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Close' }).click()
    await expect(this.panel).toBeHidden()
  }

  async choosesInPanel(name: string): Promise<void> {
    await this.panel.getByRole('button', { name, exact: true }).click()
  }

  /** Every drawing, as its line. */
  get drawnLines(): Locator {
    return this.canvas.locator('[data-shape-type="drawing"] path')
  }

  /** With whatever pen is in hand, through these points of the window. */
  async draws(...points: [x: number, y: number][]): Promise<void> {
    const [[x, y] = [0, 0], ...rest] = points
    await this.page.mouse.move(x, y)
    await this.page.mouse.down()
    for (const [toX, toY] of rest) await this.page.mouse.move(toX, toY, { steps: 6 })
    await this.page.mouse.up()
  }

  /** By the pointer, from one item onto another. */
  async drags(words: string, onto: string): Promise<void> {
    const from = await middleOf(this.text(words))
    const to = await middleOf(this.text(onto))
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move(from.x + 12, from.y + 12, { steps: 3 })
    await this.page.mouse.move(to.x, to.y, { steps: 8 })
    await this.page.mouse.up()
  }
}

/**
 * Where to point at it, once it lies still. Found by its box, as the canvas takes the pointer for everything that is drawn
 * on it.
 */
export async function middleOf(item: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = await boxAtRest(item)
  return { x: x + width / 2, y: y + height / 2 }
}

export type Box = { x: number; y: number; width: number; height: number }

/** Its box once it lies still: the camera glides, and others move things. */
export async function boxAtRest(item: Locator): Promise<Box> {
  await item.waitFor()
  return item.evaluate(
    (element) =>
      new Promise<Box>((resolve) => {
        let before = ''
        let still = 0
        const look = () => {
          const { x, y, width, height } = element.getBoundingClientRect()
          const now = [x, y, width, height].join()
          still = now === before ? still + 1 : 0
          before = now
          if (still === 3) resolve({ x, y, width, height })
          else requestAnimationFrame(look)
        }
        look()
      }),
  )
}
