import { existsSync } from 'node:fs'
import type { LaunchOptions } from '@playwright/test'

/** As Debian packages it, with the libraries it needs. The shell draws the same pages, in two thirds of the time. */
const OF_DEBIAN = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path))

/** How tests and benchmarks start Chromium; without Debian's, Playwright takes the one it has installed itself. */
export const CHROMIUM: LaunchOptions = {
  ...(OF_DEBIAN ? { executablePath: OF_DEBIAN } : {}),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}
