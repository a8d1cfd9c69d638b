import { describe, expect, test } from 'vitest'
import type { CanvasView, NoteView } from '../domain/canvas-view'
import type { MemberId, NoteId } from '../domain/ids'
import type { Member, Role } from '../domain/member'
import type { Side } from '../domain/side'
import { participationOf } from './participation'
import { shareBySide } from './words'

const NAMES = { central: 'Central', local: 'Local' }

function member(id: string, side: Side | null, role: Role = 'participant', removedAt: number | null = null): Member {
  return { id: id as MemberId, name: id, organisation: '', side, role, joinedAt: 1, removedAt }
}

const room = (...authors: (string | null)[]): { view: CanvasView } => {
  const notes = authors.map(
    (author, index): NoteView => ({
      ...{
        id: `n${index}` as NoteId,
        text: 'a',
        side: null,
        author: author as MemberId | null,
        createdAt: 1,
        at: null,
      },
    }),
  )
  return { view: { sections: [], loose: { notes, clusters: [] }, drawings: [], bin: [], leftOut: 0 } }
}

const people = [
  ...['amina', 'bo', 'cal'].map((id) => member(id, 'central')),
  ...['jon', 'kit', 'lou', 'mo'].map((id) => member(id, 'local')),
]
const workshop = {
  expected: [
    { name: 'Department', side: 'central' as const },
    { name: 'Westshire Council', side: 'local' as const },
  ],
  attribution: 'named' as const,
}
const nobodyVoted = { voters: undefined }

describe('who took part', () => {
  test('is counted by side, each author once over all canvases', () => {
    const canvases = [room('amina', 'amina', 'jon', null), room('amina', 'kit', 'somebody unknown')]
    const voters = new Set(['jon', 'kit', 'lou'] as MemberId[])
    expect(participationOf({ workshop, members: people, canvases, voters })).toEqual({
      invited: { central: 1, local: 1, other: 0, none: 0 },
      joined: { central: 3, local: 4, other: 0, none: 0 },
      wrote: {
        done: 3,
        of: 7,
        sides: { central: { done: 1, of: 3 }, local: { done: 2, of: 4 }, other: { done: 0, of: 0 } },
      },
      voted: {
        done: 3,
        of: 7,
        sides: { central: { done: 0, of: 3 }, local: { done: 3, of: 4 }, other: { done: 0, of: 0 } },
      },
    })
  })

  test('leaves out observers, facilitators without a side and whoever was removed', () => {
    const members = [
      ...people,
      member('oscar', null, 'observer'),
      member('sam', null, 'facilitator'),
      member('pat', 'central', 'facilitator'),
      member('gone', 'local', 'participant', 5),
    ]
    const canvases = [room('sam', 'pat', 'gone')]
    const { joined, wrote } = participationOf({ workshop, members, canvases, ...nobodyVoted })
    expect(joined).toEqual({ central: 4, local: 4, other: 0, none: 0 })
    expect(wrote).toMatchObject({ done: 1, of: 8 })
  })

  test('points at nobody: with fewer than three on a side the sides are not told apart', () => {
    const members = [...people, member('rae', 'other')]
    const { voted } = participationOf({ workshop, members, canvases: [], voters: new Set(['jon' as MemberId]) })
    expect(voted).toEqual({ done: 1, of: 8, sides: null })
    if (voted) expect(shareBySide(voted, NAMES)).toBe('1 of 8')
  })

  test('says nothing of votes before a ballot is closed, nor of authors where notes carry no names', () => {
    const safe = { ...workshop, attribution: 'safe-space' as const }
    const { wrote, voted } = participationOf({ workshop: safe, members: people, canvases: [], ...nobodyVoted })
    expect([wrote, voted]).toEqual([null, null])
  })
})

test('a share is said in all and by side', () => {
  const sides = { central: { done: 9, of: 14 }, local: { done: 11, of: 17 }, other: { done: 0, of: 0 } }
  expect(shareBySide({ done: 20, of: 31, sides }, NAMES)).toBe('20 of 31 (9 of 14 central, 11 of 17 local)')
})
