import { parseRoomName } from '../../shared/domain/room'
import type { Statement } from './statements'

/**
 * How many full states of one document stay, so that an earlier time can be looked at: the newest always, and the one
 * before it, which is what there is to go back to should the newest turn out to be wrong; of the others one for every ten minutes, the latest 48 of them (a day's workshop with room to spare), at most 64 MB
 * together and none older than 90 days.
 */
export const KEPT_STATES = {
  everyMs: 10 * 60_000,
  count: 48,
  bytes: 64 * 1024 * 1024,
  maxAgeMs: 90 * 86_400_000,
} as const

/**
 * Deletes what goes beyond the budget. Runs in the batch that stores the newest state. What a copy of a canvas names counts
 * in the budget of the copies, and while one is being taken nothing of its canvas goes: it may be what it is about to name.
 */
export function letGoOfOldStates(room: string, now: number): Statement[] {
  const { everyMs, count, bytes, maxAgeMs } = KEPT_STATES
  return [
    { sql: KEEP_ONE_FOR_EACH_SPAN, params: [room, everyMs, room, canvasOf(room)] },
    { sql: KEEP_WITHIN_BUDGET, params: [room, room, canvasOf(room), count, bytes, now - maxAgeMs] },
  ]
}

/** Empty for documents that have no copies: no canvas has an empty id. */
function canvasOf(room: string): string {
  const address = parseRoomName(room)
  return address?.kind === 'canvas' ? address.canvasId : ''
}

const IS_NO_COPY = `NOT EXISTS (
        SELECT 1 FROM canvas_copies AS copy
        WHERE copy.canvas_id = ? AND (copy.position IS NULL OR copy.position = snapshots.position)
      )`

const KEEP_ONE_FOR_EACH_SPAN = `
  DELETE FROM snapshots WHERE room = ? AND position IN (
    SELECT position FROM (
      SELECT position,
        row_number() OVER (ORDER BY position DESC) AS nth,
        row_number() OVER (PARTITION BY at / CAST(? AS INTEGER) ORDER BY position DESC) AS nth_of_span
      FROM snapshots WHERE room = ? AND ${IS_NO_COPY}
    ) WHERE nth > 2 AND nth_of_span > 1
  )`

const KEEP_WITHIN_BUDGET = `
  DELETE FROM snapshots WHERE room = ? AND position IN (
    SELECT position FROM (
      SELECT position, at,
        row_number() OVER newest_first AS nth,
        sum(length(state)) OVER newest_first AS bytes
      FROM snapshots WHERE room = ? AND ${IS_NO_COPY}
      WINDOW newest_first AS (ORDER BY position DESC)
    ) WHERE nth > 2 AND (nth > ? OR bytes > ? OR at < ?)
  )`
