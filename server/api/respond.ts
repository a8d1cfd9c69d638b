import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { REFUSALS, type RefusalBody, type Refused, type Reply } from '../../shared/protocol/refusals'
import { RoomRefused } from '../rooms/room-refused'

/** Carries a refusal from wherever it was said to the one place that turns it into a response. */
export class RefusedRequest extends Error {
  override readonly name = 'RefusedRequest'

  constructor(
    readonly refused: Omit<Refused, 'ok'>,
    readonly retryAfterSeconds?: number,
  ) {
    super(refused.refusal)
  }
}

/** What a service answered; its no becomes the response. */
export function take<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value
  const { ok: _, ...refused } = reply
  throw new RefusedRequest(refused)
}

/** The one function that turns an error into a response. What nobody expected says nothing of itself. */
export function respondToError(error: Error, c: Context): Response {
  if (error instanceof RefusedRequest) {
    if (error.retryAfterSeconds !== undefined) c.header('retry-after', String(error.retryAfterSeconds))
    return refusalResponse(c, error.refused)
  }
  // A command leans on a document that this server may not open.
  if (error instanceof RoomRefused) return refusalResponse(c, { refusal: error.refusal })
  // Thrown by the framework for a body that is no JSON.
  if (error instanceof HTTPException && error.status === 400) return refusalResponse(c, { refusal: 'not-valid' })
  return refusalResponse(c, { refusal: 'server-fault' })
}

export function refusalResponse(c: Context, body: RefusalBody): Response {
  return c.json(body, REFUSALS[body.refusal].status as ContentfulStatusCode)
}

type Failed = { error: { issues: readonly { path: readonly PropertyKey[]; code: string }[] } }

/** The first field at fault, named so that the error can be shown beside it. */
export function respondToInvalid(result: { success: boolean } & Partial<Failed>, c: Context): Response | undefined {
  if (result.success) return undefined
  const issue = result.error?.issues[0]
  const field = issue?.path.join('.')
  const problem = issue && 'code' in issue ? { problem: issue.code, ...limitOf(issue) } : {}
  return refusalResponse(c, { refusal: 'not-valid', ...(field ? { field } : {}), detail: problem })
}

function limitOf(issue: object): { most?: unknown } {
  return 'maximum' in issue ? { most: issue.maximum } : {}
}
