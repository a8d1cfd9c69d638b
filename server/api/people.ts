import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { MemberId } from '../../shared/domain/ids'
import { setSide } from '../../shared/protocol/http'
import { memberChangedBody } from '../../shared/protocol/http-bodies'
import type { ApiEnv, ApiServices } from './api-env'
import { memberBodyOf } from './bodies'
import { requireMember } from './middleware/require-member'
import { respondToInvalid, take } from './respond'
import { body, json, ofWorkshop } from './route'

const ofMember = ofWorkshop.extend({ memberId: z.string().max(40) })
const memberChanged = { 200: json(memberChangedBody, 'The member as they are now') }

/** What facilitators may do about the people of a workshop. */
export function peopleRoutes({ access, facilitation }: Pick<ApiServices, 'access' | 'facilitation'>) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: respondToInvalid })
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/members/{memberId}/side',
        summary: 'Move somebody to another side',
        middleware: [requireMember(access, 'set-side')] as const,
        request: { params: ofMember, body: body(setSide) },
        responses: memberChanged,
      }),
      async (c) => {
        const memberId = c.req.valid('param').memberId as MemberId
        const { side } = c.req.valid('json')
        const member = take(await facilitation.setSide(c.var.seat.workshop.id, memberId, side))
        return c.json({ member: memberBodyOf(member) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/members/{memberId}/remove',
        summary: 'Remove somebody; their connections are closed at once',
        middleware: [requireMember(access, 'remove-member')] as const,
        request: { params: ofMember },
        responses: memberChanged,
      }),
      async (c) => {
        const memberId = c.req.valid('param').memberId as MemberId
        const member = take(await facilitation.remove(c.var.seat.workshop.id, memberId))
        return c.json({ member: memberBodyOf(member) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/members/{memberId}/let-back',
        summary: 'Let somebody back who was removed',
        middleware: [requireMember(access, 'let-back')] as const,
        request: { params: ofMember },
        responses: memberChanged,
      }),
      async (c) => {
        const memberId = c.req.valid('param').memberId as MemberId
        const member = take(await facilitation.letBack(c.var.seat.workshop.id, memberId))
        return c.json({ member: memberBodyOf(member) }, 200)
      },
    )
}
