import { cpus, totalmem } from 'node:os'
import { type Browser, chromium } from '@playwright/test'
import { CHROMIUM } from '../chromium'

export function openChromium(): Promise<Browser> {
  return chromium.launch(CHROMIUM)
}

/** Goes at the head of every figure: what it was measured on, and when. */
export function machine(): string {
  const [first] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} cores (${first?.model.trim() ?? 'unknown'}), ${memory} GiB, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`
}

/** Middle and tail of a list of figures, in the unit they came in. */
export function spread(figures: readonly number[]): { median: number; p95: number; most: number } {
  const sorted = [...figures].sort((a, b) => a - b)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
  return { median: at(0.5), p95: at(0.95), most: at(1) }
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
