import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'

const ROOT = join(import.meta.dirname, '../../..')

/**
 * Before the first test, and again where tests are run as files change: the storage worker as one file, with all but the
 * database itself. Hundreds of tests open a database of their own, and the thread for each starts four times as soon.
 */
export async function setup(project: TestProject): Promise<() => void> {
  // within the tree, so that the package it leaves outside is found from it
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  const folder = mkdtempSync(join(ROOT, '.cache/storage-worker-'))
  const builds = async () => {
    await build({
      configFile: false,
      root: ROOT,
      logLevel: 'warn',
      ssr: { target: 'node', noExternal: true, external: ['libsql'] },
      build: {
        ssr: true,
        outDir: folder,
        emptyOutDir: true,
        target: 'node20',
        minify: false,
        rolldownOptions: { input: { 'storage-worker': join(ROOT, 'server/storage/storage-worker.ts') } },
      },
    })
  }
  await builds()
  // processes that run the tests, and those that they start, take it over
  process.env.BUILT_STORAGE_WORKER = pathToFileURL(join(folder, 'storage-worker.js')).href
  project.onTestsRerun(builds)
  return () => rmSync(folder, { recursive: true, force: true })
}
