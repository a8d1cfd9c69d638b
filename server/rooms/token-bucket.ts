/** Lets through so much a second on average and so much at once. */
export class TokenBucket {
  #tokens: number
  #at: number

  constructor(
    private readonly aSecond: number,
    private readonly atOnce: number,
    now: number,
  ) {
    this.#tokens = atOnce
    this.#at = now
  }

  /** Takes tokens, also more than there are. Answers for how many milliseconds the taker should wait. */
  take(tokens: number, now: number): number {
    this.#tokens = Math.min(this.atOnce, this.#tokens + ((now - this.#at) * this.aSecond) / 1_000) - tokens
    this.#at = now
    return this.#tokens < 0 ? (-this.#tokens * 1_000) / this.aSecond : 0
  }
}
