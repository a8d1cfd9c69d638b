import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type { RunOptions } from 'axe-core'
import { FORMS, type Form, takesForm } from './forms'

/** Loaded once into each page, not with every look at it: to read it takes as long as to use it. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Rules that judge what a form cannot change: what is in the page and how it is marked up. They are judged once, on a desk.
 * The others depend on where things are and on what is shown at all. Colours are the same in every form, and judged on a desk,
 * by light and in the dark.
 */
const ON_TOUCH = [
  'aria-hidden-focus',
  'bypass',
  'button-name',
  'heading-order',
  'label',
  'landmark-one-main',
  'landmark-unique',
  'link-name',
  'list',
  'listitem',
  'nested-interactive',
  'page-has-heading-one',
  'region',
  'scrollable-region-focusable',
  'target-size',
]

/** Every rule counts, also those that axe calls best practice, and the size of targets, which it leaves out by itself. */
const EVERY_RULE: RunOptions = { rules: { 'target-size': { enabled: true } } }

/** The test goes on to the page's other states, so that one run tells all that is wrong. */
export async function passes(page: Page, state: string, asked = EVERY_RULE, within?: string): Promise<void> {
  expect.soft(await findings(page, asked, within), state).toEqual([])
}

/** What opens over the page, and hides what lies under it from readers. */
const OVER = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'
/** That, and the button it opened from, which looks otherwise while it is open. */
const OPEN = `${OVER}, [aria-haspopup][aria-expanded="true"]`

const COLOURS: RunOptions = { runOnly: ['color-contrast'] }
const ALL_BUT_COLOURS: RunOptions = { rules: { ...EVERY_RULE.rules, 'color-contrast': { enabled: false } } }

/**
 * By every rule, and in the dark as well. Colours take as long as all the rest: where something is open over the page, they
 * are those of what is open, as the page beneath is a state of its own.
 */
async function passesOnADesk(page: Page, state: string): Promise<void> {
  const within = (await page.locator(OVER).count()) > 0 ? OPEN : undefined
  await passes(page, state, within ? ALL_BUT_COLOURS : EVERY_RULE)
  if (within) await passes(page, state, COLOURS, within)
  await page.emulateMedia({ colorScheme: 'dark' })
  await passes(page, `${state}, dark`, COLOURS, within)
  await page.emulateMedia({ colorScheme: 'light' })
}

/** A state in all its forms: on a desk by every rule and in the dark, in a hand, and at 320 pixels; `also` asks more. */
export async function passesInEveryForm(
  page: Page,
  state: string,
  also: (form: Form) => Promise<void> = async () => undefined,
): Promise<void> {
  const over = page.locator(OVER)
  await hasComeToRest(page)
  const open = await over.count()
  await eachForm(page, async (form) => {
    // what was to be looked at is still there
    await expect(over, `${state}, ${form}`).toHaveCount(open)
    await passesAs(form, page, state)
    await also(form)
  })
}

/** What has to be opened in each form by itself: on a phone it is in another place. */
export async function eachForm(page: Page, look: (form: Form) => Promise<void>): Promise<void> {
  for (const form of FORMS) {
    await takesForm(page, form)
    await look(form)
  }
  await takesForm(page, 'wide')
}

/** The page has that form already. */
export async function passesAs(form: Form, page: Page, state: string): Promise<void> {
  if (form === 'wide') {
    await passesOnADesk(page, state)
    expect.soft(await faultsOfTheFrame(page), state).toEqual([])
    return
  }
  if (form === 'phone') await passes(page, `${state}, phone`, { runOnly: ON_TOUCH })
  expect.soft(await beyondTheEdge(page), `${state}, ${form}`).toEqual([])
}

/**
 * Rows far from the window keep the colours they had when they were last drawn, and axe would judge those. And what changes
 * with the form or the colours is to be there at once: a millisecond each, for thousands of elements, is a second.
 */
const AS_IT_WILL_BE = `* { content-visibility: visible !important }
  *, *::before, *::after { transition-property: none !important }`

/** Puts axe into a page, with what makes it ready to be looked at. */
async function prepares(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in window)) return
  await page.evaluate(AXE)
  await page.addStyleTag({ content: AS_IT_WILL_BE })
}

