// Starts the storage worker from TypeScript, in development and tests. A thread does not take the loader over from the
// thread that starts it, and `--import tsx` in its execArgv registers too late on Node 20.

// The tests have it built once for all of them (testing/build-worker.ts): read from TypeScript it takes a second each time.
const { BUILT_STORAGE_WORKER } = process.env
if (BUILT_STORAGE_WORKER) await import(BUILT_STORAGE_WORKER)
else {
  const { register } = await import('tsx/esm/api')
  register()
  await import('./storage-worker.ts')
}
