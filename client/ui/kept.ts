/** For this tab until it is closed, or for the device. */
export type KeptFor = 'tab' | 'device'

/** Undefined where the browser keeps nothing: some throw on the mere mention of storage that is blocked. */
export function storageFor(whom: KeptFor): Storage | undefined {
  try {
    return whom === 'tab' ? globalThis.sessionStorage : globalThis.localStorage
  } catch {
    return undefined
  }
}

/** Undefined: nothing was kept, or nothing can be. */
export function readKept(whom: KeptFor, key: string): string | undefined {
  try {
    return storageFor(whom)?.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

/** Nothing written lets go of what was kept. Where storage is full or blocked, what is kept lasts as long as the page. */
export function keep(whom: KeptFor, key: string, text: string): void {
  try {
    const storage = storageFor(whom)
    if (text === '') storage?.removeItem(key)
    else storage?.setItem(key, text)
  } catch {
    // the page itself still has it
  }
}

/** What was kept as JSON, by field; nothing where nothing readable was kept. */
export function fieldsIn(kept: string | undefined): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(kept ?? '{}')
    return typeof read === 'object' && read !== null ? { ...read } : {}
  } catch {
    return {}
  }
}
