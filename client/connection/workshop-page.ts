import type { WorkshopPageBody } from './bodies'
import { type Called, call } from './call'
import { openEarly } from './early-sockets'

let known: WorkshopPageBody | undefined

/** Joining has answered with what the workshop's page begins with: it need not ask again, half a second later on a slow line. */
export function beginWith(page: WorkshopPageBody): void {
  known = page
  void openEarly(page)
}

/** What a workshop's page begins with. Who comes a second time asks the server. */
export function askForWorkshop(id: string): Promise<Called<WorkshopPageBody>> {
  const page = known
  known = undefined
  if (page?.workshop.id === id) return Promise.resolve({ ok: true, status: 200, body: page })
  return call<WorkshopPageBody>('GET', `/api/workshops/${encodeURIComponent(id)}`)
}
