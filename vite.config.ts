import { join } from 'node:path'
import { defineConfig, type Plugin, type UserConfig } from 'vite'
import solid from 'vite-plugin-solid'

/** `vite` serves and builds the client; `vite build --ssr` builds the server. */
export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? serverBuild : client))

/** In development the pages come from Vite; everything else comes from the server, which scripts/dev.mjs starts beside it. */
const devServer = 'http://127.0.0.1:3001'

/** Packages that only export: whatever of them is not used may go. Saves a quarter of the board. Styles stay. */
const MODULES_WITHOUT_SIDE_EFFECTS = /node_modules\/(tldraw|@tldraw|@tiptap|radix-ui|@radix-ui)\/.*\.m?js$/

/**
 * Says the order of the cascade layers at the head of every style sheet: whichever of them a page loads first decides it,
 * and the bundler chooses which that is.
 */
const layerOrder: Plugin = {
  name: 'layer-order',
  enforce: 'pre',
  transform(code, id) {
    const [path = ''] = id.split('?')
    if (path.endsWith('.css') && path.startsWith(`${import.meta.dirname}/client/`))
      return `@layer base, ui, page, state;\n${code}`
    return undefined
  },
}

type Graph = { getModuleInfo: (id: string) => { importers: readonly string[] } | null }

/**
 * Which file of the built client a module goes into. A phone on a slow line waits 0.4 s for every six files, however small
 * they are, and the bundler alone makes 85 for the list. So what every page needs is one file, what the join page needs beyond
 * that is one, and what the list in a workshop needs is two; all else stays as it falls.
 */
const DOORS = ['client/routes/join.tsx']
const HOME = ['client/routes/home.tsx']
const WORKSHOP = ['client/routes/workshop/workshop-page.tsx', 'client/routes/workshop/list.tsx']
const LIBRARIES = /\/node_modules\//

const FEW_FILES = [
  { name: 'start', tags: ['$initial' as const], priority: 3 },
  { debugName: 'doors', name: neededBy(DOORS, () => 'doors'), priority: 2 },
  // else the home page would wait for a workshop's code for the sake of a badge
  { debugName: 'doors', name: neededByBoth(HOME, WORKSHOP, 'doors'), priority: 2 },
  {
    debugName: 'workshop',
    name: neededBy(WORKSHOP, (id) => (LIBRARIES.test(id) ? 'libraries' : 'workshop')),
    priority: 1,
  },
]

const client: UserConfig = {
  root: 'client',
  plugins: [layerOrder, solid({ exclude: ['**/*.react.tsx', '**/*.react.test.tsx'] })],
  // Solid's plugin compiles every .tsx but these: they are React, for tldraw.
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: ['chrome111', 'edge111', 'firefox114', 'safari16.4', 'ios16.4'],
    // The board is large and loaded late; a warning about it at every build would hide others.
    chunkSizeWarningLimit: 2_000,
    // No data: addresses, so that the content security policy can stay narrow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: {
      // Says of each file of React's world that its "use client" means nothing here, which is so.
      checks: { moduleLevelDirective: false },
      treeshake: { moduleSideEffects: [{ test: MODULES_WITHOUT_SIDE_EFFECTS, sideEffects: false }] },
      output: { codeSplitting: { groups: FEW_FILES } },
    },
  },
  server: {
    port: 3000,
    strictPort: true,
    proxy: {
      '^/(api|health|metrics)(/|$|\\?)': { target: devServer },
      '^/sync/': { target: devServer, ws: true },
    },
  },
}

/** Everything in a few files, so that the product runs without node_modules but for the database with its native parts. */
const serverBuild: UserConfig = {
  publicDir: false,
  ssr: { target: 'node', noExternal: true, external: ['libsql', '@libsql/client'] },
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: { server: 'server/main.ts', 'storage-worker': 'server/storage/storage-worker.ts' },
      output: {
        entryFileNames: '[name].js',
        // Beside the entries, so that a path relative to import.meta.url means the same in every file.
        chunkFileNames: 'server-[name]-[hash].js',
      },
    },
  },
}

/** The name for a module that one of those pages needs as it opens; null for any other, and for the pages themselves. */
function neededBy(paths: readonly string[], name: (id: string) => string) {
  const pages = new Set(paths.map((path) => join(import.meta.dirname, path)))
  const known = new Map<string, boolean>()
  const isNeeded = (id: string, graph: Graph): boolean => {
    const before = known.get(id)
    if (before !== undefined) return before
    const seen = new Set([id])
    for (const one of seen) for (const importer of graph.getModuleInfo(one)?.importers ?? []) seen.add(importer)
    const needed = [...seen].some((one) => pages.has(one))
    known.set(id, needed)
    return needed
  }
  return (id: string, graph: Graph) => (!pages.has(id) && isNeeded(id, graph) ? name(id) : null)
}

function neededByBoth(some: readonly string[], others: readonly string[], name: string) {
  const [bySome, byOthers] = [neededBy(some, () => name), neededBy(others, () => name)]
  return (id: string, graph: Graph) => (byOthers(id, graph) === null ? null : bySome(id, graph))
}
