import type { LookBody } from '../connection/bodies'
import { type Called, call } from '../connection/call'
import type { LinkChoice } from './link'

let early: { asked: string; answer: Promise<Called<LookBody>> } | undefined

/** What a join link or code opens; looking consumes nothing. */
export function lookAt(asked: LinkChoice): Promise<Called<LookBody>> {
  return call<LookBody>('POST', '/api/join/look', { body: asked })
}

/** Asks before the code of the join page is there: on a slow line that is half a second sooner. */
export function lookEarly({ pathname }: Pick<Location, 'pathname'>): void {
  const [, token] = /^\/join\/([^/]+)\/?$/.exec(pathname) ?? []
  if (token === undefined) return
  const asked = { token: decodeURIComponent(token) }
  early = { asked: JSON.stringify(asked), answer: lookAt(asked) }
}

/** The answer that was asked for early, for the first who wants it; anybody later asks anew. */
export function takeEarlyLook(asked: LinkChoice): Promise<Called<LookBody>> | undefined {
  const answer = early?.asked === JSON.stringify(asked) ? early.answer : undefined
  early = undefined
  return answer
}
