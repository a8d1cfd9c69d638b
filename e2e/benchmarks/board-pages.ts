import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { build, loadConfigFromFile } from 'vite'

const ROOT = join(import.meta.dirname, '../..')
const PAGES = join(ROOT, 'client/board/testing')
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** The pages that only this benchmark needs, built as the product is and served from a folder that goes with them. */
export async function openPages(): Promise<{ url: string; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-pages-'))
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, join(ROOT, 'vite.config.ts'))
  await build({
    ...loaded?.config,
    configFile: false,
    root: PAGES,
    logLevel: 'error',
    publicDir: false,
    build: {
      ...loaded?.config.build,
      outDir: folder,
      manifest: false,
      rolldownOptions: {
        ...loaded?.config.build?.rolldownOptions,
        input: [join(PAGES, 'stock.html'), join(PAGES, 'measured.html')],
      },
    },
  })
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    try {
      const bytes = readFileSync(join(folder, path))
      response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream')
      response.end(bytes)
    } catch {
      response.statusCode = 404
      response.end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://localhost:${port}`,
    async close() {
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
