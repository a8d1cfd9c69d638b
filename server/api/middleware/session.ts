import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { Access } from '../../access/access'
import { sessionIdIn } from '../../access/cookie'
import type { SessionTicket } from '../../access/ports'
import { hashOfSession, newSessionId, SESSION_DAYS } from '../../access/session'
import type { Config } from '../../config'
import type { ApiEnv } from '../api-env'

type CookieConfig = Pick<Config, 'publicUrl'>

function isSecure({ publicUrl }: CookieConfig): boolean {
  return publicUrl?.startsWith('https:') ?? false
}

/** The prefix makes browsers refuse it from anybody but this very origin; they take it over https only. */
export function cookieName(config: CookieConfig): string {
  return isSecure(config) ? '__Host-session' : 'session'
}

/** Finds the live session behind the cookie. No cookie, or an old one, is no error yet. */
export function withSession(access: Access, config: CookieConfig) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const id = sessionIdIn(c.req.header('cookie'), cookieName(config))
    const session = id === undefined ? undefined : await access.session(id)
    c.set('session', session && { hash: session.hash })
    if (id !== undefined && session?.renew) giveCookie(c, config, id)
    await next()
  })
}

/** The session to join or create with: the browser's own, or a new one, whose cookie is given once that worked. */
export function ticketFor(c: Context<ApiEnv>, config: CookieConfig): { ticket: SessionTicket; give(): void } {
  const { session } = c.var
  if (session) return { ticket: { hash: session.hash, isNew: false }, give: () => undefined }
  const id = newSessionId()
  return { ticket: { hash: hashOfSession(id), isNew: true }, give: () => giveCookie(c, config, id) }
}

function giveCookie(c: Context<ApiEnv>, config: CookieConfig, id: string): void {
  setCookie(c, cookieName(config), id, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: isSecure(config),
    maxAge: SESSION_DAYS * 86_400,
  })
}
