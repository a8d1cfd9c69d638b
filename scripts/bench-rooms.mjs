import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { main, ROOT, run } from './run.mjs'

const BENCHMARK = join(ROOT, 'e2e/benchmarks/rooms')
const PEERS = join(BENCHMARK, 'peers')

/** `npm run bench:rooms`, or `npm run bench:rooms -- cursors-400`: see e2e/benchmarks/rooms/run.ts. */
await main(async () => {
  await ensureInstalled()
  await ensureBuilt()
  await ensurePeers()
  return run(process.execPath, ['--import', 'tsx', join(BENCHMARK, 'run.ts'), ...process.argv.slice(2)])
})

/** The servers that ours is measured against; no part of the product, so installed here alone. */
async function ensurePeers() {
  if (existsSync(join(PEERS, 'node_modules/.package-lock.json'))) return
  console.log('Installing the servers to compare with (their SQLite binding may be compiled, which takes minutes)…')
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--no-package-lock']
  if ((await run('npm', ['install', '--prefix', PEERS, ...quiet])) !== 0) {
    throw new Error('The servers to compare with could not be installed: see the lines above.')
  }
}
