import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { main, ROOT, run } from './run.mjs'

/** `npm run bench`, or `npm run bench -- join`: runs the benchmarks one after another, so that none disturbs another. */
await main(async () => {
  await ensureInstalled()
  await ensureBuilt()
  await ensureBrowser()
  const folder = join(ROOT, 'e2e/benchmarks')
  const [wanted = ''] = process.argv.slice(2)
  const benchmarks = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith('.bench.ts') && name.includes(wanted))
    .sort()
  if (benchmarks.length === 0) throw new Error('There is no such benchmark in e2e/benchmarks.')
  let failed = 0
  for (const name of benchmarks) {
    console.log(`\n── ${name.replace('.bench.ts', '')}`)
    if ((await run(process.execPath, ['--import', 'tsx', join(folder, name)])) !== 0) failed += 1
  }
  return failed === 0 ? 0 : 1
})
