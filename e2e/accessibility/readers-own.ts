import { expect, type Page } from '@playwright/test'
import { beyondTheEdge } from './audit'
import { badlyFocused, cutWords, SPACED, smallForAFinger, withoutEdge, withStyles } from './beyond-axe'
import type { Form } from './forms'

/** [L51] [L53] What axe does not ask about a page in this form: other text on a desk and when it is narrow, fingers on a phone. */
export async function suitsReaders(form: Form, page: Page, state: string): Promise<void> {
  if (form === 'phone') {
    expect.soft(await smallForAFinger(page), `${state}: targets`).toEqual([])
    return
  }
  const [how, css] = form === 'wide' ? TWICE_AS_LARGE : SPACED_WORDS
  await withStyles(page, css, async () => {
    expect.soft(await beyondTheEdge(page), `${state}, ${how}`).toEqual([])
    expect.soft(await cutWords(page), `${state}, ${how}`).toEqual([])
  })
}

const TWICE_AS_LARGE = ['text at 200 %', 'html { font-size: 200% !important }'] as const
const SPACED_WORDS = ['spaced, at 320 px', SPACED] as const

/** [L52] To be asked last: it takes focus from a field that is open. */
export async function focusIsSeen(page: Page, state: string): Promise<void> {
  expect.soft(await badlyFocused(page), `${state}: focus`).toEqual([])
  await page.emulateMedia({ forcedColors: 'active' })
  expect.soft(await badlyFocused(page), `${state}: focus in forced colours`).toEqual([])
  expect.soft(await withoutEdge(page), `${state}: fields in forced colours`).toEqual([])
  await page.emulateMedia({ forcedColors: 'none' })
}
