import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { setDoor } from '../../shared/protocol/http'
import { doneBody, waitingListBody, workshopChangedBody } from '../../shared/protocol/http-bodies'
import type { ApiEnv, ApiServices } from './api-env'
import { workshopBodyOf } from './bodies'
import { requireMember } from './middleware/require-member'
import { respondToInvalid, take } from './respond'
import { body, json, ofWorkshop } from './route'

/** The door of a workshop, and the people who wait there. */
export function doorRoutes({ access, facilitation }: Pick<ApiServices, 'access' | 'facilitation'>) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: respondToInvalid })
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/door',
        summary: 'Open or close the door; members can always come back',
        middleware: [requireMember(access, 'set-door')] as const,
        request: { params: ofWorkshop, body: body(setDoor) },
        responses: { 200: json(workshopChangedBody, 'The workshop as it is now') },
      }),
      async (c) => {
        const { door } = c.req.valid('json')
        const workshop = take(await facilitation.setDoor(c.var.seat.workshop.id, door))
        return c.json({ workshop: workshopBodyOf(workshop) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/workshops/{id}/waiting',
        summary: 'Who waits at the closed door',
        middleware: [requireMember(access, 'see-waiting')] as const,
        request: { params: ofWorkshop },
        responses: { 200: json(waitingListBody, 'In the order they came') },
      }),
      async (c) => c.json({ waiting: await access.waiting.list(c.var.seat.workshop.id) }, 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/waiting/{waitingId}/let-in',
        summary: 'Let one person in through the closed door',
        middleware: [requireMember(access, 'let-in')] as const,
        request: { params: ofWorkshop.extend({ waitingId: z.string().max(40) }) },
        responses: { 200: json(doneBody, 'They come in as soon as their page asks') },
      }),
      async (c) => {
        take(await access.waiting.letIn(c.var.seat.workshop.id, c.req.valid('param').waitingId))
        return c.json({ done: true } as const, 200)
      },
    )
}
