import { cleanup } from '@solidjs/testing-library'

/** The tab is gone without a word, as by a crash: nothing is put away, and only what the browser keeps is left. */
export function crash(): void {
  const left = [localStorage, sessionStorage].map((storage) => ({ storage, items: { ...storage } }))
  cleanup()
  for (const { storage, items } of left) {
    storage.clear()
    for (const [key, value] of Object.entries(items)) storage.setItem(key, value)
  }
}
