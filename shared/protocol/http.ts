import { z } from 'zod'
import { ANSWERS } from '../domain/action'
import { SIGNALS, STEP_KINDS, STEP_RIGHTS, WRITING } from '../domain/agenda'
import { SPOTLIGHT_PAGES } from '../domain/attention'
import { BALLOT_LIMITS } from '../domain/ballot'
import { ROLES } from '../domain/member'
import { SIDES } from '../domain/side'
import { ATTRIBUTIONS, BANNERS } from '../domain/workshop'
import { LIMITS } from './limits'

/** Bodies of every request, parsed at the door. Text is trimmed; what is too long is refused with the field's name, never cut. */
const line = (most: number) => z.string().trim().max(most)
const needed = (most: number) => z.string().trim().min(1).max(most)
const side = z.enum(SIDES)
const isoDate = z.union([z.iso.date(), z.literal('')])

export const createWorkshop = z.object({
  title: needed(LIMITS.title),
  purpose: line(LIMITS.brief).default(''),
  fixed: line(LIMITS.brief).default(''),
  open: line(LIMITS.brief).default(''),
  unknown: line(LIMITS.brief).default(''),
  runBy: line(LIMITS.organisation).default(''),
  contact: line(LIMITS.organisation).default(''),
  facilitator: z
    .object({
      name: needed(LIMITS.name),
      organisation: line(LIMITS.organisation).default(''),
      side: side.nullable().default(null),
    })
    .default({ name: 'Facilitator', organisation: '', side: null }),
  template: z.string().default('barriers-and-proposals'),
  attribution: z.enum(ATTRIBUTIONS).default('named'),
  sides: z
    .object({ central: needed(LIMITS.name), local: needed(LIMITS.name) })
    .default({ central: 'Central', local: 'Local' }),
  banner: z.enum(BANNERS).default('none'),
  expected: z
    .array(z.object({ name: needed(LIMITS.organisation), side }))
    .max(LIMITS.expectedOrganisations)
    .default([]),
  /** Asked for only when the host set CREATION_KEY. */
  creationKey: z.string().max(200).optional(),
})
export type CreateWorkshop = z.input<typeof createWorkshop>
export type NewWorkshopBody = z.output<typeof createWorkshop>

export const createSample = createWorkshop.pick({ creationKey: true })

/** Which link: by its token (from the address) or its code (read aloud, case and spaces do not matter). */
const whichLink = { token: z.string().max(200).optional(), code: z.string().max(60).optional() }

export const lookAtLink = z.object(whichLink)

export const join = z.object({
  ...whichLink,
  name: line(LIMITS.name).default(''),
  organisation: line(LIMITS.organisation).default(''),
  side: side.nullish(),
  /** The person says that they are not the member with the same name and organisation. */
  asSomebodyElse: z.boolean().default(false),
})
export type Join = z.input<typeof join>

/** Somebody sits down at the caller's device; what is not said is as the caller's own. */
export const addSeat = z.object({
  name: line(LIMITS.name),
  organisation: line(LIMITS.organisation).optional(),
  side: side.optional(),
  asSomebodyElse: z.boolean().default(false),
})

export const editBrief = createWorkshop
  .pick({ title: true })
  .extend({
    purpose: line(LIMITS.brief),
    fixed: line(LIMITS.brief),
    open: line(LIMITS.brief),
    unknown: line(LIMITS.brief),
    runBy: line(LIMITS.organisation),
    contact: line(LIMITS.organisation),
  })
  .partial()

export const setDoor = z.object({ door: z.enum(['open', 'closed']) })
export const setLock = z.object({ locked: z.boolean() })
export const setCursors = z.object({ cursors: z.enum(['shown', 'hidden']) })
/** Every step and timer command names the stage revision it was given on. */
export const onStage = z.object({ revision: z.number().int().nonnegative() })
const minutes = z.number().int().min(1).max(LIMITS.stepMinutes)
const id = z.string().min(1).max(40)
export const extendTimer = onStage.extend({ minutes })
export const goToStep = onStage.extend({ stepId: id })
/** The whole agenda as it should be: what is not named in it goes, what has no id is new. */
export const setAgenda = onStage.extend({
  steps: z
    .array(
      z.object({
        id: id.nullable(),
        kind: z.enum(STEP_KINDS),
        title: needed(LIMITS.stepTitle),
        prompt: line(LIMITS.stepPrompt),
        minutes,
        canvasId: id.nullable(),
        rights: z.array(z.enum(STEP_RIGHTS)).max(STEP_RIGHTS.length),
        writing: z.enum(WRITING),
        closesAtZero: z.boolean(),
        skipped: z.boolean(),
      }),
    )
    .min(1)
    .max(LIMITS.steps),
})
/** When it should all be over, ms since 1970; null: as it is expected when the next clock starts. */
export const setPlannedEnd = onStage.extend({ at: z.number().int().nullable() })
/** One a person and step; null takes it back. */
export const giveSignal = z.object({ stepId: id, signal: z.enum(SIGNALS).nullable() })
export const setSide = z.object({ side: side.nullable() })
export const renameMember = z
  .object({ name: needed(LIMITS.name), organisation: line(LIMITS.organisation) })
  .partial()
  .refine((given) => Object.keys(given).length > 0)
