import type { WorkshopId } from '../../shared/domain/ids'
import type { Report } from '../../shared/export/report-schema'

export type ExportFormat = 'markdown' | 'json'

/** The record as it was made at one moment, in every format the page offers. */
export type RecordMade = {
  text: Record<ExportFormat, string>
  at: number
  scope: Report['scope']
  actions: number
  notes: number
}

/** Asks the server for the record; undefined when it could not be had. Never throws. */
export async function fetchRecord(workshopId: WorkshopId): Promise<RecordMade | undefined> {
  try {
    // one after the other: what is counted must not be newer than what is shown
    const json = await textOf(workshopId, 'json')
    const markdown = await textOf(workshopId, 'markdown')
    const report = JSON.parse(json) as Report
    const { generatedAt, scope, actions } = report
    return {
      text: { json, markdown },
      at: Date.parse(generatedAt),
      scope,
      actions: actions.length,
      notes: notesIn(report),
    }
  } catch {
    return undefined
  }
}

async function textOf(workshopId: WorkshopId, format: ExportFormat): Promise<string> {
  const response = await fetch(`/api/workshops/${workshopId}/export?format=${format}`)
  if (!response.ok) throw new Error(`export answered ${response.status}`)
  return response.text()
}

export function notesIn({ canvases }: Pick<Report, 'canvases'>): number {
  return canvases
    .flatMap(({ sections, loose }) => [...sections, loose])
    .flatMap((part) => [part.notSorted, ...part.clusters.map((cluster) => cluster.notes)])
    .reduce((sum, notes) => sum + notes.length, 0)
}

const ENDINGS: Record<ExportFormat, string> = { markdown: 'md', json: 'json' }

/** "homelessness-funding-2026-03-04.md"; letters of every script stay, what file systems refuse goes. */
export function fileName(title: string, format: ExportFormat, at: number): string {
  const words = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  const day = new Date(at).toISOString().slice(0, 10)
  return `${words === '' ? 'record' : words}-${day}.${ENDINGS[format]}`
}
