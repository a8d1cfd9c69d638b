import type { RefusalBody, RefusalCode } from '../../shared/protocol/refusals'
import { takeBrought } from './brought'

/** What a command came to. `no-answer`: the server was not reached, so nothing is known of what it did. */
export type CallRefusal = RefusalCode | 'no-answer'
export type Refused = { ok: false; refusal: CallRefusal; field?: string; detail: Record<string, unknown> }
export type Called<T> = { ok: true; status: number; body: T } | Refused

/** One HTTP call to our own server. Never throws: a refusal is an answer. */
export async function call<T>(
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  path: string,
  options: { body?: unknown; signal?: AbortSignal } = {},
): Promise<Called<T>> {
  const brought = takeBrought(method, path, options.body)
  if (brought) return { ok: true, status: 200, body: brought.body as T }
  try {
    const response = await fetch(path, {
      method,
      signal: options.signal,
      headers: options.body === undefined ? {} : { 'content-type': 'application/json' },
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
    })
    const body: unknown = await response.json().catch(() => undefined)
    if (response.ok) return { ok: true, status: response.status, body: body as T }
    return refusalOf(body, response.status)
  } catch {
    return { ok: false, refusal: 'no-answer', detail: {} }
  }
}

function refusalOf(body: unknown, status: number): Refused {
  const said = body as Partial<RefusalBody> | undefined
  if (typeof said?.refusal === 'string') {
    return { ok: false, refusal: said.refusal, field: said.field, detail: said.detail ?? {} }
  }
  // a proxy in between answers in its own words
  return { ok: false, refusal: status === 429 ? 'too-many-requests' : 'no-answer', detail: {} }
}
