import type { WorkshopId } from '../../shared/domain/ids'
import { makeReport } from '../../shared/export/report'
import type { Report } from '../../shared/export/report-schema'
import type { Reply } from '../../shared/protocol/refusals'
import { ok, refuse } from '../../shared/result'
import { createMarkdownWriter } from './markdown-writer'
import type { ActionStore, ReportStore, WrittenTogether } from './ports'

export interface ReportService {
  /** The report that every export format is written from, of rows and documents as they stand now. */
  report(workshopId: WorkshopId, scope: Report['scope']): Promise<Reply<Report>>
  /** The report, and the Markdown record that was written from it or from one that says the same. */
  markdown(workshopId: WorkshopId, scope: Report['scope']): Promise<Reply<{ report: Report; text: string }>>
}

type Ports = {
  store: ReportStore
  actions: ActionStore
  written: WrittenTogether
  now: () => number
  /** Lets everybody else have a turn. */
  breathe: () => Promise<unknown>
}

export function createReportService({ store, actions, written, now, breathe }: Ports): ReportService {
  const writer = createMarkdownWriter({ now, breathe })

  async function read(workshopId: WorkshopId, scope: Report['scope']): Promise<Report | undefined> {
    const rows = await store.reportRows(workshopId)
    if (!rows) return undefined
    const [put, records, agreement, canvases] = await Promise.all([
      actions.actionsOf(workshopId),
      actions.recordsOf(workshopId),
      written.agreement(workshopId),
      Promise.all(rows.workshop.canvases.map(async ({ id, title }) => ({ title, view: await written.canvas(id) }))),
    ])
    const recordHashes = new Map(records.map((record) => [record.number, record.hash]))
    return makeReport({ ...rows, canvases, agreement, actions: put, recordHashes, scope, now: now() })
  }

  return {
    async report(workshopId, scope) {
      const report = await read(workshopId, scope)
      return report ? ok(report) : refuse('not-found')
    },

    async markdown(workshopId, scope) {
      const written = await writer.write(workshopId, () => read(workshopId, scope))
      return written ? ok(written) : refuse('not-found')
    },
  }
}
