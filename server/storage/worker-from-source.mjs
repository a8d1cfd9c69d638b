// Starts the storage worker from TypeScript, in development and tests. A thread does not take the loader over from the
// thread that starts it, and `--import tsx` in its execArgv registers too late on Node 20.
import { register } from 'tsx/esm/api'

register()
await import('./storage-worker.ts')
