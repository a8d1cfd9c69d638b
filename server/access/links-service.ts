import type { LinkId, WorkshopId } from '../../shared/domain/ids'
import type { JoinLink } from '../../shared/domain/join-link'
import type { Role } from '../../shared/domain/member'
import type { Reply } from '../../shared/protocol/refusals'
import { ok, refuse } from '../../shared/result'
import { deviceLink, inPanelOrder, replaceLink, returnLink } from './links'
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

export function createLinks(ports: { store: AccessStore; stage: StagePort; now: () => number }): LinksService {
  const { store, stage, now } = ports

  const ofPanel = async (workshopId: WorkshopId, member: SeatedMember) =>
    (await store.links(workshopId)).filter(
      (link) => link.kind === 'join' || (link.kind === 'return' && link.memberId === member.id),
    )

  return {
    list: (member) =>
      stage.inTurn(member.workshopId, async () => {
        const links = await ofPanel(member.workshopId, member)
        if (links.some((link) => link.kind === 'return')) return inPanelOrder(links)
        const own = returnLink(member, now())
        await store.write(store.rowsForLink(own))
        return inPanelOrder([...links, own])
      }),

    replace: (member, linkId) =>
      stage.inTurn(member.workshopId, async (): Promise<Reply<JoinLink>> => {
        const link = (await ofPanel(member.workshopId, member)).find((one) => one.id === linkId)
        if (!link) return refuse('not-found')
        const replaced = replaceLink(link, now())
        // The link first: codes are unique, and the old one is only free once the link has its new one.
        await store.write([...store.rowsForLink(replaced.link), ...store.rowsForLink(replaced.old)])
        return ok(replaced.link)
      }),

    replaceAll: (workshopId, role) =>
      stage.inTurn(workshopId, async () => {
        const links = (await store.links(workshopId)).filter((link) => link.kind === 'join' && link.role === role)
        const replaced = links.map((link) => replaceLink(link, now()))
        await store.write(replaced.flatMap(({ link, old }) => [...store.rowsForLink(link), ...store.rowsForLink(old)]))
      }),

    async forDevice(member) {
      const link = deviceLink(member, now())
      await store.write(store.rowsForLink(link))
      return link
    },
  }
}
