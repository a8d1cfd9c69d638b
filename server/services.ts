import { randomInt } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { readAgreement } from '../shared/document/agreement'
import { copyOfCanvas, countNotes } from '../shared/document/copy-canvas'
import { markRevealed, readDrafts } from '../shared/document/drafts'
import { readCanvas } from '../shared/document/projection'
import { changeOf, placesOf, showChange, showLate, wordsOf } from '../shared/document/reveal'
import { publishStage } from '../shared/document/stage'
import type { CanvasId, MemberId, NoteId, WorkshopId } from '../shared/domain/ids'
import { createAccess } from './access/access'
import { createDoorkeeper } from './access/doorkeeper'
import { withFreeCodes } from './access/free-codes'
import { newCode } from './access/join-code'
import { createLinkMaker, type DrawCode } from './access/links'
import { cookieName } from './api/middleware/session'
import { createBallots } from './ballots/ballot-service'
import type { Config } from './config'
import { createAttention } from './facilitation/attention-service'
import { createCopies } from './facilitation/copies-service'
import { createFacilitation } from './facilitation/facilitation-service'
import { createPeople } from './facilitation/people-service'
import type { After, CanvasRooms, CopiedRooms, DraftRooms, PeopleTold, Told } from './facilitation/ports'
import { createPrivateWriting } from './facilitation/private-writing'
import { createSignals } from './facilitation/signals-service'
import { createStage } from './facilitation/stage'
import type { Log } from './ops/log'
import { createAgreementService } from './records/agreement-service'
import type { WrittenTogether } from './records/ports'
import { createReportService } from './records/report-service'
import { createRoomRegistry, type RoomRegistry } from './rooms/room-registry'
import { createAccessStore } from './storage/access-store'
import { createActionStore } from './storage/action-store'
import { createBallotStore } from './storage/ballot-store'
import { createCopyStore } from './storage/copy-store'
import type { Database } from './storage/database'
import { createPeopleStore } from './storage/people-store'
import { createReportStore } from './storage/report-store'
import { createRevealStore } from './storage/reveal-store'
import { createRunStore } from './storage/run-store'
import { createSignalStore } from './storage/signal-store'
import { DatabaseUpdateLog } from './storage/update-log'
import { createWorkshopStore } from './storage/workshop-store'
import { createWorkshops } from './workshops/create'

export type ServiceParts = {
  config: Config
  database: Database
  secret: string
  log: Log
  now?: () => number
  /** How long somebody at a closed door is kept waiting for one answer. */
  heldMs?: number
  /** How long the close of a ballot is announced before it happens. */
  noticeMs?: number
  /** The clock of what happens later by itself; the test's own moves when the test says so. */
  after?: After
  /** In which order notes are shown; a test's own says it. */
  random?: () => number
  /** The codes of links; a test's own says them. */
  drawCode?: DrawCode
}

