import { createHash, timingSafeEqual } from 'node:crypto'
import type { StageState } from '../../shared/domain/agenda'
import type { JoinLink } from '../../shared/domain/join-link'
import type { Member } from '../../shared/domain/member'
import type { Template } from '../../shared/domain/template'
import type { WorkshopState } from '../../shared/domain/workshop'
import { createWorkshop, type NewWorkshopBody } from '../../shared/protocol/http'
import type { Reply } from '../../shared/protocol/refusals'
import { ok, refuse } from '../../shared/result'
import { templateOf } from '../../shared/templates/all'
import { assemble, type Content, type Founder } from './assemble'
import type { LinkMaker, WorkshopStore } from './ports'
import { SAMPLE } from './sample-words'
import { sampleContent } from './sample-workshop'

export type Created = { state: WorkshopState; stage: StageState; member: Member; links: JoinLink[] }

export interface WorkshopService {
  create(given: NewWorkshopBody, session: Founder): Promise<Reply<Created>>
  /**
   * A workshop in full swing, to look around in. Whoever opens it is its facilitator, and can make a workshop of their own
   * of it: so it needs the key too, where there is one.
   */
  createSample(given: { creationKey?: string | undefined }, session: Founder): Promise<Reply<Created>>
}

type Ports = { store: WorkshopStore; links: LinkMaker; creationKey: string | undefined; now: () => number }

export function createWorkshops({ store, links, creationKey, now }: Ports): WorkshopService {
  async function make(given: NewWorkshopBody, template: Template, session: Founder, content?: Content) {
    const workshop = await links.withFreeCodes(async () => {
      const assembled = assemble({ given, template, content }, { session, links, now: now() })
      await store.create(assembled)
      return assembled
    })
    const { state, stage, founder } = workshop
    return ok({ state, stage, member: founder.member, links: workshop.links })
  }

  return {
    async create(given, session) {
      const allowed = mayCreate(given, creationKey)
      return allowed.ok ? make(given, allowed.value, session) : allowed
    },

    async createSample({ creationKey: key }, session) {
      const given = createWorkshop.parse({ ...SAMPLE, creationKey: key })
      const allowed = mayCreate(given, creationKey)
      return allowed.ok ? make(given, allowed.value, session, sampleContent(now())) : allowed
    },
  }
}

/** [W1 to W3] What a new workshop needs, and a promise that this version cannot keep. */
export function mayCreate(given: NewWorkshopBody, creationKey: string | undefined): Reply<Template> {
  if (creationKey !== undefined && !sameKey(given.creationKey ?? '', creationKey)) {
    return { ...refuse('creation-key-wrong'), field: 'creationKey' }
  }
  if (given.attribution === 'safe-space') return { ...refuse('safe-space-not-offered'), field: 'attribution' }
  const template = templateOf(given.template)
  return template ? ok(template) : { ...refuse('unknown-template'), field: 'template' }
}

/** Compared by hash, so that the time it takes tells nothing of the key, not even its length. */
function sameKey(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((key) => createHash('sha256').update(key).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}
