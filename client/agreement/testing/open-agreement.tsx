import { render } from '@solidjs/testing-library'
import { createStore, type SetStoreFunction } from 'solid-js/store'
import { vi } from 'vitest'
import { addAction, addCommitment, readAgreement } from '../../../shared/document/agreement'
import { addCluster, clusterText, linkBarriers } from '../../../shared/document/edits'
import { fillCanvas } from '../../../shared/document/new-canvas'
import type { ActionDraft, Answer, PutAction } from '../../../shared/domain/action'
import type { ClusterKind } from '../../../shared/domain/cluster'
import {
  type ActionId,
  type CanvasId,
  type ClusterId,
  type CommitmentId,
  type MemberId,
  newId,
} from '../../../shared/domain/ids'
import type { Member } from '../../../shared/domain/member'
import type { Side } from '../../../shared/domain/side'
import type { ClusterSpot } from '../../../shared/domain/spot'
import type { StageView } from '../../../shared/domain/stage-view'
import { wordingHash, wordingOf } from '../../../shared/domain/wording-hash'
import { openCopies } from '../../../shared/testing/copies'
import { LiveRegion } from '../../ui/live-region'
import { Toasts } from '../../ui/toast'
import { person, workshopOf } from '../../workshop/testing/workshop-of'
import { WorkshopInsideProvider } from '../../workshop/workshop-context'
import { AgreementView } from '../agreement-view'

type Document = ReturnType<ReturnType<ReturnType<typeof workshopOf>['roomOf']>['document']>

export const DEPARTMENT = 'Department'
export const NORTHSHIRE = 'Northshire Council'
export const WESTSHIRE = 'Westshire Council'

function from(organisation: string, name: string, side: Side | null, role?: Member['role']): Member {
  return { ...person(name, side, role), organisation }
}
export const amina = from(DEPARTMENT, 'Amina', 'central')
export const jon = from(NORTHSHIRE, 'Jon', 'local')
export const jo = from('northshire council', 'Jo', 'local')
export const wes = from(WESTSHIRE, 'Wes', 'local')
export const fay = from('', 'Fay', null, 'facilitator')
export const oscar = from('Audit Office', 'Oscar', null, 'observer')
const EVERYBODY = [amina, jon, jo, fay, oscar]

/** Copies of one agreement document, one a person. */
export function copies(): { mine: Document; theirs: Document; settle: () => void } {
  const { documents, settle } = openCopies(2)
  const [mine, theirs] = documents
  if (!mine || !theirs) throw new Error('two copies were asked for')
  return { mine, theirs, settle }
}

/** The agreement page as one person sees it; `document` is theirs, `setStage` tells what the server would. */
export function openAgreement(options: {
  me: Member
  people?: Member[]
  actions?: PutAction[]
  document?: Document
  /** Titles of canvases, each with one section. */
  canvases?: string[]
}) {
  const { inside, roomOf, setMayEdit, setAllowed } = workshopOf({ me: options.me, people: options.people ?? EVERYBODY })
  const room = roomOf({ kind: 'agreement', workshopId: inside.workshop.id })
  if (options.document) room.replace(options.document)
  const canvases = (options.canvases ?? []).map((title) => ({ id: newId<'canvas'>(), title }))
  const { workshop } = inside.workshop.stage
  const [stage, setStage] = createStore<StageView>({
    ...inside.workshop.stage,
    workshop: workshop && { ...workshop, canvases },
    actions: options.actions ?? [],
  })
  const canvasOf = (title: string) => {
    const id = canvases.find((canvas) => canvas.title === title)?.id ?? newId<'canvas'>()
    return writeOn(id, roomOf({ kind: 'canvas', canvasId: id }).document())
  }
  const page = render(() => (
    <WorkshopInsideProvider inside={{ ...inside, workshop: { ...inside.workshop, stage } }}>
      <AgreementView />
      <LiveRegion />
      <Toasts />
    </WorkshopInsideProvider>
  ))
  return { ...page, room, document: room.document, stage, setStage, setMayEdit, setAllowed, canvasOf }
}

/** A canvas with one section that takes clusters. */
function writeOn(id: CanvasId, document: Document) {
  const frame = { x: 0, y: 0, w: 800, h: 400 }
  const section = { title: 'Ideas', prompt: '', layout: 'flow' as const, frame, kind: 'proposal' as const }
  const [into] = fillCanvas(document, { title: 'Canvas', sections: [section] })
  return {
    id,
    add(cluster: { kind: ClusterKind; title: string; residentChange?: string }): ClusterId {
      const spot: ClusterSpot = { in: into ?? newId<'section'>(), after: null, before: null }
      const added = addCluster(document, { ...cluster, spot, now: 1 })
      clusterText(document, added.id, 'residentChange')?.insert(0, cluster.residentChange ?? '')
      return added.id
    },
    link: (proposal: ClusterId, barrier: ClusterId) => linkBarriers(document, proposal, [barrier]),
  }
}

/** A draft with one commitment a side, as written by somebody earlier. */
export function writeDraft(
  document: Document,
  options: { title?: string; sides?: Side[] } = {},
): { action: ActionId; commitments: CommitmentId[] } {
  const { title = 'One report replaces four', sides = ['central', 'local'] } = options
  const action = addAction(document, { title, residentChange: 'Time with a caseworker', from: null })
  const words = {
    central: { organisation: DEPARTMENT, what: 'withdraw three returns' },
    local: { organisation: NORTHSHIRE, what: 'report monthly' },
    other: { organisation: 'Shelter', what: 'read the drafts' },
  }
  const commitments = sides.flatMap((side) => addCommitment(document, action, { side, ...words[side] }) ?? [])
  return { action, commitments }
}

export function draftIn(document: Document): ActionDraft {
  const [draft] = readAgreement(document).actions
  if (!draft) throw new Error('no draft was written')
  return draft
}

/** The draft as the server would publish it once it was put to agreement. */
export function putOf(draft: ActionDraft, more: Partial<PutAction> = {}): PutAction {
  const wording = wordingOf(draft)
  return {
    ...{ id: draft.id, number: 1, revision: 1, status: 'put', wording, hash: wordingHash(wording) },
    asked: [
      { name: DEPARTMENT, side: 'central' },
      { name: NORTHSHIRE, side: 'local' },
    ],
    ...{ trail: { proposal: null, barriers: [] }, answers: [], putAt: 5, recordedAt: null, closedEarly: false },
    ...more,
  }
}

export function answerBy(member: Member, more: Partial<Answer> = {}): Answer {
  return {
    ...{ organisation: member.organisation, side: member.side ?? 'other', memberId: member.id as MemberId },
    ...{
      name: member.name,
      jobTitle: 'Head of housing',
      answer: 'agree',
      reason: '',
      byDate: '',
      at: 7,
      disputed: null,
    },
    ...more,
  }
}

type Sent = { path: string; body: Record<string, unknown> }

/** Stands in for the server: keeps what was sent, answers what the test says. */
export function serverSays(...replies: { status: number; body: unknown }[]): Sent[] {
  const sent: Sent[] = []
  vi.stubGlobal('fetch', async (path: string, init?: { body?: string }) => {
    sent.push({ path, body: JSON.parse(init?.body ?? '{}') as Record<string, unknown> })
    const { status, body } = replies[sent.length - 1] ?? replies.at(-1) ?? { status: 200, body: {} }
    return new Response(JSON.stringify(body), { status })
  })
  return sent
}

export type SetStage = SetStoreFunction<StageView>
