import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { requestId } from 'hono/request-id'
import { LIMITS } from '../shared/protocol/limits'
import type { ApiEnv } from './api/api-env'
import { healthRoutes } from './api/health'
import { warnOfProxy } from './api/middleware/proxy-warning'
import { limitSessions } from './api/middleware/rate-limits'
import { logRequests } from './api/middleware/request-log'
import { sameOrigin } from './api/middleware/same-origin'
import { notKept, securityHeaders } from './api/middleware/security'
import { withSession } from './api/middleware/session'
import { pageRoutes } from './api/pages'
import { RefusedRequest, refusalResponse, respondToError } from './api/respond'
import { createRoutes } from './api/routes'
import type { ClientFiles } from './ops/client-files'
import { createMetrics } from './ops/metrics'
import { mountEntrance, websocketServer } from './rooms/entrance'
import { answerOtherUpgrades } from './rooms/other-upgrades'
import { createServices, type ServiceParts } from './services'

export type AppParts = ServiceParts & { files: ClientFiles }

export type App = Awaited<ReturnType<typeof createApp>>

/** Puts the parts together. `close` lets go of what it opened; the database is its giver's. */
export async function createApp(parts: AppParts) {
  const services = await createServices(parts)
  const { registry, access, signals, ballots } = services
  const { config, log, files, database } = parts
  const metrics = createMetrics()
  metrics.gauge('concordat_rooms', 'Documents that are open.', () => registry.roomCount())
  metrics.gauge('concordat_connections', 'Open WebSockets.', () => registry.connectionCount())

  const app = new OpenAPIHono<ApiEnv>()
  app.use(requestId({ headerName: '' }))
  app.use(logRequests(log, metrics))
  app.use(securityHeaders(config))
  app.onError(respondToError)
  app.route('/', healthRoutes({ database, metrics, config }))
  mountEntrance(app, { registry, publicOrigin: config.publicUrl })
  app.use('/api/*', warnOfProxy(log, config))
  app.use('/api/*', sameOrigin(config))
  app.use('/api/*', bodyLimit({ maxSize: LIMITS.body, onError: refuseLarge }))
  app.use('/api/*', notKept)
  app.use('/api/*', withSession(access, config))
  app.use('/api/*', limitSessions(config))
  app.route('/api', createRoutes(services))
  app.all('/api/*', (c) => refusalResponse(c, { refusal: 'not-found' }))
  app.route(
    '/',
    pageRoutes(files, (request, env) => app.fetch(request, env)),
  )

  return {
    request: app.request,
    fetch: app.fetch,
    services,
    async close() {
      services.writing.close()
      services.copies.close()
      access.close()
      await signals.close()
      ballots.stop()
      await registry.close()
    },
  }
}

function refuseLarge(): never {
  throw new RefusedRequest({ refusal: 'too-large' })
}

export type Listening = { port: number; close(): Promise<void> }

/** How long a browser's connection is kept for what it asks next: a new one takes a slow line half a second. */
const IDLE_MS = 75_000
/** How long requests that are being answered get to end at shutdown. */
const GRACE_MS = 3_000

/** Opens the port, for HTTP and WebSockets alike. Rejects when it cannot. */
export function listen(app: App, { host, port }: { host: string; port: number }): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch, websocket: { server: websocketServer() } })
  answerOtherUpgrades(server as Server)
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = IDLE_MS
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      const close = () =>
        new Promise<void>((done) => {
          server.close(() => done())
          if ('closeIdleConnections' in server) server.closeIdleConnections()
          setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), GRACE_MS).unref()
        })
      resolve({ port: typeof address === 'object' && address ? address.port : port, close })
    })
  })
}
