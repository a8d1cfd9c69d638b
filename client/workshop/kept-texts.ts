/** Where the tray of words that were not added is kept on this device. */
export const trayKey = (workshopId: string, memberId: string): string => `concordat/not-added/${workshopId}/${memberId}`

/** Where this tab keeps a member's half-written note of a canvas: given back to them alone, also where several share a device. */
export const draftKey = (memberId: string, canvasId: string): string => `concordat/draft/${memberId}/${canvasId}`

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
