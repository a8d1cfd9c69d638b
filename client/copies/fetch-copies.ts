import type { CanvasCopy } from '../../shared/domain/canvas-copy'
import type { CopyId, WorkshopId } from '../../shared/domain/ids'
import { type Called, call } from '../connection/call'

export type CopiesBody = { copies: CanvasCopy[]; pending: number }

export function fetchCopies(workshopId: WorkshopId): Promise<Called<CopiesBody>> {
  return call<CopiesBody>('GET', `/api/workshops/${workshopId}/copies`)
}

/** The document of a copy. `gone`: it is not kept any more. Never throws. */
export type CopyBytes = { is: 'there'; state: Uint8Array } | { is: 'gone' } | { is: 'failed' }

export async function fetchCopy(workshopId: WorkshopId, copyId: CopyId): Promise<CopyBytes> {
  try {
    const response = await fetch(`/api/workshops/${workshopId}/copies/${encodeURIComponent(copyId)}`)
    if (response.status === 404) return { is: 'gone' }
    if (!response.ok) return { is: 'failed' }
    return { is: 'there', state: new Uint8Array(await response.arrayBuffer()) }
  } catch {
    return { is: 'failed' }
  }
}
