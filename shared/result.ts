/** The answer of a rule that can say no. A refusal is a code from a closed list, never a sentence. */
export type Result<T, R extends string> = { ok: true; value: T } | { ok: false; refusal: R }

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

export function refuse<R extends string>(refusal: R): { ok: false; refusal: R } {
  return { ok: false, refusal }
}

/** The last line of a switch over every state: adding a state then fails to compile here. */
export function assertNever(value: never): never {
  throw new Error(`unexpected: ${JSON.stringify(value)}`)
}
