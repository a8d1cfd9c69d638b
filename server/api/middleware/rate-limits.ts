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
const CREATIONS = { points: 120, duration: 3600 }

/** Limits on looking for links and joining. */
export function limitJoins(config: LimitsConfig) {
  const joins = new RateLimiterMemory(JOINS)
  const misses = new RateLimiterMemory(MISSES)
  return createMiddleware<ApiEnv>(async (c, next) => {
    if (!config.rateLimits) return next()
    const sender = senderOf(c, config)
    const missed = await misses.get(sender)
    if (missed && missed.consumedPoints >= MISSES.points) throw tooMany(missed)
    await consume(joins, sender)
    await next()
    // Which ones missed is known by the answer alone, so that a good link is never counted against anybody.
    if (c.error instanceof RefusedRequest && c.error.refused.refusal === 'link-unknown') {
      await misses.consume(sender).catch(() => undefined)
    }
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
