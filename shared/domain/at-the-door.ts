/** A page at the door that has not asked for this long is closed: nobody waits there. ms */
export const GONE_AFTER_MS = 60_000

/** Whether somebody still waits at the door: not let in, and their page asks. */
export function isAtTheDoor(row: { letInAt: number | null; seenAt: number }, now: number): boolean {
  return row.letInAt === null && now - row.seenAt < GONE_AFTER_MS
}
