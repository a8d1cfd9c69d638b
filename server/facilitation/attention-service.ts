import type { Announcement, Spotlight, SpotlightPage } from '../../shared/domain/attention'
import type { CanvasId, MemberId, WorkshopId } from '../../shared/domain/ids'
import type { Reply } from '../../shared/protocol/refusals'
import { ok, refuse } from '../../shared/result'
import type { AttentionFields, AttentionStore, Run, WrittenCanvases } from './ports'
import type { Stage } from './stage'

/** Where to look, as asked for: ids that nobody has checked yet. */
export type Pointing = { page: SpotlightPage; canvasId: CanvasId | null; item: Spotlight['item'] }

/** Where everybody is asked to look, and the sentence on every screen. Who may is asked before. */
export interface AttentionService {
  pointTo(workshopId: WorkshopId, pointing: Pointing, by: MemberId): Promise<Reply<Spotlight>>
  /** Taken away twice is taken away once. */
  stopPointing(workshopId: WorkshopId): Promise<Reply<null>>
  /** An empty text takes it down. */
  announce(workshopId: WorkshopId, text: string, by: MemberId): Promise<Reply<Announcement | null>>
}

type Ports = { store: AttentionStore; stage: Stage; written: WrittenCanvases; now: () => number }

export function createAttention({ store, stage, written, now }: Ports): AttentionService {
  const show = (workshopId: WorkshopId, fields: AttentionFields) =>
    stage.publish(workshopId, fields, store.rowsForAttention(workshopId, fields))

  /** The words of what is pointed to; refused when it is not there [F23]. */
  async function titleOf({ workshop }: Run, { page, canvasId, item }: Pointing): Promise<Reply<string>> {
    if (page !== 'canvas')
      return canvasId === null && item === null ? ok('') : { ...refuse('not-valid'), field: 'item' }
    const canvas = workshop.canvases.find(({ id }) => id === canvasId)
    if (!canvas) return refuse('not-found')
    if (item === null) return ok(canvas.title)
    const view = await written.canvasOf(workshop.id, canvas.id)
    const clusters = [...(view?.sections.flatMap((section) => section.clusters) ?? []), ...(view?.loose.clusters ?? [])]
    const all = item.is === 'section' ? view?.sections : clusters
    const found = all?.find(({ id }) => id === item.id)
    return found ? ok(found.title.trim()) : refuse('not-found')
  }

  return {
    pointTo: (workshopId, pointing, by) =>
      stage.inTurn(workshopId, async (): Promise<Reply<Spotlight>> => {
        const run = await store.run(workshopId)
        if (!run) return refuse('not-found')
        if (run.workshop.endedAt !== null) return refuse('workshop-ended')
        const title = await titleOf(run, pointing)
        if (!title.ok) return title
        const spotlight = { ...pointing, title: title.value, by, at: now() }
        await show(workshopId, { spotlight })
        return ok(spotlight)
      }),

    stopPointing: (workshopId) =>
      stage.inTurn(workshopId, async () => {
        await show(workshopId, { spotlight: null })
        return ok(null)
      }),

    announce: (workshopId, text, by) =>
      stage.inTurn(workshopId, async () => {
        const announcement = text === '' ? null : { text, by, at: now() }
        await show(workshopId, { announcement })
        return ok(announcement)
      }),
  }
}
