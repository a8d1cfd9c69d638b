import { fileURLToPath } from 'node:url'

/**
 * Where the storage worker and the migrations lie: the one place that knows. Built, both are beside `dist/server.js`;
 * from source the worker is TypeScript and is started by way of its loader.
 */
export function workerEntry(): { file: URL; migrationsFolder: string } {
  const built = import.meta.url.endsWith('.js')
  return {
    file: new URL(built ? './storage-worker.js' : './worker-from-source.mjs', import.meta.url),
    migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
  }
}
