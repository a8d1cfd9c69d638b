import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { WorkshopId } from '../../shared/domain/ids'
import { join, lookAtLink } from '../../shared/protocol/http'
import { askedToWaitBody, lookBody, waitingBody, workshopPageBody } from '../../shared/protocol/http-bodies'
import { refuse } from '../../shared/result'
import type { ApiEnv, ApiServices } from './api-env'
import { memberBodyOf, pageBodyOf } from './bodies'
import { limitJoins } from './middleware/rate-limits'
import { ticketFor } from './middleware/session'
import { respondToInvalid, take } from './respond'
import { body, json } from './route'

/** Coming in, by link or code. Looking consumes nothing; only joining does. */
export function joinRoutes({
  access,
  config,
  facilitation,
  now,
}: Pick<ApiServices, 'access' | 'config' | 'facilitation' | 'now'>) {
  const { joining, waiting } = access
  const limited = limitJoins(config)

  return new OpenAPIHono<ApiEnv>({ defaultHook: respondToInvalid })
    .openapi(
      createRoute({
        method: 'post',
        path: '/join/look',
        summary: 'What a link opens; consumes nothing',
        middleware: [limited] as const,
        request: { body: body(lookAtLink) },
        responses: { 200: json(lookBody, 'The workshop behind the link') },
      }),
      async (c) => {
        const { workshop, link, already } = take(await joining.look(c.req.valid('json'), c.var.session?.hash))
        const { id, title, purpose, runBy, contact, banner, sides, attribution, door, endedAt, expected } = workshop
        return c.json(
          {
            workshop: { id, title, purpose, runBy, contact, banner, sides, attribution },
            link,
            organisations: expected,
            already: already && memberBodyOf(already),
            door,
            ended: endedAt !== null,
          },
          200,
        )
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/join',
        summary: 'Join; who is already in stays who they are',
        middleware: [limited] as const,
        request: { body: body(join) },
        responses: {
          200: json(
            workshopPageBody,
            'In; the session cookie holds the membership. What the page of the workshop begins with',
          ),
          202: json(askedToWaitBody, 'The door is closed: the facilitators see that somebody waits'),
        },
      }),
      async (c) => {
        const { token, code, side, ...as } = c.req.valid('json')
        const { ticket, give } = ticketFor(c, config)
        const joined = take(await joining.join({ token, code }, { ...as, side: side ?? null }, ticket))
        give()
        const { workshop } = joined
        if (joined.is === 'waiting') return c.json({ waiting: true, workshopId: workshop.id } as const, 202)
        const run = await facilitation.run(workshop.id)
        return run ? c.json(pageBodyOf(run, joined.member, now()), 200) : take(refuse('not-found'))
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/join/waiting/{workshopId}',
        summary: 'Wait at a closed door; held for up to 25 seconds',
        request: { params: z.object({ workshopId: z.string().max(40) }) },
        responses: { 200: json(waitingBody, '`in`: the session is a member now; `waiting`: ask again') },
      }),
      async (c) => {
        const { session } = c.var
        if (!session) return take(refuse('session-missing'))
        const workshopId = c.req.valid('param').workshopId as WorkshopId
        const { state } = take(await waiting.wait(session.hash, workshopId, c.req.raw.signal))
        return c.json({ state }, 200)
      },
    )
}
