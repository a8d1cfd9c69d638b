import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import type { Config } from '../../config'

/** Kept from the time of browsers that no longer open these pages. A phone on a slow line waits for each line of an answer. */
const OF_OLD = {
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
} as const

/** What the pages are made of: scripts, styles, fonts. The page that uses them says what they may do. */
const FILES = secureHeaders({
  ...OF_OLD,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  referrerPolicy: false,
  strictTransportSecurity: false,
  xFrameOptions: false,
})

/**
 * No script but our own files, nothing from anybody else, nobody's frame. Styles may be inline, since the board writes
 * its own; it also reads its images by data: and blob: addresses. `same-origin` keeps join tokens out of referrers.
 */
export function securityHeaders({ publicUrl }: Pick<Config, 'publicUrl'>) {
  const isSecure = publicUrl?.startsWith('https:') ?? false
  const pages = secureHeaders({
    ...OF_OLD,
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'", 'data:', 'blob:'],
      workerSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    strictTransportSecurity: isSecure ? 'max-age=31536000' : false,
    // These two mean nothing on plain http, and browsers say so in the console.
    crossOriginOpenerPolicy: isSecure,
    originAgentCluster: isSecure,
    xFrameOptions: 'DENY',
  })
  return createMiddleware((c, next) => (c.req.path.startsWith('/assets/') ? FILES : pages)(c, next))
}

/** Answers hold names and links that open the workshop: no browser and no proxy keeps them after the person has gone. */
export const notKept = createMiddleware(async (c, next) => {
  await next()
  c.header('cache-control', 'no-store')
})
