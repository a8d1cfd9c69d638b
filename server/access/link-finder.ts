import type { JoinLink } from '../../shared/domain/join-link'
import type { Refused, Reply } from '../../shared/protocol/refusals'
import { ok, refuse } from '../../shared/result'
import { readCode } from './join-code'
import type { AccessStore } from './ports'
import { checkToken, linkIdOf } from './token'

/** As a person has it: the token from the address, or the code read aloud. */
export type GivenLink = { token?: string | undefined; code?: string | undefined }

type Found = { link: JoinLink; replaced: boolean }

/** Finds the link that was given. Says nothing yet of whether it still opens anything, but for its token. */
export async function findLink(ports: { store: AccessStore; secret: string }, given: GivenLink): Promise<Reply<Found>> {
  if (given.token !== undefined) return byToken(ports, given.token.trim())
  if (given.code !== undefined) return byCode(ports.store, given.code)
  return { ...refuse('not-valid'), field: 'code' } satisfies Refused
}

async function byToken(ports: { store: AccessStore; secret: string }, token: string): Promise<Reply<Found>> {
  const id = linkIdOf(token)
  const link = id && (await ports.store.linkById(id))
  if (!link) return refuse('link-unknown')
  const checked = checkToken(ports.secret, link, token)
  return checked === 'forged' ? refuse('link-unknown') : ok({ link, replaced: checked === 'replaced' })
}

async function byCode(store: AccessStore, typed: string): Promise<Reply<Found>> {
  const code = readCode(typed)
  const link = code && (await store.linkByCode(code))
  return link ? ok({ link, replaced: false }) : refuse('link-unknown')
}
