import type { LinkId, WorkshopId } from '../../shared/domain/ids'
import type { JoinLink } from '../../shared/domain/join-link'
import type { Role } from '../../shared/domain/member'
import type { Reply } from '../../shared/protocol/refusals'
import { ok, refuse } from '../../shared/result'
import { withFreeCodes } from './free-codes'
import { inPanelOrder, type LinkMaker } from './links'
import type { AccessStore, SeatedMember, StagePort } from './ports'

export interface LinksService {
  /** Every link of the share panel, and this facilitator's own way back in. */
  list(member: SeatedMember): Promise<JoinLink[]>
  /** What was shown of this link before opens nothing any more. */
  replace(member: SeatedMember, linkId: LinkId): Promise<Reply<JoinLink>>
  /** The same for every link that brings people in with this role. */
  replaceAll(workshopId: WorkshopId, role: Role): Promise<void>
  /** One use, for another device of the same person. */
  forDevice(member: SeatedMember): Promise<JoinLink>
}

type Ports = {
  store: AccessStore
  stage: StagePort
  maker: LinkMaker
  now: () => number
  /** Told once what was shown opens nothing any more: somebody may wait at the door with it. */
  replaced: (workshopId: WorkshopId) => void
}

export function createLinks({ store, stage, maker, now, replaced }: Ports): LinksService {
  const stored = <T>(make: () => T, linksOf: (made: T) => JoinLink[]): Promise<T> =>
    withFreeCodes(async () => {
      const made = make()
      await store.write(linksOf(made).flatMap((link) => store.rowsForLink(link)))
      return made
    })

  const ofPanel = async (workshopId: WorkshopId, member: SeatedMember) =>
    (await store.links(workshopId)).filter(
      (link) => link.kind === 'join' || (link.kind === 'return' && link.memberId === member.id),
    )

  return {
    list: (member) =>
      stage.inTurn(member.workshopId, async () => {
        const links = await ofPanel(member.workshopId, member)
        if (links.some((link) => link.kind === 'return')) return inPanelOrder(links)
        const own = await stored(() => maker.returnLink(member, now()), only)
        return inPanelOrder([...links, own])
      }),

    async replace(member, linkId) {
      const reply = await stage.inTurn(member.workshopId, async (): Promise<Reply<JoinLink>> => {
        const link = (await ofPanel(member.workshopId, member)).find((one) => one.id === linkId)
        if (!link) return refuse('not-found')
        const made = await stored(() => maker.replaceLink(link, now()), newBeforeOld)
        return ok(made.link)
      })
      if (reply.ok) replaced(member.workshopId)
      return reply
    },

    async replaceAll(workshopId, role) {
      await stage.inTurn(workshopId, async () => {
        const links = (await store.links(workshopId)).filter((link) => link.kind === 'join' && link.role === role)
        const replaceEach = () => links.map((link) => maker.replaceLink(link, now()))
        await stored(replaceEach, (all) => all.flatMap(newBeforeOld))
      })
      replaced(workshopId)
    },

    forDevice: (member) => stored(() => maker.deviceLink(member, now()), only),
  }
}

const only = (link: JoinLink) => [link]

/** Codes are unique, and the old one is only free once the link has its new one. */
const newBeforeOld = ({ link, old }: { link: JoinLink; old: JoinLink }) => [link, old]