export const renameSelf = z.object({ name: needed(LIMITS.name) })
/** `side`: for a facilitator without one who takes part from now on. */
export const setRole = z.object({ role: z.enum(ROLES).exclude(['observer']), side: side.optional() })
export const mergeOrganisations = z.object({
  spellings: z.array(needed(LIMITS.organisation)).min(1).max(LIMITS.spellings),
  keep: needed(LIMITS.organisation),
})

const itemId = z.string().min(1).max(64)
export const spotlight = z.object({
  page: z.enum(SPOTLIGHT_PAGES),
  canvasId: z.string().max(40).nullable().default(null),
  item: z
    .discriminatedUnion('is', [
      z.object({ is: z.literal('section'), id: itemId }),
      z.object({ is: z.literal('cluster'), id: itemId }),
    ])
    .nullable()
    .default(null),
})
/** Empty: it is taken down. */
export const announcement = z.object({ text: line(LIMITS.announcement) })

export const askedOrganisation = z.object({ name: needed(LIMITS.organisation), side })
/** `hash`: of the wording that the facilitator saw; another wording on the server answers 409 `wording-changed`. */
export const putAction = z.object({
  hash: z.string().length(64),
  asked: z.array(askedOrganisation).min(1).max(LIMITS.expectedOrganisations),
})
export const onRevision = z.object({ revision: z.number().int().positive() })
export const signOff = onRevision.extend({
  organisation: needed(LIMITS.organisation),
  name: needed(LIMITS.name),
  jobTitle: needed(LIMITS.jobTitle),
  answer: z.enum(ANSWERS),
  reason: line(LIMITS.reason).default(''),
  byDate: isoDate.default(''),
})
export type SignOff = z.input<typeof signOff>
export const dispute = onRevision.extend({ organisation: needed(LIMITS.organisation), reason: needed(LIMITS.reason) })

/**
 * What a ballot is about: which things. Their words are taken from the documents. `seen`: the words that the facilitator
 * saw, as they are in the document, however long; if the server has others, nothing is opened and the answer is 409
 * `wording-changed`.
 */
const seen = z.string().optional()
const ballotItem = z.discriminatedUnion('is', [
  z.object({ is: z.literal('cluster'), id: itemId, canvasId: itemId, seen }),
  z.object({ is: z.literal('action'), id: itemId, seen }),
])
const letVote = z.boolean().default(false)
/** `letVote`: lets people vote in the step that is on, where they may not; otherwise that is refused. */
export const openBallot = z
  .object({
    question: needed(LIMITS.stepPrompt),
    items: z
      .array(ballotItem)
      .min(BALLOT_LIMITS.fewestItems)
      .max(BALLOT_LIMITS.mostItems)
      .refine((items) => new Set(items.map((item) => item.id)).size === items.length, 'twice the same'),
    dots: z.number().int().min(1).max(BALLOT_LIMITS.dots).default(3),
    most: z.number().int().min(1).max(BALLOT_LIMITS.dots).default(2),
    facilitatorsVote: z.boolean().default(false),
    letVote,
  })
  .refine(({ dots, most }) => most <= dots, { path: ['most'], message: 'more than there are' })
export type OpenBallotBody = z.input<typeof openBallot>
export const openBallotAgain = z.object({ letVote })
/** Dots by item; replaces the vote that was given before. None at all takes it back. */
export const castVote = z.object({ dots: z.record(itemId, z.number().int().min(0).max(BALLOT_LIMITS.dots)) })

/** A copy as a new canvas. The id is made by whoever asks, as `newId` makes them: asking again asks for the same canvas. */
export const openCopy = z.object({
  id: z.string().regex(/^[0-9a-z]{14}$/),
  title: needed(LIMITS.title),
})

export const EXPORT_FORMATS = ['markdown', 'json'] as const
export const exportQuery = z.object({ format: z.enum(EXPORT_FORMATS).default('markdown') })

/** A link as facilitators see it. `url` is whole; `code` can be read aloud. `key` says which of the share panel's links it is. */
export const shareLink = z.object({
  id: z.string(),
  key: z.enum(['everyone', 'central', 'local', 'other', 'observer', 'co-facilitator', 'return', 'device']),
  role: z.enum(ROLES),
  side: side.nullable(),
  url: z.string(),
  token: z.string(),
  code: z.string(),
})
export type ShareLink = z.infer<typeof shareLink>

export const memberBody = z.object({
  id: z.string(),
  name: z.string(),
  organisation: z.string(),
  side: side.nullable(),
  role: z.enum(ROLES),
})
export type MemberBody = z.infer<typeof memberBody>
