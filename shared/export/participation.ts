import { allNotes, type CanvasView } from '../domain/canvas-view'
import type { MemberId } from '../domain/ids'
import type { Member } from '../domain/member'
import { countBySide } from '../domain/side'
import { turnoutOf } from '../domain/turnout'
import type { WorkshopState } from '../domain/workshop'
import type { Report } from './report-schema'

type Source = {
  workshop: Pick<WorkshopState, 'expected' | 'attribution'>
  members: readonly Member[]
  canvases: readonly { view: CanvasView }[]
  voters: ReadonlySet<MemberId> | undefined
}

/**
 * Who was invited, joined, wrote and voted, as counts. The people counted are everywhere the same: who is or was in and was
 * not removed, observers and facilitators without a side left out. Of those who wrote or voted the sides are told apart only
 * where each has `LEAST_OF_A_SIDE` people, so that no figure points at anybody who did not.
 */
export function participationOf({ workshop, members, canvases, voters }: Source): Report['participation'] {
  const joined = members.filter(takesPart)
  const authors = new Set(canvases.flatMap(({ view }) => allNotes(view).flatMap(({ author }) => author ?? [])))
  return {
    invited: countBySide(workshop.expected),
    joined: countBySide(joined),
    wrote: workshop.attribution === 'named' ? turnoutOf(joined, authors) : null,
    voted: voters ? turnoutOf(joined, voters) : null,
  }
}

function takesPart({ role, side, removedAt }: Member): boolean {
  if (removedAt !== null || role === 'observer') return false
  return role === 'participant' || side !== null
}
