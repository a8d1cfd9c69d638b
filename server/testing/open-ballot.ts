import { addCluster, deleteCluster } from '../../shared/document/edits'
import { readCanvas } from '../../shared/document/projection'
import type { Ballot } from '../../shared/domain/ballot'
import { allClusters } from '../../shared/domain/canvas-view'
import type { ClusterId } from '../../shared/domain/ids'
import type { MemberBody, OpenBallotBody } from '../../shared/protocol/http'
import type { RefusalBody } from '../../shared/protocol/refusals'
import type { Browser, Came } from './browser'
import type { CreatedWorkshop, TestServer } from './open-server'

export type BallotCame = Came<{ ballot: Ballot } & RefusalBody>
export type VoteCame = Came<{ dots: Record<string, number> } & RefusalBody>
export type Voting = { browser: Browser; member: MemberBody }

const ANYWHERE = { in: null, x: 0, y: 0 } as const
/** The step of the default agenda in which people vote, counted from 0. */
const PRIORITISE = 4

/** A workshop that stands where people vote, with three proposals; its commands as sentences of a test. */
export async function openVoting(server: TestServer, { step = PRIORITISE }: { step?: number } = {}) {
  const made = await server.create({ freely: false })
  const { facilitator, workshop, canvas, link } = made
  for (let revision = 0; revision < step; revision += 1)
    await facilitator.post(`/api/workshops/${workshop.id}/steps/next`, { revision })
  const board = await facilitator.open({ kind: 'canvas', canvasId: canvas.id })
  const titles = ['One outcomes report', 'One settlement', 'A shared service']
  const ids = titles.map(
    (title) => addCluster(board.document, { title, kind: 'proposal', spot: ANYWHERE, now: 1 }).id,
  ) as [ClusterId, ClusterId, ClusterId]
  const reader = await facilitator.open({ kind: 'canvas', canvasId: canvas.id })
  await reader.until((document) => document.getMap('clusters').size >= titles.length)
  const at = `/api/workshops/${workshop.id}/ballots`
  const items = ids.map((id) => ({ is: 'cluster' as const, id, canvasId: canvas.id }))

  const open = (given: Partial<OpenBallotBody> = {}, by = facilitator): Promise<BallotCame> =>
    by.post(at, { question: 'Which would you take forward?', items, ...given })
  const command = (ballot: string, path: 'close' | 'call-off' | 'again', body: object = {}): Promise<BallotCame> =>
    facilitator.post(`${at}/${ballot}/${path}`, body)
  const vote = (ballot: string, who: { browser: Browser }, dots: unknown): Promise<VoteCame> =>
    who.browser.send('PUT', `${at}/${ballot}/vote`, { dots })
  const ownVote = (ballot: string, who: { browser: Browser }): Promise<VoteCame> =>
    who.browser.get(`${at}/${ballot}/vote`)
  /** Deletes one of them, and resolves when the server knows. */
  const remove = async (id: ClusterId): Promise<void> => {
    deleteCluster(board.document, { id, notes: [], to: ANYWHERE, now: 2 })
    const late = await facilitator.open({ kind: 'canvas', canvasId: canvas.id })
    await late.until((document) => !allClusters(readCanvas(document)).some((cluster) => cluster.id === id))
  }
  return { ...made, at, ids, remove, items, board, open, command, vote, ownVote, people: peopleOf(server, link) }
}

/** Brings so many of a side in. */
function peopleOf(server: TestServer, link: CreatedWorkshop['link']) {
  let number = 0
  return async (side: 'central' | 'local' | 'other', count: number): Promise<Voting[]> => {
    const came: Voting[] = []
    while (came.length < count) {
      number += 1
      const name = `${side} ${number}`
      came.push(await server.join(link(side), { name, organisation: `${name}'s office` }))
    }
    return came
  }
}
