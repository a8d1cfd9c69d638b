import { z } from 'zod'
import { ACTION_STATES, ANSWERS } from '../domain/action'
import { SIGNALS, STEP_KINDS, STEP_RIGHTS, WRITING } from '../domain/agenda'
import { SPOTLIGHT_PAGES } from '../domain/attention'
import { CLUSTER_KINDS } from '../domain/cluster'
import { ROLES } from '../domain/member'
import { SIDES } from '../domain/side'
import { ATTRIBUTIONS, BANNERS } from '../domain/workshop'
import { memberBody, shareLink } from './http'
import { REFUSALS, type RefusalCode } from './refusals'

/** Bodies of every answer. Instants are ms since 1970, by the server's clock. */
const instant = z.number().int()
const side = z.enum(SIDES)
const expected = z.array(z.object({ name: z.string(), side }))
const sides = z.object({ central: z.string(), local: z.string() })

/** The codes by name, so that a machine may know them all. */
const refusalCode = z.enum(Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]])
export const refusalBody = z.object({
  refusal: refusalCode,
  field: z.string().optional(),
  detail: z.record(z.string(), z.unknown()).optional(),
})

export const canvasBody = z.object({ id: z.string(), title: z.string() })

export const workshopBody = z.object({
  id: z.string(),
  title: z.string(),
  purpose: z.string(),
  fixed: z.string(),
  open: z.string(),
  unknown: z.string(),
  runBy: z.string(),
  contact: z.string(),
  attribution: z.enum(ATTRIBUTIONS),
  banner: z.enum(BANNERS),
  sides,
  expected,
  door: z.enum(['open', 'closed']),
  locked: z.boolean(),
  cursors: z.enum(['shown', 'hidden']),
  endedAt: instant.nullable(),
  waiting: z.number().int(),
})
export type WorkshopBody = z.infer<typeof workshopBody>

export const createdBody = z.object({
  workshop: workshopBody,
  canvases: z.array(canvasBody),
  links: z.array(shareLink),
  member: memberBody,
})

export const lookBody = z.object({
  workshop: workshopBody.pick({
    id: true,
    title: true,
    purpose: true,
    runBy: true,
    contact: true,
    banner: true,
    sides: true,
    attribution: true,
  }),
  link: z.object({ role: z.enum(ROLES), side: side.nullable(), kind: z.enum(['join', 'return', 'device']) }),
  organisations: expected,
  /** The member that this browser already is there: joining changes nothing. */
  already: memberBody.nullable(),
  door: z.enum(['open', 'closed']),
  ended: z.boolean(),
})

/** The door is closed: ask `GET /api/join/waiting/:workshopId` until it answers otherwise. */
export const askedToWaitBody = z.object({ waiting: z.literal(true), workshopId: z.string() })
export const waitingBody = z.object({ state: z.enum(['in', 'waiting']) })

export const waitingListBody = z.object({
  waiting: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      organisation: z.string(),
      side: side.nullable(),
      role: z.enum(ROLES),
      askedAt: instant,
    }),
  ),
})

/** Who sits at the caller's device; `current`: whose turn it is. */
export const seatsBody = z.object({ current: z.string(), seats: z.array(memberBody) })
export const seatsLeftBody = seatsBody.extend({ current: z.string().nullable() })

export const meBody = z.object({
  memberships: z.array(
    z.object({
      workshop: workshopBody.pick({ id: true, title: true, endedAt: true }),
      member: memberBody,
      joinedAt: instant,
    }),
  ),
})

export const stepBody = z.object({
  id: z.string(),
  title: z.string(),
  prompt: z.string(),
  minutes: z.number(),
  canvasId: z.string().nullable(),
  rights: z.array(z.enum(STEP_RIGHTS)),
  kind: z.enum(STEP_KINDS),
  writing: z.enum(WRITING),
  closesAtZero: z.boolean(),
  skipped: z.boolean(),
  revealedAt: instant.nullable(),
})

export const timerBody = z.discriminatedUnion('is', [
  z.object({ is: z.literal('ready'), leftMs: z.number() }),
  z.object({ is: z.literal('running'), endsAt: instant }),
  z.object({ is: z.literal('paused'), leftMs: z.number() }),
])

export const stageBody = z.object({
  steps: z.array(stepBody),
  currentStepId: z.string().nullable(),
  timer: timerBody,
  revision: z.number().int(),
  movedAt: instant.nullable(),
  cameFrom: z.string().nullable(),
  leftTimer: timerBody.nullable(),
  grace: z.object({ until: instant, rights: z.array(z.enum(STEP_RIGHTS)) }).nullable(),
  plannedEndAt: instant.nullable(),
})

export const workshopPageBody = z.object({
  workshop: workshopBody,
  canvases: z.array(canvasBody),
  /** The steps, the same as in `stage`. */
  agenda: z.array(stepBody),
  stage: stageBody,
  member: memberBody.extend({ joinedAt: instant, briefReadAt: instant.nullable() }),
  now: instant,
})
export type WorkshopPageBody = z.infer<typeof workshopPageBody>

