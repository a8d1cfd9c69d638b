import { ms, percent, type Report } from '../report'
import { type Load, measure } from './throughput'
import type { Workload } from './workload'

/** What one delivered change costs ours, as one thing at a time grows. */
const CURVES: { who: string; load: Load }[] = [
  ...[10, 50, 100, 200, 400].map((clients) => ({
    who: `1 room of ${clients}, 150 notes`,
    load: { rooms: 1, clientsARoom: clients, notes: 150, editors: 5, editsASecond: 200 },
  })),
  ...[1, 10, 50, 100].map((rooms) => ({
    who: `${rooms} rooms of 5, 150 notes`,
    load: { rooms, clientsARoom: 5, notes: 150, editors: 1, editsASecond: 200 },
  })),
  ...[150, 1_000, 5_000].map((notes) => ({
    who: `1 room of 100, ${notes.toLocaleString('en')} notes`,
    load: { rooms: 1, clientsARoom: 100, notes, editors: 5, editsASecond: 200 },
  })),
]

export const curves: Workload = {
  name: 'curves',
  async run({ seconds }): Promise<Report> {
    const rows: Report['rows'] = []
    for (const { who, load } of CURVES) {
      const figures = await measure('ours', load, seconds)
      rows.push({
        who,
        figures: {
          'CPU a delivery': `${figures.cpuADelivery.toFixed(2)} µs`,
          CPU: percent(figures.cpu),
          p50: ms(figures.p50),
          p99: ms(figures.p99),
        },
      })
    }
    return {
      name: 'curves',
      title: 'CPU for each change delivered to one client, 200 edits a second',
      rows,
      verdicts: [],
    }
  },
}
