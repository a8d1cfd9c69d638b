import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { MemberId } from '../../shared/domain/ids'
import { addSeat } from '../../shared/protocol/http'
import { seatsBody, seatsLeftBody } from '../../shared/protocol/http-bodies'
import type { SeatsHere } from '../access/seats-service'
import type { ApiEnv, ApiServices } from './api-env'
import { memberBodyOf } from './bodies'
import { requireMember } from './middleware/require-member'
import { respondToInvalid, take } from './respond'
import { body, json, ofWorkshop } from './route'

const ofSeat = ofWorkshop.extend({ memberId: z.string().max(40) })

/** Several people at one device, one after another. Each of these speaks of the caller's own device only. */
export function seatRoutes({ access }: Pick<ApiServices, 'access'>) {
  const { seats } = access
  return new OpenAPIHono<ApiEnv>({ defaultHook: respondToInvalid })
    .openapi(
      createRoute({
        method: 'get',
        path: '/workshops/{id}/seats',
        summary: 'Who sits at this device, and whose turn it is',
        middleware: [requireMember(access, 'see-seats')] as const,
        request: { params: ofWorkshop },
        responses: { 200: json(seatsBody, 'In the order they sat down') },
      }),
      async (c) => c.json(bodyOf(take(await seats.list(sessionOf(c.var), c.var.seat.workshop.id))), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/seats',
        summary: 'Somebody sits down at this device, as a participant of their own',
        middleware: [requireMember(access, 'add-seat')] as const,
        request: { params: ofWorkshop, body: body(addSeat) },
        responses: { 201: json(seatsBody, 'Who sits here now') },
      }),
      async (c) => {
        const here = take(await seats.add(sessionOf(c.var), c.var.seat.workshop.id, c.req.valid('json')))
        return c.json(bodyOf(here), 201)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/seats/{memberId}/pass',
        summary: 'Pass the device to somebody who sits here; what it has open as the former is closed',
        middleware: [requireMember(access, 'pass-seat')] as const,
        request: { params: ofSeat },
        responses: { 200: json(seatsBody, 'This session is that member now') },
      }),
      async (c) => {
        const memberId = c.req.valid('param').memberId as MemberId
        return c.json(bodyOf(take(await seats.pass(sessionOf(c.var), c.var.seat.workshop.id, memberId))), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/seats/{memberId}/leave',
        summary: 'Somebody stands up; they stay in the workshop',
        middleware: [requireMember(access, 'leave-seat')] as const,
        request: { params: ofSeat },
        responses: { 200: json(seatsLeftBody, 'Who sits here now; null: nobody, and the device is not in any more') },
      }),
      async (c) => {
        const memberId = c.req.valid('param').memberId as MemberId
        const here = take(await seats.leave(sessionOf(c.var), c.var.seat.workshop.id, memberId))
        return c.json(here ? bodyOf(here) : { current: null, seats: [] }, 200)
      },
    )
}

/** `requireMember` lets nobody through without one. */
function sessionOf({ session }: { session: { hash: string } | undefined }): string {
  return session?.hash ?? ''
}

function bodyOf({ current, seats }: SeatsHere) {
  return { current: current.id, seats: seats.map(memberBodyOf) }
}
