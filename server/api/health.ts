import { createHash, timingSafeEqual } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { Config } from '../config'
import type { Metrics } from '../ops/metrics'
import type { ApiEnv } from './api-env'
import { refusalResponse } from './respond'

type Asked = {
  database: { read(statements: { sql: string; params: [] }[]): Promise<unknown> }
  metrics: Metrics
  config: Pick<Config, 'metricsToken'>
}

/** For machines that watch: is the process there, can it do its work, and how busy is it. */
export function healthRoutes({ database, metrics, config }: Asked) {
  return new Hono<ApiEnv>()
    .get('/health/live', (c) => c.json({ live: true }))
    .get('/health/ready', async (c) => {
      try {
        await database.read([{ sql: 'SELECT 1', params: [] }])
        return c.json({ ready: true })
      } catch {
        return c.json({ ready: false, because: 'storage does not answer' }, 503)
      }
    })
    .get('/metrics', async (c) => {
      if (!mayRead(c, config)) return refusalResponse(c, { refusal: 'not-found' })
      return c.text(await metrics.text(), 200, { 'content-type': metrics.contentType })
    })
}

/** With the token if there is one, else from this machine alone: not through a proxy on it, which speaks for others. */
function mayRead(c: Context<ApiEnv>, { metricsToken }: Pick<Config, 'metricsToken'>): boolean {
  if (metricsToken !== undefined) return isSame(c.req.header('authorization') ?? '', `Bearer ${metricsToken}`)
  const isPassedOn = ['x-forwarded-for', 'forwarded', 'x-real-ip'].some((name) => c.req.header(name) !== undefined)
  return !isPassedOn && isHere(c.env?.incoming?.socket.remoteAddress)
}

/** Without an address it was asked within the process. */
function isHere(address: string | undefined): boolean {
  return address === undefined || /^(127\.|::1$|::ffff:127\.)/.test(address)
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [given, right].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}
