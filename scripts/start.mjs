import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { main, runNode } from './run.mjs'

/** `npm start`: from a fresh clone to a running product. The second time there is nothing to do but start. */
await main(async () => {
  await ensureInstalled()
  await ensureBuilt()
  return runNode('dist/server.js')
})
