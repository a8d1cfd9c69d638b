import type { BallotItem } from '../../shared/domain/ballot'
import { allClusters, type ClusterView } from '../../shared/domain/canvas-view'
import type { ActionId, CanvasId, WorkshopId } from '../../shared/domain/ids'
import { ok, type Result, refuse } from '../../shared/result'
import type { WrittenWords } from './ports'
import type { WantedItem } from './rules'

/**
 * The items with their words as they stand in the documents now [B3]: what people see is what the server read, whatever
 * was sent. `before`: words that an item had on an earlier ballot, for one that is gone meanwhile.
 */
export async function freeze(
  written: WrittenWords,
  workshopId: WorkshopId,
  { wanted, before = [] }: { wanted: readonly WantedItem[]; before?: readonly BallotItem[] | undefined },
): Promise<Result<BallotItem[], 'item-gone' | 'wording-changed'>> {
  const read = await readItems(written, workshopId, wanted)
  const items: BallotItem[] = []
  for (const item of wanted) {
    const found = read(item) ?? before.find((one) => one.id === item.id)
    if (!found) return refuse('item-gone')
    if (item.seen !== undefined && item.seen !== found.title) return refuse('wording-changed')
    items.push(found)
  }
  return ok(items)
}

async function readItems(written: WrittenWords, workshopId: WorkshopId, wanted: readonly WantedItem[]) {
  const ids = new Set(wanted.flatMap((item) => (item.is === 'cluster' ? [item.canvasId] : [])))
  const canvases = new Map<CanvasId, ClusterView[]>()
  for (const id of ids) {
    const view = await written.canvasOf(workshopId, id)
    if (view) canvases.set(id, allClusters(view))
  }
  const asksForActions = wanted.some((item) => item.is === 'action')
  const actions = asksForActions ? await openActions(written, workshopId) : new Map<ActionId, string>()
  return (item: WantedItem): BallotItem | undefined => {
    if (item.is === 'action') {
      const title = actions.get(item.id)
      return title === undefined ? undefined : { is: 'action', id: item.id, title }
    }
    const { id, canvasId } = item
    const cluster = canvases.get(canvasId)?.find((one) => one.id === id)
    return cluster && { is: 'cluster', id, canvasId, kind: cluster.kind, title: cluster.title.trim() }
  }
}

/** Actions that are still being decided on: a record is not put to the vote. */
async function openActions(written: WrittenWords, workshopId: WorkshopId): Promise<Map<ActionId, string>> {
  const [{ actions }, put] = await Promise.all([written.agreement(workshopId), written.actionsOf(workshopId)])
  const records = new Set(put.filter((action) => action.status === 'record').map((action) => action.id))
  return new Map(actions.filter(({ id }) => !records.has(id)).map(({ id, title }) => [id, title.trim()]))
}
