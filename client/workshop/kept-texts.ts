/** Where the tray of words that were not added is kept on this device. */
export const trayKey = (workshopId: string, memberId: string): string => `concordat/not-added/${workshopId}/${memberId}`

/** Where this tab keeps a half-written note of a canvas. */
export const draftKey = (canvasId: string): string => `concordat/draft/${canvasId}`

/** Texts of a member that this browser keeps beside its copies: all under the member's id, and this tab's drafts. */
export function forgetKeptTexts({ memberId, canvases }: { memberId: string; canvases: readonly string[] }): void {
  try {
    const own = Object.keys(localStorage).filter((key) => key.split('/').includes(memberId))
    for (const key of own) localStorage.removeItem(key)
    for (const canvas of canvases) sessionStorage.removeItem(draftKey(canvas))
  } catch {
    // Blocked: then nothing was kept either.
  }
}
