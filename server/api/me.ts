import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { WorkshopId } from '../../shared/domain/ids'
import { doneBody, meBody } from '../../shared/protocol/http-bodies'
import type { ApiEnv, ApiServices } from './api-env'
import { memberBodyOf } from './bodies'
import { respondToInvalid } from './respond'
import { body, json } from './route'

/** What this browser holds. */
export function meRoutes({ access }: Pick<ApiServices, 'access'>) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: respondToInvalid })
    .openapi(
      createRoute({
        method: 'get',
        path: '/me',
        summary: 'The workshops that this browser is a member of, latest first',
        responses: { 200: json(meBody, 'An empty list for a browser that has not joined anything') },
      }),
      async (c) => {
        const seats = c.var.session ? await access.memberships(c.var.session.hash) : []
        const present = seats.filter(({ member }) => member.removedAt === null)
        const memberships = present.map(({ member, workshop: { id, title, endedAt } }) => ({
          workshop: { id, title, endedAt },
          member: memberBodyOf(member),
          joinedAt: member.joinedAt,
        }))
        return c.json({ memberships }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/me/leave',
        summary: 'Let go of a membership on this device; the member stays',
        request: { body: body(z.object({ workshopId: z.string().max(40) })) },
        responses: { 200: json(doneBody, 'This browser is not a member there any more') },
      }),
      async (c) => {
        const workshopId = c.req.valid('json').workshopId as WorkshopId
        if (c.var.session) await access.joining.leave(c.var.session.hash, workshopId)
        return c.json({ done: true } as const, 200)
      },
    )
}
