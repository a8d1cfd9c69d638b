import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import type { Log } from '../../ops/log'
import type { Metrics } from '../../ops/metrics'
import type { ApiEnv } from '../api-env'
import { RefusedRequest } from '../respond'

/** Asked every few seconds by whoever watches; a line each would hide the others. */
const WATCHED = /^\/(health\/|metrics$)/

/** One line a request: the pattern of its route and how it went, never the address itself, which may hold a token. */
export function logRequests(log: Log, metrics: Metrics) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const began = performance.now()
    await next()
    const ms = performance.now() - began
    const { method } = c.req
    const route = routePath(c)
    const { status } = c.res
    metrics.observeRequest({ method, route, status, seconds: ms / 1000 })
    if (!WATCHED.test(route)) log.request({ id: c.var.requestId, method, route, status, ms: Math.round(ms) })
    if (c.error && !(c.error instanceof RefusedRequest) && status >= 500) log.fault(c.error)
  })
}
