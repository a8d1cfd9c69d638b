import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BallotId, MemberId, WorkshopId } from '../../shared/domain/ids'
import type { Side } from '../../shared/domain/side'
import { openServer, type TestServer } from '../testing/open-server'
import { createReportStore } from './report-store'
import { ballots, votes } from './tables'

let server: TestServer
beforeAll(async () => {
  server = await openServer()
})
afterAll(() => server.close())

const terms = { question: 'Which first?', items: [], dots: 3, most: 2, facilitatorsVote: false, openedAt: 1 }

test('who voted is known once a ballot is closed, each once, and nothing of an open one or of another workshop', async () => {
  const [made, other] = [await server.create(), await server.create()]
  const reports = createReportStore(server.database)
  const { orm } = server.database
  const ballot = (id: string, workshopId: WorkshopId, closedAt: number | null) =>
    orm.insert(ballots).values({ ...terms, id: id as BallotId, workshopId, closedAt })
  const vote = (ballotId: string, memberId: string, side: Side) =>
    orm.insert(votes).values({ ballotId: ballotId as BallotId, memberId: memberId as MemberId, side, dots: {}, at: 1 })
  const voters = async () => (await reports.reportRows(made.workshop.id))?.voters

  await server.database.write([ballot('open', made.workshop.id, null), vote('open', 'amina', 'central')])
  expect(await voters()).toBeUndefined()
  await server.database.write([ballot('empty', made.workshop.id, 5)])
  expect(await voters()).toEqual(new Set())
  await server.database.write([
    ballot('first', made.workshop.id, 5),
    ballot('second', made.workshop.id, 6),
    ballot('far', other.workshop.id, 6),
    vote('first', 'jon', 'local'),
    vote('second', 'jon', 'local'),
    vote('second', 'kit', 'local'),
    vote('far', 'lou', 'local'),
  ])
  expect(await voters()).toEqual(new Set(['jon', 'kit']))
})
