import { existsSync, readFileSync } from 'node:fs'
import { run } from './run.mjs'

/** Debian's own Chromium brings the system libraries it needs, which Playwright's does not. */
const DEBIAN_CHROMIUM = '/usr/bin/chromium'

/** Makes sure that there is a Chromium for the end-to-end tests. */
export async function ensureBrowser() {
  if (existsSync(DEBIAN_CHROMIUM)) return
  if (isDebian() && process.getuid?.() === 0) {
    console.log('Installing Chromium for the browser tests (once)…')
    const quiet = { environment: { DEBIAN_FRONTEND: 'noninteractive' } }
    if ((await run('apt-get', ['update', '-q'], quiet)) === 0) {
      if ((await run('apt-get', ['install', '-y', '-q', 'chromium'], quiet)) === 0) return
    }
    console.log('Chromium could not be installed with apt-get; trying the one that Playwright offers.')
  }
  if ((await run('npx', ['playwright', 'install', 'chromium'])) !== 0) {
    throw new Error('No Chromium for the browser tests: install one, or see the lines above.')
  }
}

function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}
