import type { ParentProps } from 'solid-js'
import { createPrivateNotes, PrivateNotesContext } from './private-notes'

/** Keeps this person's own private notes open for every page of the workshop. */
export function OwnPrivateNotes(props: ParentProps) {
  return <PrivateNotesContext.Provider value={createPrivateNotes()}>{props.children}</PrivateNotesContext.Provider>
}
