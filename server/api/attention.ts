import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import type { CanvasId } from '../../shared/domain/ids'
import { announcement, spotlight } from '../../shared/protocol/http'
import { announcementBody, spotlightBody } from '../../shared/protocol/http-bodies'
import type { Pointing } from '../facilitation/attention-service'
import type { ApiEnv, ApiServices } from './api-env'
import { requireMember } from './middleware/require-member'
import { respondToInvalid, take } from './respond'
import { body, json, ofWorkshop } from './route'

/** Where everybody is asked to look, and the sentence on every screen. */
export function attentionRoutes({ access, attention }: Pick<ApiServices, 'access' | 'attention'>) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: respondToInvalid })
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/spotlight',
        summary: 'Bring everybody to a page, or to a section or cluster of a canvas',
        middleware: [requireMember(access, 'bring-everyone')] as const,
        request: { params: ofWorkshop, body: body(spotlight) },
        responses: { 200: json(spotlightBody, 'Where everybody is asked to look now') },
      }),
      async (c) => {
        const { workshop, member } = c.var.seat
        const { page, canvasId, item } = c.req.valid('json')
        // ids as given: the service looks whether there is such a thing
        const pointing = { page, canvasId: canvasId as CanvasId | null, item: item as Pointing['item'] }
        return c.json({ spotlight: take(await attention.pointTo(workshop.id, pointing, member.id)) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/workshops/{id}/spotlight',
        summary: 'Leave everybody where they are again',
        middleware: [requireMember(access, 'bring-everyone')] as const,
        request: { params: ofWorkshop },
        responses: { 200: json(spotlightBody, 'Nobody is asked to look anywhere') },
      }),
      async (c) => c.json({ spotlight: take(await attention.stopPointing(c.var.seat.workshop.id)) }, 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/announcement',
        summary: 'Show a sentence on everybody’s screen until it is taken down; an empty one takes it down',
        middleware: [requireMember(access, 'announce')] as const,
        request: { params: ofWorkshop, body: body(announcement) },
        responses: { 200: json(announcementBody, 'What everybody reads now') },
      }),
      async (c) => {
        const { workshop, member } = c.var.seat
        const { text } = c.req.valid('json')
        return c.json({ announcement: take(await attention.announce(workshop.id, text, member.id)) }, 200)
      },
    )
}
