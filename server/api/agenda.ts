import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import type { PlannedStep } from '../../shared/domain/agenda'
import { setAgenda, setPlannedEnd } from '../../shared/protocol/http'
import { stageChangedBody } from '../../shared/protocol/http-bodies'
import type { ApiEnv, ApiServices } from './api-env'
import { requireMember } from './middleware/require-member'
import { respondToInvalid, take } from './respond'
import { body, json, ofWorkshop } from './route'

/** Refused with `state-moved-on` and the present stage when somebody was quicker. */
const stageChanged = { 200: json(stageChangedBody, 'The stage as it is now') }

/** The agenda, before and while it is run. Each command names the revision of the stage it was given on. */
export function agendaRoutes({ access, facilitation }: Pick<ApiServices, 'access' | 'facilitation'>) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: respondToInvalid })
    .openapi(
      createRoute({
        method: 'put',
        path: '/workshops/{id}/agenda',
        summary: 'Set the agenda: its steps in order, those without an id new; the current step stays in it',
        middleware: [requireMember(access, 'edit-agenda')] as const,
        request: { params: ofWorkshop, body: body(setAgenda) },
        responses: stageChanged,
      }),
      async (c) => {
        const { revision, steps } = c.req.valid('json')
        // ids are looked up in the workshop by the core, so that one of elsewhere is one of nowhere
        const command = { is: 'set-agenda', steps: steps as PlannedStep[] } as const
        return c.json({ stage: take(await facilitation.command(c.var.seat.workshop.id, command, revision)) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/workshops/{id}/planned-end',
        summary: 'Set when it should all be over',
        middleware: [requireMember(access, 'edit-agenda')] as const,
        request: { params: ofWorkshop, body: body(setPlannedEnd) },
        responses: stageChanged,
      }),
      async (c) => {
        const { revision, at } = c.req.valid('json')
        const command = { is: 'set-planned-end', at } as const
        return c.json({ stage: take(await facilitation.command(c.var.seat.workshop.id, command, revision)) }, 200)
      },
    )
}
