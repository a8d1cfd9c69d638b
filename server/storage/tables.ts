import { customType, index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import type { AskedOrganisation, Trail, Wording } from '../../shared/domain/action'
import { ANSWERS } from '../../shared/domain/action'
import { type Grace, SIGNALS, STEP_KINDS, type StepRight, type Timer, WRITING } from '../../shared/domain/agenda'
import type { Announcement, Spotlight } from '../../shared/domain/attention'
import type { BallotItem, Tally } from '../../shared/domain/ballot'
import type {
  ActionId,
  BallotId,
  CanvasId,
  CopyId,
  LinkId,
  MemberId,
  StepId,
  WorkshopId,
} from '../../shared/domain/ids'
import { ROLES } from '../../shared/domain/member'
import { SIDES } from '../../shared/domain/side'
import type { Turnout } from '../../shared/domain/turnout'
import { ATTRIBUTIONS, BANNERS, type ExpectedOrganisation } from '../../shared/domain/workshop'

// Conventions: text ids, instants as integer ms since 1970, JSON as text. Columns are typed by the domain, so that a
// row and the thing it stores cannot drift apart unseen.

/** Bytes as `Uint8Array`; drizzle's own blob column wants Node's Buffer and copies. */
const bytes = customType<{ data: Uint8Array; driverData: Uint8Array | ArrayBuffer }>({
  dataType: () => 'blob',
  fromDriver: (value) => (value instanceof Uint8Array ? value : new Uint8Array(value)),
  toDriver: (value) => value,
})

const flag = (name: string) => integer(name, { mode: 'boolean' })
const workshopId = () => text('workshop_id').$type<WorkshopId>().notNull()
const ofWorkshop = () => workshopId().references(() => workshops.id, { onDelete: 'cascade' })

/** The log of every document. The key is what keeps two writers of one room from both succeeding. */
export const updates = sqliteTable(
  'updates',
  {
    room: text('room').notNull(),
    epoch: text('epoch').notNull(),
    position: integer('position').notNull(),
    schemaVersion: integer('schema_version').notNull(),
    at: integer('at').notNull(),
    bytes: bytes('bytes').notNull(),
  },
  (table) => [primaryKey({ columns: [table.room, table.position] })],
)

/** Full states. The one with the highest position is loaded; older ones are kept for looking back. */
export const snapshots = sqliteTable(
  'snapshots',
  {
    room: text('room').notNull(),
    epoch: text('epoch').notNull(),
    position: integer('position').notNull(),
    schemaVersion: integer('schema_version').notNull(),
    at: integer('at').notNull(),
    state: bytes('state').notNull(),
  },
  (table) => [primaryKey({ columns: [table.room, table.position] })],
)

export const workshops = sqliteTable('workshops', {
  id: text('id').$type<WorkshopId>().primaryKey(),
  title: text('title').notNull(),
  purpose: text('purpose').notNull().default(''),
  fixed: text('fixed').notNull().default(''),
  open: text('open').notNull().default(''),
  unknown: text('unknown').notNull().default(''),
  template: text('template').notNull(),
  attribution: text('attribution', { enum: ATTRIBUTIONS }).notNull(),
  banner: text('banner', { enum: BANNERS }).notNull(),
  centralName: text('central_name').notNull(),
  localName: text('local_name').notNull(),
  /** The organisation that runs the workshop and holds its record. */
  runBy: text('run_by').notNull().default(''),
  contact: text('contact').notNull().default(''),
  expected: text('expected', { mode: 'json' }).$type<ExpectedOrganisation[]>().notNull(),
  door: text('door', { enum: ['open', 'closed'] })
    .notNull()
    .default('open'),
  locked: flag('locked').notNull().default(false),
  cursors: text('cursors', { enum: ['shown', 'hidden'] })
    .notNull()
    .default('shown'),
  currentStepId: text('current_step_id').$type<StepId>(),
  stageRevision: integer('stage_revision').notNull().default(0),
  timer: text('timer', { mode: 'json' }).$type<Timer>().notNull(),
  /** When the current step was entered, from which, how its clock stood, and what may still be finished. */
  movedAt: integer('moved_at'),
  cameFrom: text('came_from').$type<StepId>(),
  leftTimer: text('left_timer', { mode: 'json' }).$type<Timer>(),
  grace: text('grace', { mode: 'json' }).$type<Grace>(),
  plannedEndAt: integer('planned_end_at'),
  spotlight: text('spotlight', { mode: 'json' }).$type<Spotlight>(),
  announcement: text('announcement', { mode: 'json' }).$type<Announcement>(),
  /** The last action number given; numbers are never used again. */
  lastActionNumber: integer('last_action_number').notNull().default(0),
  createdAt: integer('created_at').notNull(),
  endedAt: integer('ended_at'),
})

export const canvases = sqliteTable(
  'canvases',
  {
    id: text('id').$type<CanvasId>().primaryKey(),
    workshopId: ofWorkshop(),
    title: text('title').notNull(),
    position: integer('position').notNull(),
    /** The copy that it was opened from; that may have been let go of since. */
    fromCopy: text('from_copy').$type<CopyId>(),
  },
  (table) => [index('canvases_of_workshop').on(table.workshopId, table.position)],
)

/**
 * A canvas as it was when a step was left: `position` names a full state of its room, which is kept for it. Null until it
 * has been taken; `at` is the moment of that state.
 */
export const canvasCopies = sqliteTable(
  'canvas_copies',
  {
    id: text('id').$type<CopyId>().primaryKey(),
    workshopId: ofWorkshop(),
    canvasId: text('canvas_id').$type<CanvasId>().notNull(),
    stepId: text('step_id').$type<StepId>().notNull(),
    stepTitle: text('step_title').notNull(),
    leftAt: integer('left_at').notNull(),
    at: integer('at'),
    position: integer('position'),
    notes: integer('notes'),
  },
  (table) => [
    index('canvas_copies_of_workshop').on(table.workshopId, table.leftAt),
    index('canvas_copies_of_canvas').on(table.canvasId, table.position),
  ],
)

export const steps = sqliteTable(
  'steps',
  {
    id: text('id').$type<StepId>().primaryKey(),
    workshopId: ofWorkshop(),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    prompt: text('prompt').notNull(),
    minutes: integer('minutes').notNull(),
    canvasId: text('canvas_id').$type<CanvasId>(),
    rights: text('rights', { mode: 'json' }).$type<StepRight[]>().notNull(),
    kind: text('kind', { enum: STEP_KINDS }).notNull().default('own'),
    writing: text('writing', { enum: WRITING }).notNull().default('open'),
    closesAtZero: flag('closes_at_zero').notNull().default(false),
    skipped: flag('skipped').notNull().default(false),
    /** Private notes were asked to be shown: they are at this instant, and were once `revealedAt` is set. */
    revealAt: integer('reveal_at'),
    revealedAt: integer('revealed_at'),
  },
  (table) => [index('steps_of_workshop').on(table.workshopId, table.position)],
)

export const members = sqliteTable(
  'members',
  {
    id: text('id').$type<MemberId>().primaryKey(),
    workshopId: ofWorkshop(),
    name: text('name').notNull(),
    organisation: text('organisation').notNull(),
    side: text('side', { enum: SIDES }),
    role: text('role', { enum: ROLES }).notNull(),
    linkId: text('link_id').$type<LinkId>(),
    joinedAt: integer('joined_at').notNull(),
    briefReadAt: integer('brief_read_at'),
    removedAt: integer('removed_at'),
  },
  (table) => [index('members_of_workshop').on(table.workshopId)],
)

/** A browser's stay. Only the hash of its id is kept, so the file alone opens no session. */
export const sessions = sqliteTable('sessions', {
  idHash: text('id_hash').primaryKey(),
  createdAt: integer('created_at').notNull(),
  seenAt: integer('seen_at').notNull(),
})

/** A session holds one membership in each of several workshops. */
export const sessionMembers = sqliteTable(
  'session_members',
  {
    sessionHash: text('session_hash')
      .notNull()
      .references(() => sessions.idHash, { onDelete: 'cascade' }),
    workshopId: ofWorkshop(),
    memberId: text('member_id')
      .$type<MemberId>()
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.sessionHash, table.workshopId] }),
    index('session_members_of_member').on(table.memberId),
  ],
)

