import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { onStage } from '../../shared/protocol/http'
import { draftsAddedBody, stageChangedBody } from '../../shared/protocol/http-bodies'
import type { ApiEnv, ApiServices } from './api-env'
import { requireMember } from './middleware/require-member'
import { respondToInvalid, take } from './respond'
import { body, json, ofWorkshop } from './route'

/** Refused with `state-moved-on` and the present stage when somebody was quicker. */
const stageChanged = { 200: json(stageChangedBody, 'The stage as it is now') }

/** Private notes: showing them all, and adding one's own that were not shown with the others. */
export function privateWritingRoutes({ access, writing }: Pick<ApiServices, 'access' | 'writing'>) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: respondToInvalid })
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/reveal',
        summary: 'Show the private notes of this step to everybody, ten seconds from now',
        middleware: [requireMember(access, 'reveal-notes')] as const,
        request: { params: ofWorkshop, body: body(onStage) },
        responses: stageChanged,
      }),
      async (c) => {
        const { revision } = c.req.valid('json')
        return c.json({ stage: take(await writing.reveal(c.var.seat.workshop.id, revision)) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/reveal/call-off',
        summary: 'Call it off within the ten seconds',
        middleware: [requireMember(access, 'reveal-notes')] as const,
        request: { params: ofWorkshop, body: body(onStage) },
        responses: stageChanged,
      }),
      async (c) => {
        const { revision } = c.req.valid('json')
        return c.json({ stage: take(await writing.callOff(c.var.seat.workshop.id, revision)) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/drafts/add',
        summary: 'Put your own private notes onto their canvas, those that were not shown with the others',
        middleware: [requireMember(access, 'add-own-drafts')] as const,
        request: { params: ofWorkshop },
        responses: { 200: json(draftsAddedBody, 'How many were added') },
      }),
      async (c) => {
        const { workshop, member } = c.var.seat
        return c.json(take(await writing.addOwn(workshop.id, member)), 200)
      },
    )
}
