import { join } from 'node:path'

/** `npm run test:faults` is the long form; in `npm test` everything is tried a few times only. */
export const isLong = process.env.FAULTS === 'long'

/** To be loaded into every server that is hurt (`node --import`). */
export const PROBE = join(import.meta.dirname, 'server-probe.mjs')

/** Another one every time, and said, so that a run can be had again with FAULTS_SEED. */
export function seedOfRun(): number {
  return Number(process.env.FAULTS_SEED ?? Math.floor(Math.random() * 2 ** 31))
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
