import { expect, type Page } from '@playwright/test'
import { test } from '../fixtures/workshop-test'
import { beyondTheEdge } from './audit'
import { badlyFocused, cutWords, SPACED, smallForAFinger, withoutEdge, withStyles } from './beyond-axe'
import { takesForm } from './forms'
import { MAIN_SCREENS } from './main-screens'

test.setTimeout(150_000)

for (const [which, screens] of Object.entries(MAIN_SCREENS)) {
  test(`[L50] to [L53] as readers have them, ${which}: focus, fingers, other text`, async ({ arrives }) => {
    const titles = new Map<string, string>()
    for await (const { page, state } of screens(await arrives('Priya'))) {
      await focusIsSeen(page, state)
      await textMayChange(page, state)
      await takesForm(page, 'phone')
      expect.soft(await smallForAFinger(page), `${state}: targets`).toEqual([])
      await takesForm(page, 'wide')
      titles.set(new URL(page.url()).pathname, await page.title())
    }
    // a title says where one is, so no two pages share one
    expect([...new Set(titles.values())]).toHaveLength(titles.size)
  })
}

async function focusIsSeen(page: Page, state: string): Promise<void> {
  expect.soft(await badlyFocused(page), `${state}: focus`).toEqual([])
  await page.emulateMedia({ forcedColors: 'active' })
  expect.soft(await badlyFocused(page), `${state}: focus in forced colours`).toEqual([])
  expect.soft(await withoutEdge(page), `${state}: fields in forced colours`).toEqual([])
  await page.emulateMedia({ forcedColors: 'none' })
}

async function textMayChange(page: Page, state: string): Promise<void> {
  const nothingIsLost = async (how: string) => {
    expect.soft(await beyondTheEdge(page), `${state}, ${how}`).toEqual([])
    expect.soft(await cutWords(page), `${state}, ${how}`).toEqual([])
  }
  await withStyles(page, 'html { font-size: 200% !important }', () => nothingIsLost('text at 200 %'))
  await takesForm(page, 'narrow')
  await withStyles(page, SPACED, () => nothingIsLost('spaced, at 320 px'))
  await takesForm(page, 'wide')
}
