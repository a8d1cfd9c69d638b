import { ensureInstalled } from './install.mjs'
import { main, runNode, stopAll } from './run.mjs'

/** `npm run dev`: pages from Vite on 3000 with hot reload, the server behind it on 3001, restarted when its files change. */
await main(async () => {
  await ensureInstalled()
  const children = [
    runNode('node_modules/tsx/dist/cli.mjs', ['watch', '--clear-screen=false', 'server/main.ts'], {
      environment: { PORT: '3001', PUBLIC_URL: 'http://localhost:3000' },
    }),
    runNode('node_modules/vite/bin/vite.js'),
  ]
  // One without the other is of no use.
  for (const child of children) child.then(stopAll, stopAll)
  return Math.max(...(await Promise.all(children)))
})
