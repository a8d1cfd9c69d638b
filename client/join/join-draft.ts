import { createEffect } from 'solid-js'
import { createStore, type SetStoreFunction } from 'solid-js/store'
import type { Side } from '../../shared/domain/side'

/** What a person typed into the join form. `side` null: chose no side; undefined: not chosen yet. */
export type JoinDraft = { name: string; organisation: string; side: Side | null | undefined }

const EMPTY: JoinDraft = { name: '', organisation: '', side: undefined }

/** Kept for this tab under the link, so that reading the privacy page or a reload loses nothing. */
export function createJoinDraft(link: string): [JoinDraft, SetStoreFunction<JoinDraft>, () => void] {
  const key = `concordat:join:${link}`
  const [draft, setDraft] = createStore<JoinDraft>({ ...EMPTY, ...read(key) })
  createEffect(() => {
    const kept = JSON.stringify(draft)
    try {
      sessionStorage.setItem(key, kept)
    } catch {
      // then a reload starts empty
    }
  })
  const forget = () => {
    try {
      sessionStorage.removeItem(key)
    } catch {
      // nothing was kept
    }
  }
  return [draft, setDraft, forget]
}

function read(key: string): Partial<JoinDraft> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}')
    return typeof kept === 'object' && kept !== null ? kept : {}
  } catch {
    return {}
  }
}
