import { createEffect } from 'solid-js'
import { createStore, type SetStoreFunction } from 'solid-js/store'
import type { Side } from '../../shared/domain/side'
import { fieldsIn, keep, readKept } from '../ui/kept'

/** What a person typed into the join form. `side` null: chose no side; undefined: not chosen yet. */
export type JoinDraft = { name: string; organisation: string; side: Side | null | undefined }

const EMPTY: JoinDraft = { name: '', organisation: '', side: undefined }

/** Kept for this tab under the link, so that reading the privacy page or a reload loses nothing. */
export function createJoinDraft(link: string): [JoinDraft, SetStoreFunction<JoinDraft>, () => void] {
  const key = `concordat:join:${link}`
  const [draft, setDraft] = createStore<JoinDraft>({ ...EMPTY, ...fieldsIn(readKept('tab', key)) })
  createEffect(() => keep('tab', key, JSON.stringify(draft)))
  return [draft, setDraft, () => keep('tab', key, '')]
}
