import { createMiddleware } from 'hono/factory'
import type { Config } from '../../config'
import type { Log } from '../../ops/log'
import type { ApiEnv } from '../api-env'

/**
 * Says once that a proxy stands in front which nobody said to trust: then everybody comes from its one address, and shares
 * one limit on joining.
 */
export function warnOfProxy(log: Log, { trustProxy }: Pick<Config, 'trustProxy'>) {
  let isSaid = trustProxy > 0
  return createMiddleware<ApiEnv>(async (c, next) => {
    if (!isSaid && c.req.header('x-forwarded-for') !== undefined) {
      isSaid = true
      log.say(
        'Requests come through a proxy, and TRUST_PROXY is off: all people share one limit on joining. Set TRUST_PROXY.',
      )
    }
    await next()
  })
}
