import { actionText, addAction, addCommitment, setCommitment } from '../../shared/document/agreement'
import { addCluster, addNotes, clusterText, linkBarriers } from '../../shared/document/edits'
import type { CanvasDocument } from '../../shared/document/first-state'
import {
  type CanvasId,
  type ClusterId,
  type MemberId,
  type NoteId,
  newId,
  type SectionId,
} from '../../shared/domain/ids'
import type { Member } from '../../shared/domain/member'
import type { Content } from './assemble'
import { ACTION, BARRIERS, PARKED, PEOPLE, type Person, PROPOSALS, type SampleNote, UNSORTED } from './sample-words'

const MINUTE = 60_000
const DAY = 86_400_000
/** "Choose what to take forward": the proposals are there, one action is drafted, the rest is to be tried. */
const STEP = 4

/** The sample's content, as five people would have left it within the last half hour. */
export function sampleContent(now: number): Content {
  const people = new Map(
    Object.entries(PEOPLE).map(([key, person], index) => [
      key as Person,
      memberOf(person, now - (50 - index) * MINUTE),
    ]),
  )
  const firstProposal = newId<'cluster'>()
  return {
    members: [...people.values()],
    step: STEP,
    fillCanvas: (document, sections) => new Writing(document, { people, now }).fill(sections, firstProposal),
    fillAgreement: (document, canvas) => draftAction(document, { canvasId: canvas, clusterId: firstProposal }, now),
  }
}

function memberOf(person: Pick<Member, 'name' | 'organisation' | 'side'>, joinedAt: number): Member {
  return { id: newId<'member'>(), ...person, role: 'participant', joinedAt, removedAt: null }
}

class Writing {
  #written = 0
  /** The last cluster of each section. */
  readonly #last = new Map<SectionId, string>()

  constructor(
    private readonly document: CanvasDocument,
    private readonly by: { people: ReadonlyMap<Person, Member>; now: number },
  ) {}

  fill([barriers, proposals, parked]: SectionId[], firstProposal: ClusterId): void {
    if (!barriers || !proposals || !parked) return
    const found = new Map(
      BARRIERS.map(({ key, title, notes }) => [key, this.#gather(barriers, 'barrier', title, notes)]),
    )
    PROPOSALS.forEach(({ title, residentChange, addresses, notes }, index) => {
      const id = this.#gather(proposals, 'proposal', title, notes, index === 0 ? firstProposal : newId())
      clusterText(this.document, id, 'residentChange')?.insert(0, residentChange)
      linkBarriers(
        this.document,
        id,
        addresses.flatMap((key) => found.get(key) ?? []),
      )
    })
    this.#write(barriers, UNSORTED)
    this.#write(parked, PARKED)
  }

  #gather(
    section: SectionId,
    kind: 'barrier' | 'proposal',
    title: string,
    notes: readonly SampleNote[],
    id: ClusterId = newId(),
  ): ClusterId {
    const spot = { in: section, after: this.#last.get(section) ?? null, before: null }
    addCluster(this.document, { id, title, kind, spot, notes: this.#write(section, notes), now: this.by.now })
    this.#last.set(section, id)
    return id
  }

  /** One after the other, two a minute. */
  #write(section: SectionId, notes: readonly SampleNote[]): NoteId[] {
    let after: string | null = null
    return notes.flatMap(([person, text]) => {
      const { people, now } = this.by
      const writer = people.get(person)
      const author = {
        member: (writer?.id ?? null) as MemberId | null,
        side: writer?.side ?? null,
        now: now - 40 * MINUTE + this.#written * 30_000,
      }
      this.#written += 1
      const { ids } = addNotes(this.document, { texts: [text], spot: { in: section, after, before: null }, author })
      after = ids[0] ?? after
      return ids
    })
  }
}

function draftAction(document: CanvasDocument, from: { canvasId: CanvasId; clusterId: ClusterId }, now: number): void {
  const [proposal] = PROPOSALS
  if (!proposal) return
  const action = addAction(document, { title: proposal.title, residentChange: proposal.residentChange, from })
  actionText(document, action, 'measure')?.insert(0, ACTION.measure)
  const made = ACTION.commitments.map(({ daysFromNow, ...commitment }) =>
    addCommitment(document, action, { ...commitment, by: isoDate(now + daysFromNow * DAY) }),
  )
  const [figures, page] = made
  if (figures && page) setCommitment(document, action, page, { waitsOn: [figures] })
}

function isoDate(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}
