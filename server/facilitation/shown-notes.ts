import { createHmac } from 'node:crypto'
import { type Draft, type Revealed, stateOfDraft } from '../../shared/document/drafts'
import type { LateNote, ShownNote } from '../../shared/document/reveal'
import type { CanvasId, MemberId, NoteId } from '../../shared/domain/ids'
import type { NotePlace } from '../../shared/domain/place'

/** One member's drafts as they were read. */
export type Written = { memberId: MemberId; drafts: readonly Draft[] }

/**
 * The id under which a draft lies on a canvas: the same however often it is asked for, so that what was begun before a
 * crash is found again; and without the server's secret nobody can tell which draft it comes from.
 */
export function shownId(secret: string, memberId: MemberId, { id, revealed }: Draft): NoteId {
  const name = `shown note ${memberId} ${id} ${revealed?.times ?? 0}`
  return createHmac('sha256', secret).update(name).digest('hex').slice(0, 20) as NoteId
}

/** Drafts that nobody else has seen, of one canvas. */
export function waitingFor(canvasId: CanvasId, drafts: readonly Draft[]): Draft[] {
  return drafts.filter((draft) => draft.canvas === canvasId && stateOfDraft(draft) === 'waiting')
}

/** As everybody will see it. It keeps the side that it was written for, wherever its author stands now. */
export function shownNote(secret: string, memberId: MemberId, draft: Draft): ShownNote {
  const { text, side, place } = draft
  return { id: shownId(secret, memberId, draft), text, in: holderOf(place), side, author: memberId }
}

export function lateNote(secret: string, memberId: MemberId, draft: Draft): LateNote {
  const { revealed } = draft
  return {
    ...shownNote(secret, memberId, draft),
    instead: revealed && { id: revealed.id, reads: revealed.text },
  }
}

export function markOf(draft: Draft, shown: { id: NoteId; text: string }): Revealed {
  return { ...shown, times: (draft.revealed?.times ?? 0) + 1 }
}

/** A place that names nothing falls to the first section, as for every note. */
function holderOf(place: NotePlace): ShownNote['in'] {
  return (place.in ?? '') as ShownNote['in']
}

/** Fisher and Yates: every order is as likely as every other, if `random` is as good (0 ≤ random() < 1). */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const kept = mixed[last] as T
    mixed[last] = mixed[other] as T
    mixed[other] = kept
  }
  return mixed
}