/** What axe-core finds on a page as it stands: a line for every element, with the rule it breaks. */
async function findings(page: Page, options: RunOptions, within?: string): Promise<string[]> {
  await prepares(page)
  await hasComeToRest(page)
  return page.evaluate(
    async ({ asked, within }) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') }
      // no page of ours has frames, what is right need not be listed, and no rule of ours asks for files again
      const quick = { resultTypes: ['violations' as const], iframes: false, preload: false }
      /** What is half under a bar that stays may be small there: it is looked at again where one can scroll it to. */
      const fitsInTheMiddle = async (selector: string) => {
        const top = window.scrollY
        document.querySelector(selector)?.scrollIntoView({ block: 'center', behavior: 'instant' })
        const again = await axe.run(selector, { ...quick, runOnly: ['target-size'] })
        window.scrollTo({ top, behavior: 'instant' })
        return again.violations.length === 0
      }
      const { violations } = await axe.run(within ?? document, { ...asked, ...quick })
      const found: string[] = []
      for (const { id, nodes } of violations) {
        for (const { target, html } of nodes) {
          const selector = target.join(' ')
          if (id !== 'target-size' || !(await fitsInTheMiddle(selector))) found.push(`${id}: ${selector} ${html}`)
        }
      }
      return found
    },
    { asked: options, within },
  )
}

/** [L50] [L58] What every page has: one heading of level 1, a title that says where one is, and Help last in the bar. */
function faultsOfTheFrame(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const headings = document.querySelectorAll('h1').length
    if (headings !== 1) faults.push(`${headings} headings of level 1`)
    if (!/^.+, Concordat$/.test(document.title)) faults.push(`the title is “${document.title}”`)
    // the show screen and the page between two people of one device have no bar, and nothing leads on from them
    const bar = [...document.querySelectorAll('header')].find((header) => header.querySelector('a, button'))
    const last = [...(bar?.querySelectorAll('a, button') ?? [])].at(-1)?.textContent
    if (bar && last !== 'Help') faults.push(`last in the bar is “${last}”, not Help`)
    return faults
  })
}

const calmed = new WeakSet<Page>()

/** Colours and sizes in the middle of a change are nobody's, so little moves. What turns for ever is not waited for. */
async function hasComeToRest(page: Page): Promise<void> {
  // once: each time all styles are worked out again
  if (!calmed.has(page)) await page.emulateMedia({ reducedMotion: 'reduce' })
  calmed.add(page)
  await page.evaluate(async () => {
    await document.fonts.ready
    const ending = () =>
      document
        .getAnimations()
        .filter(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity)
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const rests = async () => {
      // what has only just appeared begins to move with the frame to come
      do {
        await Promise.allSettled(ending().map((animation) => animation.finished))
        await nextFrame()
        await nextFrame()
      } while (ending().length > 0)
    }
    // an animation of what is no longer drawn at this size never ends, and a window behind another may get no frames
    await Promise.race([rests(), new Promise((resolve) => setTimeout(resolve, 1_500))])
  })
}

/**
 * What would make a reader scroll sideways: the page itself, and every control that lies beyond its edge. Tables and files
 * in frames of their own may scroll (WCAG 1.4.10), so may the board, whose meaning is in two dimensions.
 */
export async function beyondTheEdge(page: Page): Promise<string[]> {
  await hasComeToRest(page)
  return page.evaluate(() => {
    const { clientWidth } = document.documentElement
    const mayScroll = (element: Element | null): boolean =>
      element !== null &&
      element !== document.documentElement &&
      (element.matches('[role="application"]') ||
        (/auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth) ||
        mayScroll(element.parentElement))
    const controls = [...document.querySelectorAll('a, button, input, select, textarea, summary')].filter((element) => {
      const { left, right, width, height } = element.getBoundingClientRect()
      const isSeen = width > 1 && height > 1 && right > 0 && element.checkVisibility({ visibilityProperty: true })
      return isSeen && (right > clientWidth + 1 || left < -1) && !mayScroll(element.parentElement)
    })
    const wide = document.scrollingElement?.scrollWidth ?? 0
    const widest = () =>
      [...document.body.querySelectorAll('*')]
        .filter((element) => element.getBoundingClientRect().right > clientWidth + 1 && !mayScroll(element))
        .at(-1)
    return [
      ...(wide > clientWidth
        ? [`the page is ${wide} wide in ${clientWidth}: ${widest()?.outerHTML.slice(0, 160)}`]
        : []),
      ...controls.map((element) => element.outerHTML.slice(0, 160)),
    ]
  })
}
