import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { CanvasId, CopyId } from '../../shared/domain/ids'
import { openCopy } from '../../shared/protocol/http'
import { canvasOpenedBody, copiesBody } from '../../shared/protocol/http-bodies'
import type { ApiEnv, ApiServices } from './api-env'
import { requireMember } from './middleware/require-member'
import { respondToInvalid, take } from './respond'
import { body, json, ofWorkshop } from './route'

const ofCopy = ofWorkshop.extend({ copyId: z.string().max(40) })

/** Canvases as they were at the end of each step. */
export function copyRoutes({ access, copies }: Pick<ApiServices, 'access' | 'copies'>) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: respondToInvalid })
    .openapi(
      createRoute({
        method: 'get',
        path: '/workshops/{id}/copies',
        summary: 'The copies of canvases kept at the end of each step, the oldest first',
        middleware: [requireMember(access, 'list-copies')] as const,
        request: { params: ofWorkshop },
        responses: { 200: json(copiesBody, 'What there is to look at') },
      }),
      async (c) => c.json(await copies.list(c.var.seat.workshop.id), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/workshops/{id}/copies/{copyId}',
        summary: 'A canvas as it was: the whole document, as one Yjs update',
        middleware: [requireMember(access, 'read-copy')] as const,
        request: { params: ofCopy },
        responses: {
          200: {
            description: 'The document',
            content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
          },
        },
      }),
      async (c) => {
        const { copyId } = c.req.valid('param')
        const state = take(await copies.read(c.var.seat.workshop.id, copyId as CopyId))
        // its own bytes: what comes from the database may lie in a larger buffer
        return new Response(new Uint8Array(state), { headers: { 'content-type': 'application/octet-stream' } })
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/copies/{copyId}/open',
        summary: 'Open a copy as a new canvas; asked twice with the same id it is one',
        middleware: [requireMember(access, 'open-copy')] as const,
        request: { params: ofCopy, body: body(openCopy) },
        responses: { 200: json(canvasOpenedBody, 'The new canvas') },
      }),
      async (c) => {
        const { copyId } = c.req.valid('param')
        const { id, title } = c.req.valid('json')
        const canvas = { id: id as CanvasId, title }
        return c.json({ canvas: take(await copies.open(c.var.seat.workshop.id, copyId as CopyId, canvas)) }, 200)
      },
    )
}
