import { z } from 'zod'
import { ACTION_STATES, ANSWERS } from '../domain/action'
import { CLUSTER_KINDS } from '../domain/cluster'
import { ROLES } from '../domain/member'
import { SIDES } from '../domain/side'
import { ATTRIBUTIONS, BANNERS } from '../domain/workshop'

/**
 * A workshop as it leaves the server: one report, from which every format is made. This schema is served as JSON Schema,
 * and the JSON export is the report itself. Instants are ISO 8601 in UTC, dates YYYY-MM-DD, all text plain text.
 */
const side = z.enum(SIDES)
const instant = z.iso.datetime()
const counts = z.object({ central: z.int(), local: z.int(), other: z.int(), none: z.int() })

const share = z.object({ done: z.int(), of: z.int() })
const turnout = share.extend({ sides: z.object({ central: share, local: share, other: share }).nullable() })

const note = z.object({
  id: z.string(),
  text: z.string(),
  side: side.nullable(),
  author: z.object({ name: z.string(), organisation: z.string() }).nullable(),
})

const supporters = z.object({ supporters: z.int(), voters: z.int(), dots: z.int() })
/**
 * What a ballot found for one thing. `supporters`: people who gave it at least one dot. Figures that would point at one or
 * two people are null. `commonGround`: the lower of central's and local's supporters ÷ voters, 0 to 1.
 */
const support = z.object({
  all: supporters.nullable(),
  sides: z.object({ central: supporters, local: supporters, other: supporters.nullable() }).nullable(),
  commonGround: z.number().nullable(),
  /** From 1; shared by those that tie; null where there was nothing to rank by. */
  rank: z.int().nullable(),
  tied: z.boolean(),
})

/** A closed ballot: what was found, never who voted for what. Items are in the order of their rank. */
const ballot = z.object({
  question: z.string(),
  dots: z.int(),
  most: z.int(),
  facilitatorsVote: z.boolean(),
  openedAt: instant,
  closedAt: instant,
  /** Closed before everybody had voted. */
  closedEarly: z.boolean(),
  /** How many voted, of how many who might have. */
  turnout: share.extend({ sides: z.object({ central: share, local: share, other: share }).nullable() }),
  rankedBy: z.enum(['common-ground', 'all', 'nothing']),
  /** What is left out because it would point at somebody. */
  hidden: z.enum(['nothing', 'everything', 'sides', 'other']),
  items: z.array(support.extend({ id: z.string(), kind: z.enum(['cluster', 'action']), title: z.string() })),
})

const cluster = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(CLUSTER_KINDS),
  residentChange: z.string(),
  /** Of the latest ballot that it was on. */
  support: support.nullable(),
  addresses: z.array(z.object({ id: z.string(), title: z.string() })),
  notes: z.array(note),
})

const section = z.object({
  title: z.string(),
  prompt: z.string(),
  parked: z.boolean(),
  notSorted: z.array(note),
  clusters: z.array(cluster),
})

const commitment = z.object({
  id: z.string(),
  side,
  organisation: z.string(),
  person: z.string(),
  what: z.string(),
  by: z.string(),
  waitsOn: z.array(z.object({ id: z.string(), organisation: z.string(), what: z.string() })),
})

const answer = z.object({
  organisation: z.string(),
  side,
  name: z.string(),
  jobTitle: z.string(),
  answer: z.enum(ANSWERS),
  reason: z.string(),
  byDate: z.string(),
  at: instant,
  disputed: z.object({ name: z.string(), reason: z.string(), at: instant }).nullable(),
})

const station = z.object({ title: z.string(), notes: counts })

const action = z.object({
  id: z.string(),
  /** "A1"; null while it is a draft that was never put to agreement. */
  number: z.string().nullable(),
  state: z.enum(ACTION_STATES),
  revision: z.int(),
  title: z.string(),
  residentChange: z.string(),
  measure: z.string(),
  commitments: z.array(commitment),
  proposal: station.nullable(),
  addresses: z.array(station),
  /** Of the latest ballot on it or on the proposal that it was made from. */
  support: support.nullable(),
  asked: z.array(z.object({ name: z.string(), side })),
  answers: z.array(answer),
  notAnswered: z.array(z.object({ name: z.string(), side })),
  closedEarly: z.boolean(),
  recordedAt: instant.nullable(),
  reviewOn: z.iso.date().nullable(),
  /** SHA-256 of the record, hex; of the wording while it waits for answers. */
  hash: z.string().nullable(),
})

export const reportSchema = z.object({
  format: z.literal('concordat-report'),
  version: z.literal(1),
  generatedAt: instant,
  /** What the reader was allowed to see: an observer's report has only what is signed. */
  scope: z.enum(['everything', 'signed']),
  workshop: z.object({
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
    sides: z.object({ central: z.string(), local: z.string() }),
    createdAt: instant,
    endedAt: instant.nullable(),
  }),
  /** Participants who joined, by side; facilitators and observers apart. */
  joined: z.object({ participants: counts, facilitators: z.int(), observers: z.int() }),
  /**
   * How many took part: organisations invited, people joined (facilitators who stand on a side too), and of them how many
   * wrote a note and voted. `sides` is null where they are too few to be told apart; `wrote` where notes carry no names,
   * `voted` where no ballot is closed.
   */
  participation: z.object({
    invited: counts,
    joined: counts,
    wrote: turnout.nullable(),
    voted: turnout.nullable(),
  }),
  members: z.array(
    z.object({ name: z.string(), organisation: z.string(), side: side.nullable(), role: z.enum(ROLES) }),
  ),
  actions: z.array(action),
  canvases: z.array(
    z.object({
      title: z.string(),
      sections: z.array(section),
      loose: z.object({ notSorted: z.array(note), clusters: z.array(cluster) }),
      leftOut: z.int(),
    }),
  ),
  /** As they were opened. */
  ballots: z.array(ballot),
  steps: z.array(z.object({ title: z.string(), prompt: z.string(), minutes: z.int(), reached: z.boolean() })),
})

export type Report = z.infer<typeof reportSchema>
export type ReportAction = Report['actions'][number]
export type ReportCluster = z.infer<typeof cluster>
export type ReportNote = z.infer<typeof note>
export type ReportSupport = z.infer<typeof support>
export type ReportBallot = z.infer<typeof ballot>
