const STEP_MICROS = 100
const STEPS = 300_000

/** Times in steps of 0.1 ms up to 30 s; what took longer counts as that. */
export class Histogram {
  readonly counts: Uint32Array
  total = 0

  constructor(counts = new Uint32Array(STEPS)) {
    this.counts = counts
  }

  add(micros: number): void {
    const step = Math.min(STEPS - 1, Math.max(0, Math.floor(micros / STEP_MICROS)))
    this.counts[step] = (this.counts[step] ?? 0) + 1
    this.total += 1
  }

  include(counts: Uint32Array): void {
    counts.forEach((count, step) => {
      if (count === 0) return
      this.counts[step] = (this.counts[step] ?? 0) + count
      this.total += count
    })
  }

  /** Milliseconds within which such a share has arrived. */
  at(share: number): number {
    let left = Math.ceil(this.total * share)
    for (let step = 0; step < STEPS; step += 1) {
      left -= this.counts[step] ?? 0
      if (left <= 0) return ((step + 1) * STEP_MICROS) / 1000
    }
    return (STEPS * STEP_MICROS) / 1000
  }

  clear(): void {
    this.counts.fill(0)
    this.total = 0
  }
}
