import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { main, runNode } from './run.mjs'

/**
 * `npm run test:faults`: the long form of e2e/faults, with what timings promise; words after it choose files, as in
 * `npm run test:faults -- kill`. A run says its seed: the same again with `FAULTS_SEED=… npm run test:faults`.
 */
await main(async () => {
  await ensureInstalled()
  await ensureBuilt()
  const chosen = process.argv.slice(2).map((name) => `e2e/faults/${name}`)
  // One file after another: two at once would take each other's time, and here time is judged.
  const files = [...(chosen.length > 0 ? chosen : ['e2e/faults/']), '--no-file-parallelism']
  return runNode('node_modules/vitest/vitest.mjs', ['run', '--project', 'node', ...files], {
    environment: { FAULTS: 'long' },
  })
})
