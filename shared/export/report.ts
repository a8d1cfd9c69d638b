import {
  type ActionDraft,
  type ActionState,
  type AgreementView,
  actionName,
  type Commitment,
  notAnswered,
  type PutAction,
  reviewDate,
  type Wording,
} from '../domain/action'
import type { StageState } from '../domain/agenda'
import type { ClosedBallot } from '../domain/ballot'
import type { CanvasView, ClusterView, NoteView } from '../domain/canvas-view'
import type { ActionId, MemberId } from '../domain/ids'
import type { Member } from '../domain/member'
import { countBySide } from '../domain/side'
import type { WorkshopState } from '../domain/workshop'
import { participationOf } from './participation'
import { createSupportOf, reportBallot } from './report-ballots'
import type { Report, ReportAction, ReportCluster, ReportNote } from './report-schema'

/** Everything a report is made of, as read from rows and documents at one moment. */
export type ReportSource = {
  workshop: WorkshopState & { createdAt: number }
  stage: StageState
  /** All who ever joined, those removed too, so that no note loses its author. */
  members: Member[]
  canvases: { title: string; view: CanvasView }[]
  agreement: AgreementView
  actions: PutAction[]
  /** As they were opened. */
  ballots: ClosedBallot[]
  /** Hash of each record, by action number. */
  recordHashes: ReadonlyMap<number, string>
  /** Who voted in a ballot that is closed; undefined when none is. */
  voters: ReadonlySet<MemberId> | undefined
  scope: Report['scope']
  now: number
}

export function makeReport(source: ReportSource): Report {
  const { workshop, scope } = source
  const present = source.members.filter((member) => member.removedAt === null)
  const everything = scope === 'everything'
  const { id, title, purpose, fixed, open, unknown, runBy, contact, attribution, banner, sides, createdAt, endedAt } =
    workshop
  return {
    format: 'concordat-report',
    version: 1,
    generatedAt: iso(source.now),
    scope,
    workshop: {
      ...{ id, title, purpose, fixed, open, unknown, runBy, contact, attribution, banner, sides },
      createdAt: iso(createdAt),
      endedAt: endedAt === null ? null : iso(endedAt),
    },
    joined: {
      participants: countBySide(present.filter((member) => member.role === 'participant')),
      facilitators: present.filter((member) => member.role === 'facilitator').length,
      observers: present.filter((member) => member.role === 'observer').length,
    },
    participation: participationOf(source),
    members: everything
      ? present.map(({ name, organisation, side, role }) => ({ name, organisation, side, role }))
      : [],
    actions: actionsOf(source).filter((action) => everything || action.state === 'record'),
    canvases: everything ? source.canvases.map((canvas) => canvasOf(canvas, source)) : [],
    ballots: everything ? source.ballots.map(reportBallot) : [],
    steps: stepsOf(source.stage),
  }
}

function actionsOf(source: ReportSource): ReportAction[] {
  const known = knownCommitments(source)
  const waits = (wording: Pick<Wording, 'commitments'>) => commitmentsOf(wording, known)
  const withdrawn = new Map(source.actions.filter((a) => a.status === 'withdrawn').map((a) => [a.id, a]))
  const numbered = source.actions.filter((action) => action.status !== 'withdrawn')
  const drafts = source.agreement.actions.filter((draft) => !numbered.some((action) => action.id === draft.id))
  const supportOf = createSupportOf(source.ballots)
  // the agreement document goes on saying from which proposal a numbered action was made
  const from = new Map(source.agreement.actions.map((draft) => [draft.id, draft.from?.clusterId]))
  return [
    ...numbered.map((action) => putAction(action, waits(action.wording), source.recordHashes)),
    ...drafts.map((draft) => draftAction(draft, waits(draft), withdrawn.get(draft.id))),
  ].map((action) => ({ ...action, support: supportOf(action.id, from.get(action.id as ActionId)) }))
}

