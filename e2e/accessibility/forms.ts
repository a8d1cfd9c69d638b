import type { CDPSession, Page } from '@playwright/test'

/** A state of a page as it is met: on a desk, in a hand, and in a window enlarged to 400 % (WCAG 1.4.10). */
export type Form = 'wide' | 'phone' | 'narrow'
export const FORMS: readonly Form[] = ['wide', 'phone', 'narrow']

const SIZES = {
  wide: { width: 1280, height: 800 },
  phone: { width: 390, height: 780 },
  narrow: { width: 320, height: 640 },
} as const

const sessions = new WeakMap<Page, { session: CDPSession; form: Form }>()

/** The same page in another form, without playing again how it came to this state. Only the phone has a finger. */
export async function takesForm(page: Page, form: Form): Promise<void> {
  const known = sessions.get(page)
  if (known?.form === form || (!known && form === 'wide' && page.viewportSize()?.width === SIZES.wide.width)) return
  const session = known?.session ?? (await page.context().newCDPSession(page))
  sessions.set(page, { session, form })
  const touched = form === 'phone'
  if (touched || known?.form === 'phone')
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: touched, maxTouchPoints: 1 })
  await page.setViewportSize(SIZES[form])
}