/** The cores and what they stand on. Cores know only their own ports; here those meet who implement them. */
export async function createServices(parts: ServiceParts) {
  const { config, database, secret, log, now = Date.now, heldMs, noticeMs, after = laterOn, random = evenly } = parts
  const accessStore = createAccessStore(database, now)
  const runStore = createRunStore(database, now)
  const updateLog = new DatabaseUpdateLog(database, { now })

  const doorkeeper = createDoorkeeper({
    store: accessStore,
    cookieName: cookieName(config),
    now,
    lockedActions: (workshopId) => agreement.lockedActions(workshopId),
  })
  const registry: RoomRegistry = createRoomRegistry({
    log: updateLog,
    doorkeeper,
    changed: (address) => {
      if (address.kind === 'drafts') writing.draftsChanged(address.workshopId, address.memberId)
    },
    closed: (address) => {
      if (address.kind === 'stage') leftByAll(address.workshopId)
    },
    fault: log.fault,
    ...(config.rateLimits ? {} : { limits: { rate: undefined } }),
  })
  const stage = createStage({
    room: {
      async write(workshopId, patch, rows, beforeSeen) {
        const room = { kind: 'stage', workshopId } as const
        await registry.write(room, (document) => publishStage(document, patch), rows, beforeSeen)
        if (patch.people) ballots.peopleChanged(workshopId)
      },
    },
    write: (rows) => database.write(rows),
    told: (workshopId, patch) => writing.stageTold(workshopId, patch),
  })
  /** The last page of a workshop was closed a while ago. */
  const leftByAll = (workshopId: WorkshopId) => {
    doorkeeper.closed(workshopId)
    stage.closed(workshopId)
    writing.stageClosed(workshopId)
  }
  const actions = createActionStore(database)
  const canvas: WrittenTogether['canvas'] = (canvasId) => registry.read({ kind: 'canvas', canvasId }, readCanvas)
  const written: WrittenTogether = {
    agreement: (workshopId) => registry.read({ kind: 'agreement', workshopId }, readAgreement),
    canvas,
    canvasOf: async (workshopId, canvasId) =>
      (await accessStore.workshopOfCanvas(canvasId)) === workshopId ? canvas(canvasId) : undefined,
  }
  const agreement = createAgreementService({ store: actions, stage, written })
  const ballots = createBallots({
    store: createBallotStore(database, now),
    stage,
    written: { ...written, actionsOf: agreement.actionsOf },
    now,
    fault: log.fault,
    ...(noticeMs ? { noticeMs } : {}),
  })
  const reports = createReportService({
    store: createReportStore(database),
    actions,
    written,
    now,
    breathe: setImmediate,
  })
  const links = createLinkMaker(parts.drawCode ?? newCode)
  const access = await createAccess({
    store: accessStore,
    stage,
    links,
    secret,
    now,
    left: (session, workshopId) => registry.leave(session, workshopId),
    ...(heldMs ? { heldMs } : {}),
  })
  /** They have seen the link that makes a facilitator of whoever opens it. */
  const replaceWhatTheySaw: PeopleTold['roleChanged'] = async (workshopId, { role }) => {
    if (role === 'facilitator') await access.links.replaceAll(workshopId, role)
  }
  const told: Told & PeopleTold = {
    rightsChanged: (workshopId) => registry.reviseAccess(workshopId),
    async memberRemoved(workshopId, member) {
      registry.removeMember(member.id)
      await replaceWhatTheySaw(workshopId, member)
    },
    roleChanged: replaceWhatTheySaw,
    doorChanged: (workshopId) => access.waiting.wake(workshopId),
    ended: (workshopId) => ballots.workshopEnded(workshopId),
  }
  const copies = createCopies({
    runs: runStore,
    store: createCopyStore(database, updateLog),
    rooms: copiedRooms(registry),
    stage,
    now,
    after,
    fault: log.fault,
  })
  const facilitation = createFacilitation({ store: runStore, stage, told, copies, now })
  const signals = createSignals({ store: createSignalStore(database), stage, fault: log.fault })
  const people = createPeople({ store: createPeopleStore(database, runStore), stage, told, now })
  const attention = createAttention({ store: runStore, stage, written, now })
  const writing = createPrivateWriting({
    runs: runStore,
    store: createRevealStore(database),
    ...privateRooms(registry),
    stage,
    told,
    secret,
    now,
    after,
    random,
    fault: log.fault,
  })
  await writing.resume()
  const workshops = createWorkshops({
    store: createWorkshopStore(database, updateLog),
    links: { ...links, withFreeCodes },
    creationKey: config.creationKey,
    now,
  })
  void ballots.resume().catch(log.fault)
  copies.takeSoon()
  return {
    config,
    access,
    workshops,
    facilitation,
    copies,
    signals,
    ballots,
    people,
    attention,
    agreement,
    reports,
    registry,
    stage,
    writing,
    now,
  }
}

/** The documents of private writing, as rooms hold them. */
function privateRooms(registry: RoomRegistry): { drafts: DraftRooms; canvases: CanvasRooms } {
  const ofMember = (workshopId: WorkshopId, memberId: MemberId) => ({ kind: 'drafts', workshopId, memberId }) as const
  const canvas = (canvasId: CanvasId) => ({ kind: 'canvas', canvasId }) as const
  return {
    drafts: {
      read: (workshopId, memberId) => registry.read(ofMember(workshopId, memberId), readDrafts),
      mark: (workshopId, memberId, marks) =>
        registry.write(ofMember(workshopId, memberId), (document) => markRevealed(document, marks)),
    },
    canvases: {
      wordsOf: (canvasId, ids) => registry.read(canvas(canvasId), (document) => wordsOf(document, ids)),
      async show(canvasId, notes, at, rows) {
        const places = await registry.read(canvas(canvasId), (document) => placesOf(document, notes))
        const change = await changeOf(places, { at, breathe: setImmediate })
        await registry.write(canvas(canvasId), (document) => showChange(document, change), rows)
      },
      async showLate(canvasId, notes, at) {
        let shown = new Map<NoteId, NoteId>()
        await registry.write(canvas(canvasId), (document) => {
          shown = showLate(document, notes, { at })
        })
        return shown
      },
    },
  }
}

/** The documents of canvases, now and as they were. */
function copiedRooms(registry: RoomRegistry): CopiedRooms {
  const canvas = (canvasId: CanvasId) => ({ kind: 'canvas', canvasId }) as const
  return {
    async keep(canvasId) {
      const { position, value } = await registry.keep(canvas(canvasId), countNotes)
      return { position, notes: value }
    },
    stateAt: (canvasId, position) => registry.earlierState(canvas(canvasId), position),
    copyAt: (canvasId, position) =>
      registry.readEarlier(canvas(canvasId), position, (document) => copyOfCanvas(document, setImmediate)),
  }
}

const laterOn: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}

/** From the system's own source: nobody can work out the order. */
const FINENESS = 2 ** 32
const evenly = () => randomInt(FINENESS) / FINENESS
