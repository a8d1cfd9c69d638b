import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import type { StepId } from '../../shared/domain/ids'
import { giveSignal } from '../../shared/protocol/http'
import { signalBody } from '../../shared/protocol/http-bodies'
import type { ApiEnv, ApiServices } from './api-env'
import { requireMember } from './middleware/require-member'
import { respondToInvalid, take } from './respond'
import { body, json, ofWorkshop } from './route'

/** *I'm ready* and *I need more time*. Everybody sees how many; who said it is told to themselves alone. */
export function signalRoutes({ access, signals }: Pick<ApiServices, 'access' | 'signals'>) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: respondToInvalid })
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/steps/signal',
        summary: 'Say that one is ready, or needs more time, in a step; null takes it back',
        middleware: [requireMember(access, 'signal')] as const,
        request: { params: ofWorkshop, body: body(giveSignal) },
        responses: { 200: json(signalBody, 'What the caller says now') },
      }),
      async (c) => {
        const { member, workshop } = c.var.seat
        const { stepId, signal } = c.req.valid('json')
        const given = { stepId: stepId as StepId, signal }
        return c.json(take(await signals.give(workshop.id, member.id, given)), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/workshops/{id}/steps/signal',
        summary: 'What the caller says about the current step',
        middleware: [requireMember(access, 'signal')] as const,
        request: { params: ofWorkshop },
        responses: { 200: json(signalBody, 'What the caller says now') },
      }),
      async (c) => {
        const { member, workshop } = c.var.seat
        return c.json(await signals.own(workshop.id, member.id), 200)
      },
    )
}
