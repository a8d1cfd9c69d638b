import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { createSample, createWorkshop } from '../../shared/protocol/http'
import { createdBody, doneBody, workshopPageBody } from '../../shared/protocol/http-bodies'
import { refuse } from '../../shared/result'
import type { Created } from '../workshops/create'
import type { ApiEnv, ApiServices } from './api-env'
import { memberBodyOf, pageBodyOf, shareLinkOf, workshopBodyOf } from './bodies'
import { limitCreations } from './middleware/rate-limits'
import { requireMember } from './middleware/require-member'
import { ticketFor } from './middleware/session'
import { originOf } from './request-origin'
import { respondToInvalid, take } from './respond'
import { body, json, ofWorkshop } from './route'

/** Making workshops, and reading the one somebody is in. */
export function workshopRoutes(services: ApiServices) {
  const { access, config, facilitation, now, workshops } = services
  const limited = limitCreations(config)

  function createdBodyOf(c: Context<ApiEnv>, { state, member, links }: Created) {
    const origin = originOf(c, config)
    return {
      workshop: workshopBodyOf(state),
      canvases: state.canvases,
      links: links.map((link) => shareLinkOf(link, { token: access.tokenOf(link), origin })),
      member: memberBodyOf(member),
    }
  }

  return new OpenAPIHono<ApiEnv>({ defaultHook: respondToInvalid })
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops',
        summary: 'Create a workshop; the caller becomes its facilitator',
        middleware: [limited] as const,
        request: { body: body(createWorkshop) },
        responses: { 201: json(createdBody, 'Created; the session cookie holds the membership') },
      }),
      async (c) => {
        const { ticket, give } = ticketFor(c, config)
        const created = take(await workshops.create(c.req.valid('json'), ticket))
        give()
        return c.json(createdBodyOf(c, created), 201)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/sample',
        summary: 'Create a workshop in full swing, to look around in',
        middleware: [limited] as const,
        request: { body: { ...body(createSample), required: false } },
        responses: { 201: json(createdBody, 'Created; the caller is its facilitator') },
      }),
      async (c) => {
        const { ticket, give } = ticketFor(c, config)
        const created = take(await workshops.createSample(c.req.valid('json') ?? {}, ticket))
        give()
        return c.json(createdBodyOf(c, created), 201)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/workshops/{id}',
        summary: 'The workshop, its canvases and agenda, and the caller’s membership',
        middleware: [requireMember(access, 'read-workshop')] as const,
        request: { params: ofWorkshop },
        responses: { 200: json(workshopPageBody, 'The workshop as it is now') },
      }),
      async (c) => {
        const { member, workshop } = c.var.seat
        const run = await facilitation.run(workshop.id)
        if (!run) return take(refuse('not-found'))
        return c.json(pageBodyOf(run, member, now()), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/brief-read',
        summary: 'Note that the caller has read the brief',
        middleware: [requireMember(access, 'mark-brief-read')] as const,
        request: { params: ofWorkshop },
        responses: { 200: json(doneBody, 'Noted') },
      }),
      async (c) => {
        await access.markBriefRead(c.var.seat.member)
        return c.json({ done: true } as const, 200)
      },
    )
}
