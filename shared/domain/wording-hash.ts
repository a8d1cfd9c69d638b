import { digest } from 'lib0/hash/sha256'
import type { ActionDraft, Wording } from './action'

/** What a draft puts to agreement: its words alone, commitments in order. */
export function wordingOf(draft: ActionDraft): Wording {
  const { id, title, residentChange, measure, commitments } = draft
  return {
    id,
    title: title.trim(),
    residentChange: residentChange.trim(),
    measure: measure.trim(),
    commitments: commitments.map((c) => ({
      id: c.id,
      side: c.side,
      organisation: c.organisation.trim(),
      person: c.person.trim(),
      what: c.what.trim(),
      by: c.by,
      waitsOn: [...c.waitsOn],
    })),
  }
}

/** SHA-256 of a value's JSON with sorted keys, hex. Computed in JavaScript, since plain http has no `crypto.subtle`. */
export function hashOf(value: unknown): string {
  const bytes = digest(new TextEncoder().encode(JSON.stringify(value, sortKeys)))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

export function wordingHash(wording: Wording): string {
  return hashOf(wording)
}