export const workshopChangedBody = z.object({ workshop: workshopBody })
export const stageChangedBody = z.object({ stage: stageBody })
/** What the caller says about the current step. */
export const signalBody = z.object({ stepId: z.string().nullable(), signal: z.enum(SIGNALS).nullable() })
export const draftsAddedBody = z.object({ added: z.int() })
export const memberChangedBody = z.object({ member: memberBody })
export const organisationsMergedBody = z.object({ members: z.array(memberBody), expected })
export const spotlightBody = z.object({
  spotlight: z
    .object({
      page: z.enum(SPOTLIGHT_PAGES),
      canvasId: z.string().nullable(),
      item: z.object({ is: z.enum(['section', 'cluster']), id: z.string() }).nullable(),
      title: z.string(),
      by: z.string(),
      at: instant,
    })
    .nullable(),
})
export const announcementBody = z.object({
  announcement: z.object({ text: z.string(), by: z.string(), at: instant }).nullable(),
})
/** As `CanvasCopy` in shared/domain/canvas-copy. */
export const copiesBody = z.object({
  copies: z.array(
    z.object({
      id: z.string(),
      canvasId: z.string(),
      stepId: z.string(),
      stepTitle: z.string(),
      leftAt: instant,
      at: instant,
      notes: z.int(),
      unchanged: z.boolean(),
      openedAs: z.string().nullable(),
    }),
  ),
  /** How many more are being taken. */
  pending: z.int(),
})
export const canvasOpenedBody = z.object({ canvas: canvasBody })
export const linksBody = z.object({ links: z.array(shareLink) })
export const linkBody = z.object({ link: shareLink.extend({ expiresAt: instant.nullable() }) })
export const doneBody = z.object({ done: z.literal(true) })
export const clockBody = z.object({ now: instant })

export const configBody = z.object({
  /** Creating a workshop asks for a key. */
  creationKey: z.boolean(),
  board: z.boolean(),
  /** Whether the addresses in join links reach other devices. */
  reach: z.enum(['this-computer', 'network']),
  /** Addresses of this machine in its networks, to suggest. */
  addresses: z.array(z.string()),
  /** Who runs this server, for its accessibility statement. */
  host: z.object({ name: z.string().nullable(), contact: z.string().nullable() }),
})

const counts = z.object({ central: z.int(), local: z.int(), other: z.int(), none: z.int() })
const station = z.object({ title: z.string(), notes: counts })
const asked = z.object({ name: z.string(), side })

/** An action that has its number, as `PutAction` in shared/domain/action. */
export const actionBody = z.object({
  id: z.string(),
  number: z.int(),
  revision: z.int(),
  status: z.enum(ACTION_STATES).exclude(['draft']),
  wording: z.object({
    id: z.string(),
    title: z.string(),
    residentChange: z.string(),
    measure: z.string(),
    commitments: z.array(
      z.object({
        id: z.string(),
        side,
        organisation: z.string(),
        person: z.string(),
        what: z.string(),
        by: z.string(),
        waitsOn: z.array(z.string()),
      }),
    ),
  }),
  trail: z.object({ proposal: station.nullable(), barriers: z.array(station) }),
  hash: z.string(),
  asked: z.array(asked),
  answers: z.array(
    asked.omit({ name: true }).extend({
      organisation: z.string(),
      memberId: z.string(),
      name: z.string(),
      jobTitle: z.string(),
      answer: z.enum(ANSWERS),
      reason: z.string(),
      byDate: z.string(),
      at: instant,
      disputed: z.object({ name: z.string(), reason: z.string(), at: instant }).nullable(),
    }),
  ),
  putAt: instant,
  recordedAt: instant.nullable(),
  closedEarly: z.boolean(),
})
export const actionChangedBody = z.object({ action: actionBody })

const share = z.object({ done: z.int(), of: z.int() })
const turnout = share.extend({ sides: z.object({ central: share, local: share, other: share }).nullable() })
const backing = z.object({ supporters: z.int(), dots: z.int() })
const ballotTerms = z.object({
  id: z.string(),
  question: z.string(),
  items: z.array(
    z.discriminatedUnion('is', [
      z.object({
        is: z.literal('cluster'),
        id: z.string(),
        canvasId: z.string(),
        kind: z.enum(CLUSTER_KINDS),
        title: z.string(),
      }),
      z.object({ is: z.literal('action'), id: z.string(), title: z.string() }),
    ]),
  ),
  dots: z.int(),
  most: z.int(),
  facilitatorsVote: z.boolean(),
  openedAt: instant,
})

/** A ballot as everybody sees it, as `Ballot` in shared/domain/ballot. */
export const ballotBody = z.discriminatedUnion('is', [
  ballotTerms.extend({ is: z.literal('open'), turnout, closesAt: instant.nullable() }),
  ballotTerms.extend({
    is: z.literal('closed'),
    turnout,
    closedAt: instant,
    early: z.boolean(),
    tally: z.object({
      voters: z.object({
        all: z.int(),
        sides: z.object({ central: z.int(), local: z.int(), other: z.int() }).nullable(),
      }),
      items: z.array(
        z.object({
          id: z.string(),
          all: backing.nullable(),
          sides: z.object({ central: backing, local: backing, other: backing.nullable() }).nullable(),
        }),
      ),
    }),
  }),
])
export const ballotChangedBody = z.object({ ballot: ballotBody })
/** Only ever one's own. */
export const ownVoteBody = z.object({ dots: z.record(z.string(), z.int()) })
