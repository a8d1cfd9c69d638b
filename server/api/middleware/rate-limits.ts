import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Config } from '../../config'
import type { ApiEnv } from '../api-env'
import { senderOf } from '../request-origin'
import { RefusedRequest } from '../respond'

type LimitsConfig = Pick<Config, 'rateLimits' | 'publicUrl' | 'trustProxy'>

/** Generous for a whole council behind one address, where everybody joins in the same minute. */
const JOINS = { points: 300, duration: 60 }
/** Codes that led nowhere: a person mistypes some, a machine that guesses is stopped. */
const MISSES = { points: 30, duration: 600 }
/** Commands of one session: many times what hands can press. */
const COMMANDS = { points: 300, duration: 60 }
/** Each reads every document of the workshop. */
const EXPORTS = { points: 60, duration: 60 }
/** Held for 25 s each; a page that is sent away at once asks again after 3 s, in several tabs. */
const WAITS = { points: 90, duration: 60 }
const CREATIONS = { points: 120, duration: 3600 }

/** Limits on looking for links and joining. */
export function limitJoins(config: LimitsConfig) {
  const joins = new RateLimiterMemory(JOINS)
  const misses = new RateLimiterMemory(MISSES)
  const turns = new Turns()
  return createMiddleware<ApiEnv>(async (c, next) => {
    if (!config.rateLimits) return next()
    const sender = senderOf(c, config)
    await consume(joins, sender)
    // Guesses sent all at once would all be answered before the first had counted. Whole tokens nobody guesses.
    const leave = (await hasToken(c)) ? () => undefined : await turns.enter(sender)
    try {
      const missed = await misses.get(sender)
      if (missed && missed.consumedPoints >= MISSES.points) throw tooMany(missed)
      await next()
      // Which ones missed is known by the answer alone, so that a good link is never counted against anybody.
      if (c.error instanceof RefusedRequest && c.error.refused.refusal === 'link-unknown') {
        await misses.consume(sender).catch(() => undefined)
      }
    } finally {
      leave()
    }
  })
}

async function hasToken(c: Context<ApiEnv>): Promise<boolean> {
  const given: unknown = await c.req.json().catch(() => undefined)
  return typeof given === 'object' && given !== null && 'token' in given
}

/** One after the other, of each sender. */
class Turns {
  readonly #last = new Map<string, Promise<void>>()

  /** Resolves when it is the sender's turn; what it resolves to ends that turn. */
  async enter(sender: string): Promise<() => void> {
    const before = this.#last.get(sender)
    let end = () => {}
    const turn = new Promise<void>((resolve) => {
      end = resolve
    })
    this.#last.set(sender, turn)
    await before
    return () => {
      if (this.#last.get(sender) === turn) this.#last.delete(sender)
      end()
    }
  }
}

/** A session that sends commands, asks for exports or at a closed door, without end. */
export function limitSessions({ rateLimits }: LimitsConfig) {
  const commands = new RateLimiterMemory(COMMANDS)
  const exports = new RateLimiterMemory(EXPORTS)
  const waits = new RateLimiterMemory(WAITS)
  return createMiddleware<ApiEnv>(async (c, next) => {
    const hash = c.var.session?.hash
    if (rateLimits && hash !== undefined) {
      if (c.req.method !== 'GET') await consume(commands, hash)
      else if (c.req.path.endsWith('/export')) await consume(exports, hash)
      else if (c.req.path.startsWith('/api/join/waiting/')) await consume(waits, hash)
    }
    await next()
  })
}

export function limitCreations(config: LimitsConfig) {
  const creations = new RateLimiterMemory(CREATIONS)
  return createMiddleware<ApiEnv>(async (c, next) => {
    if (config.rateLimits) await consume(creations, senderOf(c, config))
    await next()
  })
}

async function consume(limiter: RateLimiterMemory, sender: string): Promise<void> {
  try {
    await limiter.consume(sender)
  } catch (error) {
    throw error instanceof RateLimiterRes ? tooMany(error) : error
  }
}

function tooMany({ msBeforeNext }: RateLimiterRes): RefusedRequest {
  return new RefusedRequest({ refusal: 'too-many-requests' }, Math.max(1, Math.ceil(msBeforeNext / 1000)))
}
