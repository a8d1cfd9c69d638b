import { createHash, randomBytes } from 'node:crypto'

/** Browsers keep no cookie for longer, so no session lives longer either. */
export const SESSION_DAYS = 400
const DAY = 86_400_000

/** A new session's id, 256 random bits. It is in the browser's cookie and nowhere else. */
export function newSessionId(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of it. The id is random, so one plain hash is enough: there is nothing to guess. */
export function hashOfSession(id: string): string {
  return createHash('sha256').update(id).digest('hex')
}

export function sessionExpired(session: { seenAt: number }, now: number): boolean {
  return now - session.seenAt > SESSION_DAYS * DAY
}

/** Seen today is precise enough: a write for every request would be waste. */
export function sessionNeedsTouch(session: { seenAt: number }, now: number): boolean {
  return now - session.seenAt > DAY
}
