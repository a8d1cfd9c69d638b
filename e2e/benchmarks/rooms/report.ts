/** One line of a workload's table: a server, and what was measured on it. */
export type Row = { who: string; figures: Record<string, string> }

/** What was asked for, and whether it was reached. */
export type Verdict = { goal: string; figure: string; is: 'goal met' | 'must met' | 'missed' | 'no limit set' }

export type Report = { name: string; title: string; rows: Row[]; verdicts: Verdict[] }

export function toMarkdown({ title, rows, verdicts }: Report): string {
  const columns = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))]
  return [
    `### ${title}`,
    '',
    table(
      ['', ...columns],
      rows.map(({ who, figures }) => [who, ...columns.map((column) => figures[column] ?? '')]),
    ),
    '',
    ...(verdicts.length > 0
      ? [
          table(
            ['asked for', 'reached', ''],
            verdicts.map(({ goal, figure, is }) => [goal, figure, mark(is)]),
          ),
          '',
        ]
      : []),
  ].join('\n')
}

function mark(is: Verdict['is']): string {
  return is === 'missed' ? '**missed**' : is
}

function table(head: string[], lines: string[][]): string {
  const widths = head.map((cell, column) => Math.max(cell.length, 3, ...lines.map((line) => line[column]?.length ?? 0)))
  const row = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [row(head), row(widths.map((width) => '-'.repeat(width))), ...lines.map(row)].join('\n')
}

/** Smaller is better: `must` and `goal` are the most that is allowed. */
export function atMost(
  goal: string,
  value: number,
  { must, wished, show }: { must: number; wished?: number; show: string },
): Verdict {
  const is = wished !== undefined && value <= wished ? 'goal met' : value <= must ? 'must met' : 'missed'
  return { goal, figure: show, is: wished === undefined && is === 'must met' ? 'goal met' : is }
}

export function atLeast(
  goal: string,
  value: number,
  { must, wished, show }: { must: number; wished?: number; show: string },
): Verdict {
  return atMost(goal, -value, { must: -must, ...(wished === undefined ? {} : { wished: -wished }), show })
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
export const percent = (share: number): string =>
  `${share > 0.995 && share < 1 ? (share * 100).toFixed(2) : Math.round(share * 100)} %`

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? Number.NaN, sorted[Math.floor(middle)] ?? Number.NaN]
  return (low + high) / 2
}
