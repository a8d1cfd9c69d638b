import { expect, type Locator, type Page } from '@playwright/test'
import { Agreeing } from './agreement'
import { Board } from './board'
import { Leading } from './leading'
import { List } from './list'
import { Planning } from './planning'
import { Sorting } from './sorting'
import { Voting } from './voting'

export type Place = 'Board' | 'List' | 'Agreement' | 'Record'
/** How somebody comes in: the address of a link, or a code typed on the start page. */
export type WayIn = { link: string } | { code: string }
export type Introduction = { organisation?: string; side?: string }

/** Browsers report every refused request as an error of the page; what the page makes of it is what is tested. */
const TOLD_BY_THE_BROWSER = /^Failed to load resource|^WebSocket connection to/

/** Somebody with a window that stays open: verbs in the glossary's words, and everything found as a person would find it. */
export class Person {
  readonly list: List
  readonly board: Board
  readonly sorting: Sorting
  readonly agreement: Agreeing
  readonly votes: Voting
  readonly plan: Planning
  /** What only a facilitator has. */
  readonly leads: Leading
  /** Faults in the page and requests that left the server's origin; nobody should ever have any. */
  readonly troubles: string[] = []

  constructor(
    readonly name: string,
    readonly page: Page,
    readonly origin: string,
  ) {
    this.list = new List(page)
    this.board = new Board(page)
    this.sorting = new Sorting(page)
    this.agreement = new Agreeing(page)
    this.votes = new Voting(page)
    this.plan = new Planning(page)
    this.leads = new Leading(page)
    page.on('pageerror', (error) => this.troubles.push(`${name}: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error' && !TOLD_BY_THE_BROWSER.test(message.text()))
        this.troubles.push(`${name}: ${message.text()}`)
    })
    page.on('request', (request) => this.#asked(request.url()))
    page.on('websocket', (socket) => this.#asked(socket.url()))
  }

  #asked(address: string): void {
    const url = new URL(address)
    if (/^(https?|wss?):$/.test(url.protocol) && url.host !== new URL(this.origin).host)
      this.troubles.push(`${this.name} asked ${url.origin}`)
  }

  /** What a screen reader is told in passing. */
  async hears(words: string): Promise<void> {
    await expect(this.page.locator('[data-live="polite"]')).toContainText(words)
  }

  async opens(address: string): Promise<void> {
    await this.page.goto(new URL(address, this.origin).href)
  }

  async comesBack(): Promise<void> {
    await this.page.reload()
  }

  /** From a link or a code to inside; the brief is then open. */
  async joins(way: WayIn, as: Introduction = {}): Promise<void> {
    await this.looksAt(way)
    await this.introduces(as)
    await this.presses('Join the workshop')
    await expect(this.brief).toBeVisible()
  }

  async looksAt(way: WayIn): Promise<void> {
    if ('link' in way) return this.opens(way.link)
    await this.opens('/')
    await this.page.getByRole('textbox', { name: 'Code' }).fill(way.code)
    await this.presses('Join')
  }

  async introduces({ organisation, side }: Introduction): Promise<void> {
    if (side) await this.page.getByRole('radio', { name: side, exact: true }).check()
    await this.page.getByRole('textbox', { name: 'Your name' }).fill(this.name)
    if (!organisation) return
    const field = this.page.getByRole('combobox', { name: 'Organisation' })
    await field.fill(organisation)
    await field.press('Tab')
  }

  get brief(): Locator {
    return this.page.getByRole('dialog').filter({ hasText: 'Who runs this' })
  }

  /** Closes the brief that is shown once after joining. */
  async startsReading(): Promise<void> {
    await this.brief.getByRole('button', { name: 'Start', exact: true }).click()
    await expect(this.brief).toBeHidden()
  }

  async goesTo(place: Place): Promise<void> {
    const views = this.page.getByRole('navigation', { name: 'Views' })
    if ((this.page.viewportSize()?.width ?? 1_280) >= 720)
      return views.getByRole('link', { name: place, exact: true }).click()
    // on a phone they are in the menu
    await this.bar.getByRole('button', { name: 'Menu', exact: true }).click()
    await this.page.getByRole('menuitem', { name: place, exact: true }).click()
  }

  /** Presses a button by its name, somewhere on the page. */
  async presses(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name, exact: typeof name === 'string' }).click()
  }

  /** The bar over every page of a workshop. */
  get bar(): Locator {
    return this.page.getByRole('banner')
  }

  async seesStatus(words: string | RegExp): Promise<void> {
    await expect(this.bar.getByText(words, { exact: typeof words === 'string' })).toBeVisible()
  }

  async seesSaved(): Promise<void> {
    await this.seesStatus('Saved')
  }

  async sees(words: string | RegExp): Promise<void> {
    await expect(this.page.getByText(words, { exact: typeof words === 'string' }).first()).toBeVisible()
  }

  async seesHeading(name: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('heading', { name, exact: typeof name === 'string' }).first()).toBeVisible()
  }

  /** The clock as it stands: "14:58 left". */
  async readsClock(): Promise<string> {
    const bar = this.page.getByRole('region', { name: 'What to do now' })
    return (await bar.getByText(/^(\d+:)?\d+:\d\d (left|over|paused|not started)/).innerText())
      .replace(/\s+/g, ' ')
      .trim()
  }

  async seesStep(title: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible()
  }

  async copies(text: string): Promise<void> {
    await this.page.evaluate((words) => navigator.clipboard.writeText(words), text)
  }

  async pastes(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+v')
  }
}
