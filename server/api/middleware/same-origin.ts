import { createMiddleware } from 'hono/factory'
import type { Config } from '../../config'
import type { ApiEnv } from '../api-env'
import { originOf } from '../request-origin'
import { RefusedRequest } from '../respond'

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Nothing is changed for a page of somebody else. Every browser sends `Origin` with a request that is not a plain read,
 * so one that is there must be ours. Without it only programs speak, such as scripts and test harnesses: these say
 * nothing of `Sec-Fetch-Site` either. And a body is JSON, which a foreign form cannot send.
 */
export function sameOrigin(config: Pick<Config, 'publicUrl' | 'trustProxy'>) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    if (READS.has(c.req.method)) return next()
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    const ours =
      origin === undefined ? site === undefined || site === 'same-origin' : isOurs(origin, originOf(c, config))
    // Who opened it under another of its names, such as localhost, is told which one works.
    if (!ours) throw new RefusedRequest({ refusal: 'wrong-origin', detail: { open: originOf(c, config) } })
    const type = c.req.header('content-type')
    if (type !== undefined && !/^application\/json\s*(;|$)/i.test(type))
      throw new RefusedRequest({ refusal: 'not-valid' })
    return next()
  })
}

/** Without PUBLIC_URL the scheme is not known for certain (a proxy may have taken TLS off): the host decides. */
function isOurs(given: string, own: string): boolean {
  if (given === own) return true
  return URL.canParse(given) && /^https?:$/.test(new URL(given).protocol) && isSameHost(new URL(given), new URL(own))
}

function isSameHost(given: URL, own: URL): boolean {
  return given.host === own.host && own.protocol === 'http:'
}
