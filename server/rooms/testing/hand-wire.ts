import type { Batch, Wire } from '../wire'

/** A socket whose messages lie in a list until the test moves them. */
export class HandWire implements Wire {
  /** What the server sent and nobody has read yet. */
  readonly inbox: Uint8Array[] = []
  /** How many writes it took. */
  writes = 0
  closed: { code: number; reason: string } | undefined
  isPaused = false
  isCut = false
  pings = 0
  /** Set to let the socket look full. */
  stuck = 0

  constructor(private readonly onClose: () => void = () => {}) {}

  send(batch: Batch): void {
    if (this.closed) return
    this.writes += 1
    this.inbox.push(...batch.messages)
  }

  close(code: number, reason: string): void {
    this.closed ??= { code, reason }
    this.onClose()
  }

  cut(): void {
    this.isCut = true
    this.close(1006, '')
  }

  pause(): void {
    this.isPaused = true
  }

  resume(): void {
    this.isPaused = false
  }

  ping(): void {
    this.pings += 1
  }

  buffered(): number {
    return this.stuck
  }
}
