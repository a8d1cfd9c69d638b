import { readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { machine } from '../chromium'

const FILE = join(import.meta.dirname, '../../../docs/benchmarks.md')

/** Puts a workload's figures in the place that the page has for them, and leaves the rest of the page as it is. */
export function keep(name: string, report: string): void {
  const page = readFileSync(FILE, 'utf8')
  const [begin, end] = [`<!-- rooms ${name} -->`, `<!-- end of ${name} -->`]
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`docs/benchmarks.md has no place for ${name}`)
  const when = `Measured on ${machine()}; load of the machine over the last minute: ${(loadavg()[0] ?? 0).toFixed(1)}.`
  writeFileSync(FILE, `${page.slice(0, from + begin.length)}\n\n${report}\n${when}\n\n${page.slice(to)}`)
}
