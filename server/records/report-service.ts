import type { StageState } from '../../shared/domain/agenda'
import type { Member } from '../../shared/domain/member'
import type { WorkshopState } from '../../shared/domain/workshop'
import { makeReport } from '../../shared/export/report'
import type { Report } from '../../shared/export/report-schema'
import type { ActionStore, WrittenTogether } from './ports'

/** The rows a report is made of, besides actions; `members` includes those who were removed. */
export type ReportRows = { workshop: WorkshopState & { createdAt: number }; stage: StageState; members: Member[] }

/** Reads rows and documents as they stand and makes the report that every export format is written from. */
export async function buildReport(
  { store, written }: { store: ActionStore; written: WrittenTogether },
  { workshop, stage, members }: ReportRows,
  { scope, now }: { scope: Report['scope']; now: number },
): Promise<Report> {
  const [actions, records, agreement, canvases] = await Promise.all([
    store.actionsOf(workshop.id),
    store.recordsOf(workshop.id),
    written.agreement(workshop.id),
    Promise.all(workshop.canvases.map(async ({ id, title }) => ({ title, view: await written.canvas(id) }))),
  ])
  const recordHashes = new Map(records.map((record) => [record.number, record.hash]))
  return makeReport({ workshop, stage, members, canvases, agreement, actions, recordHashes, scope, now })
}
