import { existsSync, readFileSync } from 'node:fs'
import { run } from './run.mjs'

/** Debian's own brings the system libraries it needs, which Playwright's does not. e2e/chromium.ts takes the first. */
const SHELL = '/usr/bin/chromium-headless-shell'
const CHROMIUM = '/usr/bin/chromium'

/** Makes sure that there is a Chromium for the end-to-end tests: the shell, in which they take two thirds of the time. */
export async function ensureBrowser() {
  if (existsSync(SHELL) || (await installed('chromium-headless-shell'))) return
  if (existsSync(CHROMIUM) || (await installed('chromium'))) return
  if ((await run('npx', ['playwright', 'install', 'chromium'])) !== 0) {
    throw new Error('No Chromium for the browser tests: install one, or see the lines above.')
  }
}

/** Whether apt-get could install it; not tried where it cannot work. */
async function installed(name) {
  if (!isDebian() || process.getuid?.() !== 0) return false
  console.log(`Installing ${name} for the browser tests (once)…`)
  const quiet = { environment: { DEBIAN_FRONTEND: 'noninteractive' } }
  if ((await run('apt-get', ['update', '-q'], quiet)) !== 0) return false
  return (await run('apt-get', ['install', '-y', '-q', name], quiet)) === 0
}

function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}
