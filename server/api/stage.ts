import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import type { StepId } from '../../shared/domain/ids'
import { extendTimer, goToStep, onStage } from '../../shared/protocol/http'
import { stageChangedBody } from '../../shared/protocol/http-bodies'
import type { ApiEnv, ApiServices } from './api-env'
import { requireMember } from './middleware/require-member'
import { respondToInvalid, take } from './respond'
import { body, json, ofWorkshop } from './route'

/** Refused with `state-moved-on` and the present stage when somebody was quicker. */
const stageChanged = { 200: json(stageChangedBody, 'The stage as it is now') }

/** Steps and their clock. Each command names the revision of the stage it was given on. */
export function stageRoutes({ access, facilitation }: Pick<ApiServices, 'access' | 'facilitation'>) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: respondToInvalid })
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/steps/next',
        summary: 'Go to the next step',
        middleware: [requireMember(access, 'move-step')] as const,
        request: { params: ofWorkshop, body: body(onStage) },
        responses: stageChanged,
      }),
      async (c) => {
        const { revision } = c.req.valid('json')
        const stage = take(await facilitation.command(c.var.seat.workshop.id, { is: 'next' }, revision))
        return c.json({ stage }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/steps/back',
        summary: 'Go back one step',
        middleware: [requireMember(access, 'move-step')] as const,
        request: { params: ofWorkshop, body: body(onStage) },
        responses: stageChanged,
      }),
      async (c) => {
        const { revision } = c.req.valid('json')
        const stage = take(await facilitation.command(c.var.seat.workshop.id, { is: 'back' }, revision))
        return c.json({ stage }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/steps/go',
        summary: 'Go straight to a step; one that was left out is back in the agenda',
        middleware: [requireMember(access, 'move-step')] as const,
        request: { params: ofWorkshop, body: body(goToStep) },
        responses: stageChanged,
      }),
      async (c) => {
        const { revision, stepId } = c.req.valid('json')
        const command = { is: 'go', stepId: stepId as StepId } as const
        return c.json({ stage: take(await facilitation.command(c.var.seat.workshop.id, command, revision)) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/timer/start',
        summary: 'Start the clock, or go on after a pause',
        middleware: [requireMember(access, 'run-timer')] as const,
        request: { params: ofWorkshop, body: body(onStage) },
        responses: stageChanged,
      }),
      async (c) => {
        const { revision } = c.req.valid('json')
        const stage = take(await facilitation.command(c.var.seat.workshop.id, { is: 'start-timer' }, revision))
        return c.json({ stage }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/timer/pause',
        summary: 'Pause the clock',
        middleware: [requireMember(access, 'run-timer')] as const,
        request: { params: ofWorkshop, body: body(onStage) },
        responses: stageChanged,
      }),
      async (c) => {
        const { revision } = c.req.valid('json')
        const stage = take(await facilitation.command(c.var.seat.workshop.id, { is: 'pause-timer' }, revision))
        return c.json({ stage }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/timer/extend',
        summary: 'Add minutes',
        middleware: [requireMember(access, 'run-timer')] as const,
        request: { params: ofWorkshop, body: body(extendTimer) },
        responses: stageChanged,
      }),
      async (c) => {
        const { revision, minutes } = c.req.valid('json')
        const command = { is: 'extend-timer', minutes } as const
        return c.json({ stage: take(await facilitation.command(c.var.seat.workshop.id, command, revision)) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/timer/end',
        summary: 'Time is up, as if it had run out now',
        middleware: [requireMember(access, 'run-timer')] as const,
        request: { params: ofWorkshop, body: body(onStage) },
        responses: stageChanged,
      }),
      async (c) => {
        const { revision } = c.req.valid('json')
        const stage = take(await facilitation.command(c.var.seat.workshop.id, { is: 'end-timer' }, revision))
        return c.json({ stage }, 200)
      },
    )
}
