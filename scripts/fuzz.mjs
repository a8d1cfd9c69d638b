import { ensureInstalled } from './install.mjs'
import { main, runNode } from './run.mjs'

/** `npm run test:fuzz`, or `npm run test:fuzz -- 5000`: the random tests with many seeds. A seed that failed is printed. */
await main(async () => {
  await ensureInstalled()
  const [runs = process.env.FUZZ_RUNS ?? '1000'] = process.argv.slice(2)
  const patience = ['--testTimeout=3600000', '--hookTimeout=60000']
  return runNode('node_modules/vitest/vitest.mjs', ['run', '.fuzz.test', '--passWithNoTests', ...patience], {
    environment: { FUZZ_RUNS: runs },
  })
})
