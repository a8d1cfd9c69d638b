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
