import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { CanvasCopy } from '../../shared/domain/canvas-copy'
import { newId } from '../../shared/domain/ids'
import { roomName } from '../../shared/domain/room'
import type { CopyStore, PendingCopy } from '../facilitation/ports'
import type { Database } from './database'
import { toStatement } from './statements'
import { canvasCopies, canvases } from './tables'
import type { DatabaseUpdateLog } from './update-log'

/**
 * How many copies of its canvases a workshop has: the newest 60 (ten steps of six canvases), at most 256 MB together. Those
 * in which nothing had changed go first: the one before shows the same.
 */
export const KEPT_COPIES = { count: 60, bytes: 256 * 1024 * 1024 } as const

/** Copies of canvases in libSQL. What they show are full states of the canvases' rooms: see `kept-states.ts`. */
export function createCopyStore(database: Database, log: Pick<DatabaseUpdateLog, 'firstStateRow'>): CopyStore {
  const { orm } = database
  return {
    rowsForPending: (workshopId, { step, canvases: taken, leftAt }) =>
      taken.map(({ id: canvasId }) => {
        const copy = { id: newId<'copy'>(), workshopId, canvasId, stepId: step.id, stepTitle: step.title, leftAt }
        return toStatement(orm.insert(canvasCopies).values(copy))
      }),

    pending: (): Promise<PendingCopy[]> =>
      orm
        .select({ id: canvasCopies.id, workshopId: canvasCopies.workshopId, canvasId: canvasCopies.canvasId })
        .from(canvasCopies)
        .where(isNull(canvasCopies.position))
        .orderBy(asc(canvasCopies.leftAt)),

    async taken({ id, workshopId }, fields) {
      await database.write([
        orm.update(canvasCopies).set(fields).where(eq(canvasCopies.id, id)),
        { sql: LET_GO, params: [workshopId, KEPT_COPIES.count, KEPT_COPIES.bytes] },
      ])
    },

    async givenUp({ id }) {
      await database.write([orm.delete(canvasCopies).where(eq(canvasCopies.id, id))])
    },

    async copies(workshopId) {
      const [all, opened] = await orm.batch([
        orm
          .select()
          .from(canvasCopies)
          .where(eq(canvasCopies.workshopId, workshopId))
          .orderBy(asc(canvasCopies.leftAt), asc(canvasCopies.at)),
        orm.select().from(canvases).where(eq(canvases.workshopId, workshopId)).orderBy(asc(canvases.position)),
      ])
      const rows = all.filter(({ position }) => position !== null)
      const openedAs = new Map(opened.map(({ id, fromCopy }) => [fromCopy, id]))
      const last = new Map<string, number | null>()
      const copies = rows.map(({ workshopId: _, position, at, notes, ...copy }): CanvasCopy => {
        const unchanged = last.get(copy.canvasId) === position
        last.set(copy.canvasId, position)
        return { ...copy, at: at ?? copy.leftAt, notes: notes ?? 0, unchanged, openedAs: openedAs.get(copy.id) ?? null }
      })
      return { copies, pending: all.length - rows.length }
    },

    async stateOf(workshopId, copyId) {
      const row = await orm
        .select({ canvasId: canvasCopies.canvasId, position: canvasCopies.position })
        .from(canvasCopies)
        .where(and(eq(canvasCopies.workshopId, workshopId), eq(canvasCopies.id, copyId)))
        .get()
      return row && row.position !== null ? { canvasId: row.canvasId, position: row.position } : undefined
    },

    async originOf(canvasId) {
      const row = await orm.select().from(canvases).where(eq(canvases.id, canvasId)).get()
      return row && { workshopId: row.workshopId, fromCopy: row.fromCopy }
    },

    rowsForCanvas: (workshopId, { id, title, fromCopy, state }) => [
      toStatement(orm.insert(canvases).values({ id, workshopId, title, fromCopy, position: nextPosition(workshopId) })),
      toStatement(log.firstStateRow(roomName({ kind: 'canvas', canvasId: id }), state)),
    ],
  }
}

const nextPosition = (workshopId: string) =>
  sql<number>`(SELECT coalesce(max(position), -1) + 1 FROM canvases WHERE workshop_id = ${workshopId})`

/** The newest stays whatever its size; a state that several copies name counts once. */
const LET_GO = `
  DELETE FROM canvas_copies WHERE position IS NOT NULL AND id IN (
    SELECT id FROM (
      SELECT id,
        row_number() OVER worth_keeping AS nth,
        sum(CASE WHEN is_again THEN 0 ELSE bytes END) OVER worth_keeping AS bytes
      FROM (
        SELECT copy.id, copy.at, length(state.state) AS bytes,
          row_number() OVER (PARTITION BY copy.canvas_id, copy.position ORDER BY copy.left_at, copy.id) > 1 AS is_again
        FROM canvas_copies AS copy
        LEFT JOIN snapshots AS state ON state.room = 'canvas/' || copy.canvas_id AND state.position = copy.position
        WHERE copy.workshop_id = ? AND copy.position IS NOT NULL
      )
      WINDOW worth_keeping AS (ORDER BY is_again, at DESC, id)
    ) WHERE nth > 1 AND (nth > ? OR bytes > ?)
  )`
