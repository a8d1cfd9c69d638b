import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { MemberId } from '../../shared/domain/ids'
import { mergeOrganisations, renameMember, renameSelf, setRole, setSide } from '../../shared/protocol/http'
import { memberChangedBody, organisationsMergedBody } from '../../shared/protocol/http-bodies'
import type { ApiEnv, ApiServices } from './api-env'
import { memberBodyOf } from './bodies'
import { requireMember } from './middleware/require-member'
import { respondToInvalid, take } from './respond'
import { body, json, ofWorkshop } from './route'

const ofMember = ofWorkshop.extend({ memberId: z.string().max(40) })
const memberChanged = { 200: json(memberChangedBody, 'The member as they are now') }

/** The people of a workshop: what facilitators do about them, and everybody about their own name. */
export function peopleRoutes({ access, people }: Pick<ApiServices, 'access' | 'people'>) {
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
        const member = take(await people.setSide(c.var.seat.workshop.id, memberId, side))
        return c.json({ member: memberBodyOf(member) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/workshops/{id}/members/{memberId}',
        summary: 'Write somebody’s name or organisation otherwise',
        middleware: [requireMember(access, 'rename-member')] as const,
        request: { params: ofMember, body: body(renameMember) },
        responses: memberChanged,
      }),
      async (c) => {
        const memberId = c.req.valid('param').memberId as MemberId
        const member = take(await people.rename(c.var.seat.workshop.id, memberId, c.req.valid('json')))
        return c.json({ member: memberBodyOf(member) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/workshops/{id}/me',
        summary: 'Correct one’s own name',
        middleware: [requireMember(access, 'rename-self')] as const,
        request: { params: ofWorkshop, body: body(renameSelf) },
        responses: memberChanged,
      }),
      async (c) => {
        const { member, workshop } = c.var.seat
        const renamed = take(await people.rename(workshop.id, member.id, c.req.valid('json')))
        return c.json({ member: memberBodyOf(renamed) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/organisations/merge',
        summary: 'Write several spellings of an organisation as one, for everybody who used them',
        middleware: [requireMember(access, 'merge-organisations')] as const,
        request: { params: ofWorkshop, body: body(mergeOrganisations) },
        responses: { 200: json(organisationsMergedBody, 'The members who are written otherwise now') },
      }),
      async (c) => {
        const merged = take(await people.mergeOrganisations(c.var.seat.workshop.id, c.req.valid('json')))
        return c.json({ members: merged.people.map(memberBodyOf), expected: merged.expected }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/members/{memberId}/role',
        summary: 'Make somebody a facilitator, or take the role back',
        middleware: [requireMember(access, 'set-role')] as const,
        request: { params: ofMember, body: body(setRole) },
        responses: memberChanged,
      }),
      async (c) => {
        const memberId = c.req.valid('param').memberId as MemberId
        const member = take(await people.setRole(c.var.seat.workshop.id, memberId, c.req.valid('json')))
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
        const member = take(await people.remove(c.var.seat.workshop.id, memberId))
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
        const member = take(await people.letBack(c.var.seat.workshop.id, memberId))
        return c.json({ member: memberBodyOf(member) }, 200)
      },
    )
}
