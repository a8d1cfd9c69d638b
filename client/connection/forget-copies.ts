/**
 * Throws away what this device keeps of documents for a member: whoever was removed from a workshop keeps none of its
 * texts. A copy that is still open in a closing page goes as soon as that page lets go of it.
 */
export async function forgetCopies(memberId: string, kept: IDBFactory | undefined = ownDatabases()): Promise<void> {
  try {
    // Older browsers cannot list their databases; there a copy stays until the browser's data is cleared.
    const all = (await kept?.databases?.()) ?? []
    for (const { name } of all) if (name?.startsWith(`concordat/${memberId}/`)) kept?.deleteDatabase(name)
  } catch {
    // Blocked: then nothing was kept either.
  }
}

function ownDatabases(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB
  } catch {
    return undefined
  }
}
