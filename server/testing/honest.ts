import type { CanvasDocument } from '../../shared/document/authorship'
import type { Deed } from '../../shared/domain/deeds'
import type { ClusterId, DrawingId, MemberId, NoteId, SectionId } from '../../shared/domain/ids'

export const AMINA = 'amina1' as MemberId
export const JON = 'jon001' as MemberId
export const NOW = 1_772_600_000_000

export type World = {
  document: CanvasDocument
  sections: SectionId[]
  clusters: ClusterId[]
  notes: { id: NoteId; author: MemberId; binned: boolean }[]
  drawings: { id: DrawingId; author: MemberId; binned: boolean }[]
  locked: ReadonlySet<string>
}

/** An edit that some view makes, what it needs, and the items and containers that must not be locked. */
export type Honest = { name: string; needs: Deed[]; on: string[]; edit: (document: CanvasDocument) => void }
