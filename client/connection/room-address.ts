import { SCHEMA_VERSION } from '../../shared/document/schema-version'

/** ws(s)://host/sync */
export function syncAddress(): string {
  const { protocol, host } = globalThis.location
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/sync`
}

/**
 * Said with every connect: wants to hear what is saved, which schema of documents this page knows, that the whole document may
 * come deflated where this browser can inflate it, and whose page this is.
 */
export function paramsOf(memberId: string): Record<string, string> {
  return { saved: '1', schema: String(SCHEMA_VERSION), ...(canInflate() ? { deflated: '1' } : {}), member: memberId }
}

/** Said by who has nothing yet: is brought the document without asking, a round trip sooner. */
export const HAS_NOTHING = { new: '1' }

/** What a copy on this device is called. By member and room: two people of one device must not get each other's words. */
export const copyName = (memberId: string, room: string): string => `concordat/${memberId}/${room}`

/** Safari before 16.4 and Firefox before 113 have no such stream, or none of this kind. */
function canInflate(): boolean {
  try {
    return new DecompressionStream('deflate-raw') !== undefined
  } catch {
    return false
  }
}
