import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ActionId } from '../../shared/domain/ids'
import { dispute, onRevision, putAction, signOff } from '../../shared/protocol/http'
import { actionChangedBody } from '../../shared/protocol/http-bodies'
import type { Told } from '../records/agreement-service'
import type { ApiEnv, ApiServices, MemberEnv } from './api-env'
import { requireMember } from './middleware/require-member'
import { RefusedRequest, respondToInvalid, take } from './respond'
import { body, json, ofWorkshop } from './route'

const ofAction = ofWorkshop.extend({ actionId: z.string().max(40) })
const actionChanged = { 200: json(actionChangedBody, 'The action as it is now') }

/** Putting actions to agreement, and the answers of organisations. Each command names the revision it is about. */
export function actionRoutes({ access, agreement, now }: Pick<ApiServices, 'access' | 'agreement' | 'now'>) {
  const told = (c: Context<ApiEnv & MemberEnv>, actionId: string): Told => {
    const { id, title } = c.var.seat.workshop
    return { workshop: { id, title }, actionId: actionId as ActionId, now: now() }
  }

  return new OpenAPIHono<ApiEnv>({ defaultHook: respondToInvalid })
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/actions/{actionId}/put',
        summary: 'Put an action to agreement: it gets its number and its wording is locked',
        middleware: [requireMember(access, 'put-action')] as const,
        request: { params: ofAction, body: body(putAction) },
        responses: actionChanged,
      }),
      async (c) => {
        const done = await agreement.put(told(c, c.req.valid('param').actionId), c.req.valid('json'))
        return c.json({ action: take(done) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/actions/{actionId}/withdraw',
        summary: 'Take an action back to be worded again; answers start again when it is put once more',
        middleware: [requireMember(access, 'withdraw-action')] as const,
        request: { params: ofAction, body: body(onRevision) },
        responses: actionChanged,
      }),
      async (c) => {
        const done = await agreement.withdraw(told(c, c.req.valid('param').actionId), c.req.valid('json').revision)
        return c.json({ action: take(done) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/actions/{actionId}/sign-offs',
        summary: 'Answer for the organisation one came from',
        middleware: [requireMember(access, 'sign-off')] as const,
        request: { params: ofAction, body: body(signOff) },
        responses: actionChanged,
      }),
      async (c) => {
        const given = c.req.valid('json')
        refuseIncomplete(given)
        const done = await agreement.answer(told(c, c.req.valid('param').actionId), c.var.seat.member, given)
        return c.json({ action: take(done) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/actions/{actionId}/disputes',
        summary: "Say that an answer is not the answer of one's organisation",
        middleware: [requireMember(access, 'dispute')] as const,
        request: { params: ofAction, body: body(dispute) },
        responses: actionChanged,
      }),
      async (c) => {
        const done = await agreement.dispute(
          told(c, c.req.valid('param').actionId),
          c.var.seat.member,
          c.req.valid('json'),
        )
        return c.json({ action: take(done) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/actions/{actionId}/close',
        summary: 'Close signing early: the record names who had not answered',
        middleware: [requireMember(access, 'close-signing')] as const,
        request: { params: ofAction, body: body(onRevision) },
        responses: actionChanged,
      }),
      async (c) => {
        const done = await agreement.closeSigning(told(c, c.req.valid('param').actionId), c.req.valid('json').revision)
        return c.json({ action: take(done) }, 200)
      },
    )
}

/** What an answer needs besides itself is named, so that the error stands beside the right field. */
function refuseIncomplete({ answer, reason, byDate }: z.output<typeof signOff>): void {
  const needsReason = answer === 'agree-with-reservation' || answer === 'do-not-agree'
  if (needsReason && reason === '') throw new RefusedRequest({ refusal: 'not-valid', field: 'reason' })
  if (answer === 'ask-first' && byDate === '') throw new RefusedRequest({ refusal: 'not-valid', field: 'byDate' })
}
