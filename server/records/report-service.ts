import type { WorkshopId } from '../../shared/domain/ids'
import { makeReport } from '../../shared/export/report'
import type { Report } from '../../shared/export/report-schema'
import type { Reply } from '../../shared/protocol/refusals'
import { ok, refuse } from '../../shared/result'
import type { ActionStore, ReportStore, WrittenTogether } from './ports'

export interface ReportService {
  /** The report that every export format is written from, of rows and documents as they stand now. */
  report(workshopId: WorkshopId, scope: Report['scope']): Promise<Reply<Report>>
}

type Ports = { store: ReportStore; actions: ActionStore; written: WrittenTogether; now: () => number }

export function createReportService({ store, actions, written, now }: Ports): ReportService {
  return {
    async report(workshopId, scope) {
      const rows = await store.reportRows(workshopId)
      if (!rows) return refuse('not-found')
      const [put, records, agreement, canvases] = await Promise.all([
        actions.actionsOf(workshopId),
        actions.recordsOf(workshopId),
        written.agreement(workshopId),
        Promise.all(rows.workshop.canvases.map(async ({ id, title }) => ({ title, view: await written.canvas(id) }))),
      ])
      const recordHashes = new Map(records.map((record) => [record.number, record.hash]))
      return ok(makeReport({ ...rows, canvases, agreement, actions: put, recordHashes, scope, now: now() }))
    },
  }
}
