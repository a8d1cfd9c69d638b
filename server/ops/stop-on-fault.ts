import type { Log } from './log'

/** So long a process that has lost its way is given to put away what it holds, ms. */
const DRAIN_MS = 10_000

/** What Node says when nobody caught a fault. */
type Process = { on(event: 'unhandledRejection' | 'uncaughtException', heard: (error: unknown) => void): unknown }

/**
 * A fault that nobody caught: what the server holds may be half changed. It says what went wrong, without anybody's words,
 * saves what waits and stops, so that whoever watches it starts it anew. Node itself would print the message and drop all.
 */
export function stopOnFault(
  process: Process,
  { log, stop, exit }: { log: Pick<Log, 'fault'>; stop: () => Promise<void>; exit: (code: number) => void },
): void {
  let isStopping = false
  const heard = (error: unknown) => {
    log.fault(error)
    if (isStopping) return
    isStopping = true
    setTimeout(() => exit(1), DRAIN_MS).unref()
    stop().then(
      () => exit(1),
      () => exit(1),
    )
  }
  process.on('unhandledRejection', heard)
  process.on('uncaughtException', heard)
}
