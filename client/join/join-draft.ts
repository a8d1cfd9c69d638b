import { createEffect, createSignal } from 'solid-js'
import type { Side } from '../../shared/domain/side'
import { fieldsIn, keep, readKept } from '../ui/kept'

/** What a person typed into the join form. `side` null: chose no side; undefined: not chosen yet. */
export type JoinDraft = { name: string; organisation: string; side: Side | null | undefined }

const EMPTY: JoinDraft = { name: '', organisation: '', side: undefined }

/**
 * Kept for this tab under the link, so that reading the privacy page or a reload loses nothing. A signal of all fields: a
 * store would be more of the join page's code than what it does.
 */
export function createJoinDraft(link: string) {
  const key = `concordat:join:${link}`
  const [draft, setDraft] = createSignal<JoinDraft>({ ...EMPTY, ...fieldsIn(readKept('tab', key)) })
  createEffect(() => keep('tab', key, JSON.stringify(draft())))
  return {
    draft,
    write: (fields: Partial<JoinDraft>) => void setDraft((before) => ({ ...before, ...fields })),
    forget: () => keep('tab', key, ''),
  }
}
