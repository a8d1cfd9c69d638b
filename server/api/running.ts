import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { editBrief, setCursors, setLock } from '../../shared/protocol/http'
import { workshopChangedBody } from '../../shared/protocol/http-bodies'
import type { ApiEnv, ApiServices } from './api-env'
import { workshopBodyOf } from './bodies'
import { requireMember } from './middleware/require-member'
import { respondToInvalid, take } from './respond'
import { body, json, ofWorkshop } from './route'

const workshopChanged = { 200: json(workshopChangedBody, 'The workshop as it is now') }
/** The workshop itself: its brief, its lock, its end. */
export function runningRoutes({ access, facilitation }: Pick<ApiServices, 'access' | 'facilitation'>) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: respondToInvalid })
    .openapi(
      createRoute({
        method: 'patch',
        path: '/workshops/{id}',
        summary: 'Rename the workshop, or change its brief',
        middleware: [requireMember(access, 'edit-brief')] as const,
        request: { params: ofWorkshop, body: body(editBrief) },
        responses: workshopChanged,
      }),
      async (c) => {
        const workshop = take(await facilitation.editBrief(c.var.seat.workshop.id, c.req.valid('json')))
        return c.json({ workshop: workshopBodyOf(workshop) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/lock',
        summary: 'Make everything read only for participants, or open it again',
        middleware: [requireMember(access, 'set-lock')] as const,
        request: { params: ofWorkshop, body: body(setLock) },
        responses: workshopChanged,
      }),
      async (c) => {
        const workshop = take(await facilitation.setLock(c.var.seat.workshop.id, c.req.valid('json').locked))
        return c.json({ workshop: workshopBodyOf(workshop) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/cursors',
        summary: "Show or hide people's pointers on the board",
        middleware: [requireMember(access, 'set-cursors')] as const,
        request: { params: ofWorkshop, body: body(setCursors) },
        responses: workshopChanged,
      }),
      async (c) => {
        const workshop = take(await facilitation.setCursors(c.var.seat.workshop.id, c.req.valid('json').cursors))
        return c.json({ workshop: workshopBodyOf(workshop) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/end',
        summary: 'End the workshop: everything is read only for everybody from now on',
        middleware: [requireMember(access, 'end-workshop')] as const,
        request: { params: ofWorkshop },
        responses: workshopChanged,
      }),
      async (c) => {
        const workshop = take(await facilitation.end(c.var.seat.workshop.id))
        return c.json({ workshop: workshopBodyOf(workshop) }, 200)
      },
    )
}
