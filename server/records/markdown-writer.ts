import { createHash } from 'node:crypto'
import type { WorkshopId } from '../../shared/domain/ids'
import { markdownPieces } from '../../shared/export/markdown'
import type { Report } from '../../shared/export/report-schema'

/** Work between two turns of everybody else, ms. */
const SLICE_MS = 8
/** The same record asked for again within so long is not written again, ms. */
const KEPT_MS = 30_000

type Written = { of: string; text: string; until: number }

export interface MarkdownWriter {
  /** Reads a report and writes it down; one at a time of each workshop, in slices that others have turns between. */
  write(
    workshopId: WorkshopId,
    read: () => Promise<Report | undefined>,
  ): Promise<{ report: Report; text: string } | undefined>
}

type Ports = { now: () => number; breathe: () => Promise<unknown> }

export function createMarkdownWriter({ now, breathe }: Ports): MarkdownWriter {
  const kept = new Map<string, Written>()
  const last = new Map<WorkshopId, Promise<unknown>>()

  async function textOf(workshopId: WorkshopId, report: Report): Promise<string> {
    for (const [key, written] of kept) if (written.until <= now()) kept.delete(key)
    const key = `${workshopId}/${report.scope}`
    const of = fingerprint(report)
    const before = kept.get(key)
    if (before?.of === of) return before.text
    const text = await inSlices(markdownPieces(report), breathe)
    kept.set(key, { of, text, until: now() + KEPT_MS })
    return text
  }

  return {
    async write(workshopId, read) {
      const before = last.get(workshopId)
      const turn = (async () => {
        // its failure is told to whoever asked for it
        await before?.catch(() => undefined)
        const report = await read()
        return report && { report, text: await textOf(workshopId, report) }
      })()
      last.set(workshopId, turn)
      return turn.finally(() => {
        if (last.get(workshopId) === turn) last.delete(workshopId)
      })
    },
  }
}

async function inSlices(pieces: Iterable<string>, breathe: () => Promise<unknown>): Promise<string> {
  let text = ''
  let end = performance.now() + SLICE_MS
  for (const piece of pieces) {
    text += piece
    if (performance.now() < end) continue
    await breathe()
    end = performance.now() + SLICE_MS
  }
  return text
}

/** Of all that a record says but the minute in which it was made. */
function fingerprint(report: Report): string {
  return createHash('sha256')
    .update(JSON.stringify({ ...report, generatedAt: '' }))
    .digest('base64')
}
