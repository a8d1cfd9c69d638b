import { createHmac, timingSafeEqual } from 'node:crypto'
import type { LinkId } from '../../shared/domain/ids'

type Link = { id: LinkId; generation: number }

/** Looking further back than this for a token that was replaced is not worth the hashing. */
const GENERATIONS_REMEMBERED = 50

/**
 * A join token: the link's id and an HMAC over id and generation. It can be shown again at will, a new generation revokes
 * it, and nothing in the database is usable without the server's secret.
 */
export function tokenOf(secret: string, { id, generation }: Link): string {
  return `${id}.${signature(secret, id, generation).toString('base64url')}`
}

/** The link that a token speaks of; nothing is proved by that yet. */
export function linkIdOf(token: string): LinkId | undefined {
  return /^([0-9a-z]{6,32})\.[\w-]{22}$/.exec(token)?.[1] as LinkId | undefined
}

/** `replaced`: it was this link's token once. */
export function checkToken(secret: string, link: Link, token: string): 'good' | 'replaced' | 'forged' {
  const given = Buffer.from(token.slice(token.indexOf('.') + 1), 'base64url')
  const matches = (generation: number) => equal(given, signature(secret, link.id, generation))
  if (matches(link.generation)) return 'good'
  const oldest = Math.max(1, link.generation - GENERATIONS_REMEMBERED)
  for (let generation = link.generation - 1; generation >= oldest; generation -= 1) {
    if (matches(generation)) return 'replaced'
  }
  return 'forged'
}

/** 128 bits: short enough for a QR code, far too many to guess. */
function signature(secret: string, id: LinkId, generation: number): Buffer {
  return createHmac('sha256', secret).update(`join link ${id} ${generation}`).digest().subarray(0, 16)
}

function equal(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}