export const links = sqliteTable(
  'links',
  {
    id: text('id').$type<LinkId>().primaryKey(),
    workshopId: ofWorkshop(),
    kind: text('kind', { enum: ['join', 'return', 'device'] }).notNull(),
    role: text('role', { enum: ROLES }).notNull(),
    side: text('side', { enum: SIDES }),
    memberId: text('member_id').$type<MemberId>(),
    code: text('code').notNull().unique(),
    /** Part of the token; raising it revokes every token shown before. */
    generation: integer('generation').notNull().default(1),
    expiresAt: integer('expires_at'),
    usedAt: integer('used_at'),
    revokedAt: integer('revoked_at'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('links_of_workshop').on(table.workshopId)],
)

/** People who wait at a closed door. */
export const waiting = sqliteTable(
  'waiting',
  {
    id: text('id').primaryKey(),
    workshopId: ofWorkshop(),
    sessionHash: text('session_hash').notNull(),
    linkId: text('link_id').$type<LinkId>().notNull(),
    /** Of the link when they asked: replaced since, it opens nothing for them. */
    linkGeneration: integer('link_generation').notNull().default(1),
    name: text('name').notNull(),
    organisation: text('organisation').notNull(),
    side: text('side', { enum: SIDES }),
    askedAt: integer('asked_at').notNull(),
    seenAt: integer('seen_at').notNull(),
    letInAt: integer('let_in_at'),
  },
  (table) => [index('waiting_of_workshop').on(table.workshopId), index('waiting_of_session').on(table.sessionHash)],
)

/** Actions that have their number. Their wording is frozen; a withdrawn one keeps its row and its number. */
export const actions = sqliteTable(
  'actions',
  {
    workshopId: ofWorkshop(),
    actionId: text('action_id').$type<ActionId>().notNull(),
    number: integer('number').notNull(),
    revision: integer('revision').notNull(),
    status: text('status', { enum: ['put', 'withdrawn', 'record'] }).notNull(),
    frozen: text('frozen', { mode: 'json' }).$type<{ wording: Wording; trail: Trail }>().notNull(),
    hash: text('hash').notNull(),
    asked: text('asked', { mode: 'json' }).$type<AskedOrganisation[]>().notNull(),
    putAt: integer('put_at').notNull(),
    closedAt: integer('closed_at'),
    closedEarly: flag('closed_early').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workshopId, table.actionId] }),
    unique('actions_number').on(table.workshopId, table.number),
  ],
)

