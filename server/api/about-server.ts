import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { clockBody, configBody } from '../../shared/protocol/http-bodies'
import { networkOrigins, reachOf } from '../ops/addresses'
import type { ApiEnv, ApiServices } from './api-env'
import { originOf } from './request-origin'
import { json } from './route'

/** What the server says of itself to anybody. */
export function aboutServerRoutes({ config, now }: Pick<ApiServices, 'config' | 'now'>) {
  // read once; where the address is set nobody needs the server's own, and nobody is told them
  const addresses = config.publicUrl === undefined ? networkOrigins(config.port) : []
  return new OpenAPIHono<ApiEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: '/clock',
        summary: 'The time by the server’s clock',
        responses: { 200: json(clockBody, 'ms since 1970') },
      }),
      (c) => c.json({ now: now() }, 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/config',
        summary: 'What pages need to know before anybody joins',
        responses: { 200: json(configBody, 'The settings that show') },
      }),
      (c) =>
        c.json(
          {
            creationKey: config.creationKey !== undefined,
            board: config.board,
            reach: reachOf(originOf(c, config)),
            addresses,
            host: { name: config.hostName ?? null, contact: config.accessibilityContact ?? null },
          },
          200,
        ),
    )
}
