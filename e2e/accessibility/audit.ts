import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * What axe-core finds on a page as it stands: a line for every element, with the rule it breaks. Every rule counts unless
 * some are named, also those that axe calls best practice, and the size of targets, which it leaves out by itself.
 */
async function findings(page: Page, rules?: string[]): Promise<string[]> {
  await hasComeToRest(page)
  // no page of ours has frames, and what is right need not be listed
  const axe = new AxeBuilder({ page }).setLegacyMode()
  if (rules) axe.options({ resultTypes: ['violations'], runOnly: rules })
  else axe.options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
  const { violations } = await axe.analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => ({ id, selector: target.join(' '), html })),
  )
  const kept: string[] = []
  for (const { id, selector, html } of found) {
    if (id !== 'target-size' || !(await fitsInTheMiddle(page, selector))) kept.push(`${id}: ${selector} ${html}`)
  }
  return kept
}

/** What is half under a bar that stays may be small there: it is looked at again where one can scroll it to. */
async function fitsInTheMiddle(page: Page, selector: string): Promise<boolean> {
  const top = await page.evaluate(() => window.scrollY)
  await page.locator(selector).evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }))
  const axe = new AxeBuilder({ page }).setLegacyMode().include(selector)
  const { violations } = await axe.options({ resultTypes: ['violations'], runOnly: ['target-size'] }).analyze()
  await page.evaluate((y) => window.scrollTo({ top: y, behavior: 'instant' }), top)
  return violations.length === 0
}

/** The test goes on to the page's other states, so that one run tells all that is wrong. */
export async function passes(page: Page, state: string, rules?: string[]): Promise<void> {
  expect.soft(await findings(page, rules), state).toEqual([])
}

/** The same page in other colours. */
export async function passesInDark(page: Page, state: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await passes(page, `${state}, dark`, ['color-contrast'])
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Colours and sizes in the middle of a change are nobody's. What turns for ever is not waited for. */
async function hasComeToRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    const ending = () =>
      document
        .getAnimations()
        .filter(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity)
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    // what has only just appeared begins to move with the frame to come
    do {
      await Promise.allSettled(ending().map((animation) => animation.finished))
      await nextFrame()
      await nextFrame()
    } while (ending().length > 0)
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
    return [
      ...(wide > clientWidth ? [`the page is ${wide} wide in ${clientWidth}`] : []),
      ...controls.map((element) => element.outerHTML.slice(0, 160)),
    ]
  })
}
