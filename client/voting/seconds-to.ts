import { CLOSING_NOTICE_MS } from '../../shared/domain/ballot'

/** Until a ballot closes, for a countdown. */
export function secondsTo(at: number, now: number): number {
  // this page's clock ticks by the second, and may be a little behind
  return Math.min(CLOSING_NOTICE_MS / 1_000, Math.max(0, Math.ceil((at - now) / 1_000)))
}