function putAction(
  action: PutAction,
  commitments: ReportAction['commitments'],
  hashes: ReadonlyMap<number, string>,
): Omit<ReportAction, 'support'> {
  const { id, revision, wording, trail, asked, closedEarly, recordedAt } = action
  const state: ActionState = action.status
  return {
    ...{ id, number: actionName(action.number), state, revision },
    ...{ title: wording.title, residentChange: wording.residentChange, measure: wording.measure, commitments },
    ...{ proposal: trail.proposal, addresses: trail.barriers, asked, closedEarly },
    answers: action.answers.map(({ memberId: _, at, disputed, ...answer }) => ({
      ...answer,
      at: iso(at),
      disputed: disputed && { ...disputed, at: iso(disputed.at) },
    })),
    notAnswered: notAnswered(action),
    recordedAt: recordedAt === null ? null : iso(recordedAt),
    reviewOn: recordedAt === null ? null : reviewDate(recordedAt),
    hash: hashes.get(action.number) ?? action.hash,
  }
}

function draftAction(
  draft: ActionDraft,
  commitments: ReportAction['commitments'],
  was: PutAction | undefined,
): Omit<ReportAction, 'support'> {
  const { id, title, residentChange, measure } = draft
  return {
    ...{
      id,
      number: was ? actionName(was.number) : null,
      state: was ? 'withdrawn' : 'draft',
      revision: was?.revision ?? 0,
    },
    ...{
      title,
      residentChange,
      measure,
      commitments,
      proposal: null,
      addresses: [],
      asked: [],
      answers: [],
      notAnswered: [],
    },
    ...{ closedEarly: false, recordedAt: null, reviewOn: null, hash: null },
  }
}

type Known = ReadonlyMap<string, Pick<Commitment, 'id' | 'organisation' | 'what'>>

/** What a commitment may wait on. In a copy of what is signed nothing else is quoted, not even as what is waited for. */
function knownCommitments({ actions, agreement, scope }: ReportSource): Known {
  const signed = actions.filter((action) => action.status === 'record').map((action) => action.wording)
  const others = [...actions.map((action) => action.wording), ...agreement.actions]
  const wordings = scope === 'everything' ? [...others.reverse(), ...signed] : signed
  return new Map(wordings.flatMap(({ commitments }) => commitments.map((commitment) => [commitment.id, commitment])))
}

/** An action's own commitments first: ids are made up by clients, and another action may use one again. */
function commitmentsOf(wording: Pick<Wording, 'commitments'>, known: Known): ReportAction['commitments'] {
  const own: Known = new Map(wording.commitments.map((commitment) => [commitment.id, commitment]))
  return wording.commitments.map(({ waitsOn, ...commitment }) => ({
    ...commitment,
    waitsOn: waitsOn.flatMap((id) => {
      const other = own.get(id) ?? known.get(id)
      return other ? [{ id: other.id, organisation: other.organisation, what: other.what }] : []
    }),
  }))
}

function canvasOf(
  { title, view }: { title: string; view: CanvasView },
  { members, ballots }: Pick<ReportSource, 'members' | 'ballots'>,
): Report['canvases'][number] {
  const people = new Map(members.map((member) => [member.id, member]))
  const supportOf = createSupportOf(ballots)
  const titles = new Map(
    [...view.sections.flatMap((s) => s.clusters), ...view.loose.clusters].map((c) => [c.id, c.title]),
  )
  const cluster = (c: ClusterView): ReportCluster => ({
    ...{ id: c.id, title: c.title, kind: c.kind, residentChange: c.residentChange },
    support: supportOf(c.id),
    addresses: c.addresses.map((id) => ({ id, title: titles.get(id) ?? '' })),
    notes: c.notes.map((n) => noteOf(n, people)),
  })
  const notes = (list: NoteView[]) => list.map((n) => noteOf(n, people))
  return {
    title,
    sections: view.sections.map(({ title, prompt, parked, notes: notSorted, clusters }) => ({
      ...{ title, prompt, parked },
      notSorted: notes(notSorted),
      clusters: clusters.map(cluster),
    })),
    loose: { notSorted: notes(view.loose.notes), clusters: view.loose.clusters.map(cluster) },
    leftOut: view.leftOut,
  }
}

function noteOf({ id, text, side, author }: NoteView, people: ReadonlyMap<MemberId, Member>): ReportNote {
  const member = author ? people.get(author) : undefined
  return { id, text, side, author: member ? { name: member.name, organisation: member.organisation } : null }
}

function stepsOf(stage: StageState): Report['steps'] {
  const at = stage.steps.findIndex((step) => step.id === stage.currentStepId)
  return stage.steps.map(({ title, prompt, minutes }, index) => ({ title, prompt, minutes, reached: index <= at }))
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
