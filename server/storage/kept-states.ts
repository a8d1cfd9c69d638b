import type { Statement } from './statements'

/**
 * How many full states of one document stay, so that an earlier time can be looked at: the newest always; of the
 * others one for every ten minutes, the latest 48 of them (a day's workshop with room to spare), at most 64 MB
 * together and none older than 90 days.
 */
export const KEPT_STATES = {
  everyMs: 10 * 60_000,
  count: 48,
  bytes: 64 * 1024 * 1024,
  maxAgeMs: 90 * 86_400_000,
} as const

/** Deletes what goes beyond the budget. Runs in the batch that stores the newest state. */
export function letGoOfOldStates(room: string, now: number): Statement[] {
  const { everyMs, count, bytes, maxAgeMs } = KEPT_STATES
  return [
    { sql: KEEP_ONE_FOR_EACH_SPAN, params: [room, everyMs, room] },
    { sql: KEEP_WITHIN_BUDGET, params: [room, room, count, bytes, now - maxAgeMs] },
  ]
}

const KEEP_ONE_FOR_EACH_SPAN = `
  DELETE FROM snapshots WHERE room = ? AND position IN (
    SELECT position FROM (
      SELECT position, row_number() OVER (PARTITION BY at / CAST(? AS INTEGER) ORDER BY position DESC) AS nth
      FROM snapshots WHERE room = ?
    ) WHERE nth > 1
  )`

const KEEP_WITHIN_BUDGET = `
  DELETE FROM snapshots WHERE room = ? AND position IN (
    SELECT position FROM (
      SELECT position, at,
        row_number() OVER newest_first AS nth,
        sum(length(state)) OVER newest_first AS bytes
      FROM snapshots WHERE room = ?
      WINDOW newest_first AS (ORDER BY position DESC)
    ) WHERE nth > 1 AND (nth > ? OR bytes > ? OR at < ?)
  )`
