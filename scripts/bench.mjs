import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { main, ROOT, run } from './run.mjs'

/**
 * `npm run bench`, or `npm run bench -- join`: runs every .bench.ts (the whole product's are in e2e/benchmarks,
 * a part's beside it), one after another, so that none disturbs another. What follows the name is the benchmark's own.
 */
await main(async () => {
  await ensureInstalled()
  await ensureBuilt()
  await ensureBrowser()
  const [wanted = '', ...options] = process.argv.slice(2)
  const benchmarks = ['shared', 'server', 'client', 'e2e']
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true }).map((name) => `${folder}/${name}`))
    .filter((path) => path.endsWith('.bench.ts') && path.includes(wanted))
    .sort()
  if (benchmarks.length === 0) throw new Error('There is no such benchmark.')
  let failed = 0
  for (const path of benchmarks) {
    console.log(`\n── ${path}`)
    if ((await run(process.execPath, ['--import', 'tsx', path, ...options])) !== 0) failed += 1
  }
  return failed === 0 ? 0 : 1
})
