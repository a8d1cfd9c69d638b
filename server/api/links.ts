import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { LinkId } from '../../shared/domain/ids'
import type { JoinLink } from '../../shared/domain/join-link'
import { linkBody, linksBody } from '../../shared/protocol/http-bodies'
import type { ApiEnv, ApiServices } from './api-env'
import { shareLinkOf } from './bodies'
import { requireMember } from './middleware/require-member'
import { originOf } from './request-origin'
import { respondToInvalid, take } from './respond'
import { json, ofWorkshop } from './route'

/** The links of the share panel, and the one-use link to another device. */
export function linkRoutes({ access, config }: Pick<ApiServices, 'access' | 'config'>) {
  function shown(c: Parameters<typeof originOf>[0], link: JoinLink) {
    const share = shareLinkOf(link, { token: access.tokenOf(link), origin: originOf(c, config) })
    return { ...share, expiresAt: link.expiresAt }
  }

  return new OpenAPIHono<ApiEnv>({ defaultHook: respondToInvalid })
    .openapi(
      createRoute({
        method: 'get',
        path: '/workshops/{id}/links',
        summary: 'All links, and the caller’s own way back in',
        middleware: [requireMember(access, 'see-links')] as const,
        request: { params: ofWorkshop },
        responses: { 200: json(linksBody, 'In the order of the share panel') },
      }),
      async (c) => {
        const links = await access.links.list(c.var.seat.member)
        return c.json({ links: links.map((link) => shown(c, link)) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/links/{linkId}/replace',
        summary: 'Make a link anew; what was shown of it before opens nothing any more',
        middleware: [requireMember(access, 'replace-link')] as const,
        request: { params: ofWorkshop.extend({ linkId: z.string().max(40) }) },
        responses: { 200: json(linkBody, 'The new link') },
      }),
      async (c) => {
        const linkId = c.req.valid('param').linkId as LinkId
        return c.json({ link: shown(c, take(await access.links.replace(c.var.seat.member, linkId))) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/workshops/{id}/device-link',
        summary: 'A link for another device of the caller; works once, for 15 minutes',
        middleware: [requireMember(access, 'make-device-link')] as const,
        request: { params: ofWorkshop },
        responses: { 201: json(linkBody, 'The link') },
      }),
      async (c) => c.json({ link: shown(c, await access.links.forDevice(c.var.seat.member)) }, 201),
    )
}
