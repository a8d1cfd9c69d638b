import { createContext, createSignal, onCleanup, useContext } from 'solid-js'
import { keep, readKept, storageFor } from '../ui/kept'

/** Where the tray of words that were not added is kept on this device. */
export const trayKey = (workshopId: string, memberId: string): string => `concordat/not-added/${workshopId}/${memberId}`

/** Where a member's half-written note of a canvas is kept: given back to them alone, also where several share a device. */
export const draftKey = (memberId: string, canvasId: string): string => `concordat/draft/${memberId}/${canvasId}`

/** Where what a member has begun in a form is kept. */
export const formKey = (memberId: string, form: string): string => `concordat/form/${memberId}/${form}`

/** Words that are nowhere else yet. */
export interface KeptText {
  /** As this tab left them before a reload, else as a tab left them that is closed by now. */
  read(): string
  keep(text: string): void
  /** Calls with the words of another tab for as long as nothing was written here: they are shown in both, and go in both. */
  onElsewhere(changed: (text: string) => void): void
}

/** [L33] Kept at every key: in the tab's storage for itself, and in the browser's for when the tab is closed or crashes. */
export function createKeptText(key: string): KeptText {
  let isOwn = false
  return {
    read() {
      const own = readKept('tab', key)
      isOwn = own !== undefined
      return own ?? readKept('device', key) ?? ''
    },
    keep(text) {
      isOwn = text !== ''
      for (const whom of ['tab', 'device'] as const) keep(whom, key, text)
    },
    onElsewhere(changed) {
      const listen = ({ key: changedKey, newValue, storageArea }: StorageEvent) => {
        if (changedKey === key && storageArea === storageFor('device') && !isOwn) changed(newValue ?? '')
      }
      window.addEventListener('storage', listen)
      onCleanup(() => window.removeEventListener('storage', listen))
    },
  }
}

/** Whether the workshop itself has gone from the page, with everything that was open in it. */
export const WorkshopGone = createContext<{ isGone: boolean }>({ isGone: false })

/**
 * A field of a dialog whose words outlive a reload, a crash, a closed tab, and a workshop that has to be loaded again;
 * closing the dialog lets them go.
 */
export function createKeptField(key: string, first: string): readonly [() => string, (text: string) => void] {
  const kept = createKeptText(key)
  const [text, setText] = createSignal(kept.read() || first)
  const workshop = useContext(WorkshopGone)
  // a dialog goes before the workshop that it stands in: whether that goes too is known once all of it has gone
  onCleanup(() => queueMicrotask(() => !workshop.isGone && kept.keep('')))
  const write = (words: string) => {
    setText(words)
    kept.keep(words)
  }
  return [text, write]
}

/** Texts of a member that this browser keeps beside its copies: all under the member's id, and this tab's drafts. */
export function forgetKeptTexts(memberId: string): void {
  try {
    for (const kept of [localStorage, sessionStorage]) {
      const own = Object.keys(kept).filter((key) => key.split('/').includes(memberId))
      for (const key of own) kept.removeItem(key)
    }
  } catch {
    // Blocked: then nothing was kept either.
  }
}
