import { pino } from 'pino'

/** What the server says of itself. No text of documents, no names, no tokens, no addresses with anything in them. */
export interface Log {
  request(request: { id: string; method: string; route: string; status: number; ms: number }): void
  fault(error: unknown): void
  say(message: string): void
}

/** `write`: where its lines go instead of to standard output. */
export function createLog(level: string, write?: (line: string) => void): Log {
  const logger = write ? pino({ level, base: undefined }, { write }) : pino({ level, base: undefined })
  return {
    request: (request) => logger.info(request, 'request'),
    fault: (error) => logger.error(whatWentWrong(error), 'fault'),
    say: (message) => logger.info(message),
  }
}

/** Errors whose messages are ours or Node's own. Those of the query builder and of parsers quote what people wrote. */
const SPEAKS_PLAINLY = new Set(['StorageError', 'LogConflict', 'TypeError', 'RangeError', 'ReferenceError'])

/** A place in code. The message stands before these, and may have lines that begin as they do. */
const FRAME = /^\s+at \S.*:\d+:\d+\)?$/

function framesOf({ message, stack = '' }: Error): string[] {
  const end = message === '' ? -1 : stack.indexOf(message)
  return (end < 0 ? stack : stack.slice(end + message.length)).split('\n')
}

type Fault = { name: string; code?: unknown; message?: string; at?: string[]; cause?: Fault }

export function whatWentWrong(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: typeof error }
  const { name, cause } = error
  const at = framesOf(error).filter((line) => FRAME.test(line))
  return {
    name,
    ...('code' in error ? { code: error.code } : {}),
    ...(SPEAKS_PLAINLY.has(name) ? { message: error.message } : {}),
    at: at.map((line) => line.trim()).slice(0, 12),
    ...(cause === undefined ? {} : { cause: whatWentWrong(cause) }),
  }
}
