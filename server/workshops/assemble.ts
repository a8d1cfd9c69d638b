import { type CanvasDocument, firstState } from '../../shared/document/first-state'
import { fillCanvas } from '../../shared/document/new-canvas'
import { publishStage } from '../../shared/document/stage'
import { AT_THE_START, readyTimer, type StageState, type Step } from '../../shared/domain/agenda'
import { type CanvasId, newId, type SectionId, type WorkshopId } from '../../shared/domain/ids'
import type { Member } from '../../shared/domain/member'
import { roomName } from '../../shared/domain/room'
import type { Template } from '../../shared/domain/template'
import type { CanvasSummary, WorkshopState } from '../../shared/domain/workshop'
import type { NewWorkshopBody } from '../../shared/protocol/http'
import type { LinkMaker, NewWorkshop } from './ports'

/** The session in which it is made; `isNew` has no row yet. */
export type Founder = { hash: string; isNew: boolean }

/** What a workshop may start with beyond its template. */
export type Content = {
  members: Member[]
  /** The step it stands at, counted from 0. */
  step: number
  fillCanvas(document: CanvasDocument, sections: SectionId[]): void
  fillAgreement(document: CanvasDocument, canvas: CanvasId): void
}

type Plan = { given: NewWorkshopBody; template: Template; content?: Content | undefined }
type Making = { session: Founder; links: LinkMaker; now: number }

/** Everything that is stored of a new workshop. */
export function assemble({ given, template, content }: Plan, { session, links, now }: Making): NewWorkshop {
  const id = newId<'workshop'>()
  const canvases = template.canvases.map(({ title }) => ({ id: newId<'canvas'>(), title }))
  const state = startingState(id, given, canvases)
  const stage = startingStage(template, canvases, content?.step ?? 0)
  const founder: Member = { id: newId(), ...given.facilitator, role: 'facilitator', joinedAt: now, removedAt: null }
  const members = [founder, ...(content?.members ?? [])]
  const firstCanvas = canvases[0]
  return {
    state,
    template: template.id,
    createdAt: now,
    canvases,
    stage,
    members,
    founder: { member: founder, sessionHash: session.hash, sessionIsNew: session.isNew },
    links: [...links.joinLinks(id, now), links.returnLink({ ...founder, workshopId: id }, now)],
    documents: [
      ...canvases.map((canvas, index) => ({
        room: roomName({ kind: 'canvas', canvasId: canvas.id }),
        state: canvasState(template, index, content),
      })),
      {
        room: roomName({ kind: 'agreement', workshopId: id }),
        state: firstState((document) => firstCanvas && content?.fillAgreement(document, firstCanvas.id)),
      },
      {
        room: roomName({ kind: 'stage', workshopId: id }),
        state: firstState((document) => publishStage(document, { workshop: state, stage, people: members })),
      },
    ],
  }
}

function canvasState(template: Template, index: number, content: Content | undefined): Uint8Array {
  return firstState((document) => {
    const canvas = template.canvases[index]
    const sections = canvas ? fillCanvas(document, canvas) : []
    if (index === 0) content?.fillCanvas(document, sections)
  })
}

function startingState(id: WorkshopId, given: NewWorkshopBody, canvases: CanvasSummary[]): WorkshopState {
  const { title, purpose, fixed, open, unknown, runBy, contact, attribution, banner, sides, expected } = given
  const brief = { title, purpose, fixed, open, unknown, runBy, contact }
  return {
    ...brief,
    id,
    attribution,
    banner,
    sides,
    expected,
    canvases,
    door: 'open',
    locked: false,
    cursors: 'shown',
    endedAt: null,
    waiting: 0,
  }
}

function startingStage(template: Template, canvases: CanvasSummary[], at: number): StageState {
  const steps = template.steps.map(
    ({ onCanvas, ...step }): Step => ({
      writing: 'open',
      ...step,
      id: newId<'step'>(),
      canvasId: onCanvas ? (canvases[0]?.id ?? null) : null,
      closesAtZero: false,
      skipped: false,
      revealedAt: null,
    }),
  )
  const current = steps[at]
  const timer = current ? readyTimer(current) : AT_THE_START.timer
  return { ...AT_THE_START, steps, currentStepId: current?.id ?? null, timer }
}
