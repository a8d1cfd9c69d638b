import { Hono } from 'hono'
import type { Metrics } from '../ops/metrics'
import type { ApiEnv } from './api-env'

type Asked = { database: { read(statements: { sql: string; params: [] }[]): Promise<unknown> }; metrics: Metrics }

/** For machines that watch: is the process there, can it do its work, and how busy is it. */
export function healthRoutes({ database, metrics }: Asked) {
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
    .get('/metrics', async (c) => c.text(await metrics.text(), 200, { 'content-type': metrics.contentType }))
}
