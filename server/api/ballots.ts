import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { BallotId } from '../../shared/domain/ids'
import { castVote, openBallot, openBallotAgain } from '../../shared/protocol/http'
import { ballotChangedBody, ownVoteBody } from '../../shared/protocol/http-bodies'
import type { Opening, Voter } from '../ballots/ballot-service'
import type { ApiEnv, ApiServices, MemberEnv } from './api-env'
import { requireMember } from './middleware/require-member'
import { respondToInvalid, take } from './respond'
import { body, json, ofWorkshop } from './route'

const ofBallot = ofWorkshop.extend({ ballotId: z.string().max(40) })
const opened = { 201: json(ballotChangedBody, 'The ballot, open') }
const changed = { 200: json(ballotChangedBody, 'The ballot as it is now') }
const ownVote = { 200: json(ownVoteBody, 'The dots that one has given; none: no vote') }

/** Ballots. A vote comes in here and is answered to its voter alone; everybody sees the result on the stage. */
export function ballotRoutes({ access, ballots }: Pick<ApiServices, 'access' | 'ballots'>) {
  const voter = (c: Context<ApiEnv & MemberEnv>, { ballotId }: { ballotId: string }): Voter => ({
    workshopId: c.var.seat.workshop.id,
    ballotId: ballotId as BallotId,
    memberId: c.var.seat.member.id,
  })

  return new OpenAPIHono<ApiEnv>({ defaultHook: respondToInvalid })
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/ballots',
        summary: 'Open a ballot on chosen clusters or actions; one at a time',
        middleware: [requireMember(access, 'open-ballot')] as const,
        request: { params: ofWorkshop, body: body(openBallot) },
        responses: opened,
      }),
      async (c) => {
        const given = c.req.valid('json') as Opening
        return c.json({ ballot: take(await ballots.open(c.var.seat.workshop.id, given)) }, 201)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/ballots/{ballotId}/again',
        summary: 'Open a new ballot on the same items',
        middleware: [requireMember(access, 'open-ballot')] as const,
        request: { params: ofBallot, body: body(openBallotAgain) },
        responses: opened,
      }),
      async (c) => {
        const { workshopId, ballotId } = voter(c, c.req.valid('param'))
        return c.json({ ballot: take(await ballots.openAgain(workshopId, ballotId, c.req.valid('json'))) }, 201)
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/workshops/{id}/ballots/{ballotId}/vote',
        summary: 'Vote, or change one’s vote until voting closes; no dots take it back',
        middleware: [requireMember(access, 'vote')] as const,
        request: { params: ofBallot, body: body(castVote) },
        responses: ownVote,
      }),
      async (c) => {
        const { dots } = c.req.valid('json')
        return c.json({ dots: take(await ballots.vote(voter(c, c.req.valid('param')), dots)) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/workshops/{id}/ballots/{ballotId}/vote',
        summary: 'One’s own vote; nobody reads another’s',
        middleware: [requireMember(access, 'read-own-vote')] as const,
        request: { params: ofBallot },
        responses: ownVote,
      }),
      async (c) => c.json({ dots: take(await ballots.ownVote(voter(c, c.req.valid('param')))) }, 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/ballots/{ballotId}/close',
        summary: 'Close it: at once when everybody has voted, else ten seconds after everybody is told',
        middleware: [requireMember(access, 'close-ballot')] as const,
        request: { params: ofBallot },
        responses: changed,
      }),
      async (c) => {
        const { workshopId, ballotId } = voter(c, c.req.valid('param'))
        return c.json({ ballot: take(await ballots.close(workshopId, ballotId)) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/ballots/{ballotId}/call-off',
        summary: 'Go on voting: the announced close does not happen',
        middleware: [requireMember(access, 'close-ballot')] as const,
        request: { params: ofBallot },
        responses: changed,
      }),
      async (c) => {
        const { workshopId, ballotId } = voter(c, c.req.valid('param'))
        return c.json({ ballot: take(await ballots.callOff(workshopId, ballotId)) }, 200)
      },
    )
}