/** Every answer ever given; the latest of an organisation to a revision counts. */
export const answers = sqliteTable(
  'answers',
  {
    id: text('id').primaryKey(),
    workshopId: ofWorkshop(),
    actionId: text('action_id').$type<ActionId>().notNull(),
    revision: integer('revision').notNull(),
    organisation: text('organisation').notNull(),
    organisationKey: text('organisation_key').notNull(),
    side: text('side', { enum: SIDES }).notNull(),
    memberId: text('member_id').$type<MemberId>().notNull(),
    name: text('name').notNull(),
    jobTitle: text('job_title').notNull(),
    answer: text('answer', { enum: ANSWERS }).notNull(),
    reason: text('reason').notNull().default(''),
    byDate: text('by_date'),
    at: integer('at').notNull(),
    disputedBy: text('disputed_by').$type<MemberId>(),
    disputeReason: text('dispute_reason'),
    disputedAt: integer('disputed_at'),
  },
  (table) => [index('answers_of_action').on(table.workshopId, table.actionId, table.revision, table.organisationKey)],
)

/** Records as signed: written once, superseded but never changed. */
export const records = sqliteTable(
  'records',
  {
    workshopId: ofWorkshop(),
    number: integer('number').notNull(),
    revision: integer('revision').notNull(),
    actionId: text('action_id').$type<ActionId>().notNull(),
    body: text('body', { mode: 'json' }).$type<unknown>().notNull(),
    hash: text('hash').notNull(),
    madeAt: integer('made_at').notNull(),
    closedEarly: flag('closed_early').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workshopId, table.number] })],
)

/** Several named people at one device. Whose turn it is, is the session's membership. */
export const seats = sqliteTable(
  'seats',
  {
    sessionHash: text('session_hash')
      .notNull()
      .references(() => sessions.idHash, { onDelete: 'cascade' }),
    workshopId: ofWorkshop(),
    memberId: text('member_id')
      .$type<MemberId>()
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    /** The order in which they sat down. */
    position: integer('position').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionHash, table.memberId] })],
)

/** *I'm ready*, *I need more time*: one a person and step. */
export const signals = sqliteTable(
  'signals',
  {
    workshopId: ofWorkshop(),
    stepId: text('step_id').$type<StepId>().notNull(),
    memberId: text('member_id').$type<MemberId>().notNull(),
    signal: text('signal', { enum: SIGNALS }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.workshopId, table.stepId, table.memberId] })],
)

export const ballots = sqliteTable(
  'ballots',
  {
    id: text('id').$type<BallotId>().primaryKey(),
    workshopId: ofWorkshop(),
    question: text('question').notNull(),
    items: text('items', { mode: 'json' }).$type<BallotItem[]>().notNull(),
    dots: integer('dots').notNull(),
    most: integer('most').notNull(),
    facilitatorsVote: flag('facilitators_vote').notNull(),
    openedAt: integer('opened_at').notNull(),
    /** Closing was asked for: no vote is taken from this instant on. */
    closesAt: integer('closes_at'),
    closedAt: integer('closed_at'),
    early: flag('early').notNull().default(false),
    /** Counted once, when it closed. */
    tally: text('tally', { mode: 'json' }).$type<Tally>(),
    turnout: text('turnout', { mode: 'json' }).$type<Turnout>(),
  },
  (table) => [index('ballots_of_workshop').on(table.workshopId, table.openedAt)],
)

/** The latest choice of each voter; it is read by its voter and by the count alone. */
export const votes = sqliteTable(
  'votes',
  {
    ballotId: text('ballot_id')
      .$type<BallotId>()
      .notNull()
      .references(() => ballots.id, { onDelete: 'cascade' }),
    memberId: text('member_id').$type<MemberId>().notNull(),
    side: text('side', { enum: SIDES }).notNull(),
    dots: text('dots', { mode: 'json' }).$type<Record<string, number>>().notNull(),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.ballotId, table.memberId] })],
)
