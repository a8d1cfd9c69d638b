import type * as Y from 'yjs'
import { CLUSTER_KINDS } from '../domain/cluster'
import { type ClusterId, type NoteId, newId } from '../domain/ids'
import type { ClusterSpot } from '../domain/spot'
import { type Edit, edit } from './change'
import { createCluster, gather } from './edits'
import { itemOf } from './roots'

/** Folds clusters to their headlines, or opens them. It is shared: everybody talks about the same picture. */
export function foldClusters(document: Y.Doc, ids: readonly ClusterId[], folded: boolean): Edit {
  return edit(document, folded ? 'fold-clusters' : 'unfold-clusters', (record) => {
    for (const id of ids) record.set('clusters', id, 'folded', folded)
  })
}

/**
 * Some notes of a cluster become a cluster of the same kind. Of a proposal both halves answer the same barriers: nobody
 * has said yet which half answers which.
 */
export function splitCluster(
  document: Y.Doc,
  split: { from: ClusterId; notes: readonly NoteId[]; title: string; spot: ClusterSpot; now: number; id?: ClusterId },
): { id: ClusterId; edit: Edit } {
  const id = split.id ?? newId<'cluster'>()
  const done = edit(document, 'split-cluster', (record) => {
    const old = itemOf(document, 'clusters', split.from)
    const kind = CLUSTER_KINDS.find((one) => one === old?.get('kind')) ?? 'theme'
    createCluster(record, id, { title: split.title, kind, spot: split.spot, now: split.now })
    const addresses: unknown = old?.get('addresses')
    if (Array.isArray(addresses) && addresses.length > 0) record.set('clusters', id, 'addresses', [...addresses])
    gather(record, id, split.notes)
  })
  return { id, edit: done }
}
