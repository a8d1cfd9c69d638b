import { expect, type Locator, type Page } from '@playwright/test'

/** How somebody works a page: the same deeds by keys alone, or by a finger alone. */
export interface Hands {
  presses(target: Locator): Promise<void>
  /** One of several radios. */
  picks(radio: Locator): Promise<void>
  ticks(box: Locator): Promise<void>
  /** Letters only: what a keyboard types, be it of plastic or on the glass. */
  writes(field: Locator, words: string): Promise<void>
  /** Sends what was written: Enter, or the button for it. */
  sends(button: Locator): Promise<void>
  chooses(menu: Locator, item: string | RegExp): Promise<void>
  /** What reached the pages and should not have: events of a mouse, or keys that a phone has not. */
  readonly foul: readonly string[]
}

/** Stops of Tab on one page, at most; more is a keyboard user lost. */
const MOST_STOPS = 160

/** Everything by keys. At each stop the focus is seen, and nothing lies over it. */
export async function byKeyboard(page: Page): Promise<Hands> {
  const foul = await watches(page, ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'touchstart', 'wheel'])
  const goesTo = async (target: Locator) => {
    await expect(target).toBeVisible()
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      const way = await wayTo(target)
      if (way === null) return seesFocus(target)
      await page.keyboard.press(way)
    }
    throw new Error(`no way by Tab to ${target}`)
  }
  const presses = async (target: Locator) => {
    await goesTo(target)
    await page.keyboard.press('Enter')
  }
  return {
    foul,
    presses,
    async picks(radio) {
      const name = await radio.getAttribute('name')
      const group = page.locator(`input[type=radio][name="${name}"]`)
      await expect(radio).toBeVisible()
      for (let stops = 0; stops < MOST_STOPS; stops += 1) {
        if (await holdsFocus(group)) break
        await page.keyboard.press('Tab')
      }
      await page.keyboard.press('Space')
      for (let left = await group.count(); left > 0 && !(await radio.isChecked()); left -= 1)
        await page.keyboard.press('ArrowDown')
      await expect(radio).toBeChecked()
      await seesFocus(radio)
    },
    async ticks(box) {
      await goesTo(box)
      await page.keyboard.press('Space')
      await expect(box).toBeChecked()
    },
    async writes(field, words) {
      await goesTo(field)
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(words)
    },
    sends: () => page.keyboard.press('Enter'),
    async chooses(menu, item) {
      await presses(menu)
      const wanted = page.getByRole('menuitem', { name: item })
      await expect(wanted).toBeVisible()
      for (let left = 30; left > 0 && !(await holdsFocus(wanted)); left -= 1) await page.keyboard.press('ArrowDown')
      await seesFocus(wanted)
      await page.keyboard.press('Enter')
    },
  }
}

/** Everything by taps; the only keys are the letters. Each thing tapped is large enough for a finger. */
export async function byTouch(page: Page): Promise<Hands> {
  const foul = await watches(page, ['keydown', 'wheel'])
  const presses = async (target: Locator) => {
    await fitsAFinger(target)
    await target.tap()
  }
  const checks = async (target: Locator) => {
    await target.tap()
    await expect(target).toBeChecked()
  }
  return {
    foul,
    presses,
    picks: checks,
    ticks: checks,
    async writes(field, words) {
      await field.tap()
      await expect(field).toBeFocused()
      await page.keyboard.insertText(words)
    },
    sends: presses,
    async chooses(menu, item) {
      await presses(menu)
      await presses(page.getByRole('menuitem', { name: item }))
    },
  }
}

/** Collects the events of these kinds that reach the page, on every page it opens. */
async function watches(page: Page, kinds: readonly string[]): Promise<string[]> {
  const felt: string[] = []
  await page.exposeFunction('feltByThePage', (event: string) => void felt.push(event))
  await page.addInitScript((names) => {
    const tell = (window as unknown as { feltByThePage: (event: string) => void }).feltByThePage
    for (const name of names)
      window.addEventListener(name, (event) => event.isTrusted && tell(`${name} on ${String(event.target)}`), true)
  }, kinds)
  return felt
}

/** Which key leads there from where the focus is; null when it is there. */
function wayTo(target: Locator): Promise<'Tab' | 'Shift+Tab' | null> {
  return target.evaluate((element) => {
    const { activeElement: now } = document
    if (now === element) return null
    const isBefore =
      now && now !== document.body && now.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING
    return isBefore ? 'Shift+Tab' : 'Tab'
  })
}

/** On the element itself, or, as in menus, on what stands for it. */
function holdsFocus(target: Locator): Promise<boolean> {
  return target.evaluateAll((elements) => elements.some((element) => element === document.activeElement))
}

/** There is a ring, and what has it lies in the window with nothing over its middle. */
async function seesFocus(target: Locator): Promise<void> {
  const why = () =>
    target.evaluate((element) => {
      const around = [element, element.closest('label'), element.parentElement, element.nextElementSibling]
      const ringed = around.some((one) => {
        if (!one) return false
        const { outlineStyle, outlineWidth, boxShadow, backgroundColor } = getComputedStyle(one)
        const lit = one.hasAttribute('data-highlighted') && backgroundColor !== 'rgba(0, 0, 0, 0)'
        return lit || boxShadow !== 'none' || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2)
      })
      if (!ringed) return 'no ring'
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2
      const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2
      if (bottom < 1 || top > innerHeight - 1) return 'out of the window'
      const over = document.elementFromPoint(x, y)
      const isSeen = around.some((one) => one !== null && one !== document.body && one.contains(over))
      return isSeen ? 'seen' : `covered by ${over?.outerHTML.slice(0, 120)}`
    })
  await expect.poll(why).toBe('seen')
}

/** WCAG asks for 24 px, a thumb for 44; links inside a line of words are as high as the line. */
async function fitsAFinger(target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  expect(Math.round(box?.height ?? 0), `${target} is too low for a finger`).toBeGreaterThanOrEqual(44)
}
