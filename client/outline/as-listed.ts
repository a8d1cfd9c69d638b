import type { CanvasView, ClusterView } from '../../shared/domain/canvas-view'
import { sketchesOf } from '../../shared/domain/drawing'
import type { ClusterId, DrawingId, NoteId } from '../../shared/domain/ids'
import type { ListFilter } from './create-filter'

/** What has a row or a heading of its own in the list. What was drawn in one go is one, by the name of its sketch. */
export type Listed =
  | { is: 'note'; id: NoteId }
  | { is: 'cluster'; id: ClusterId; cluster: ClusterView }
  | { is: 'drawing'; id: string; drawings: readonly DrawingId[] }

/** As the list shows them: in each section what is not sorted, then each heading with its notes; drawings last. */
export function asListed(view: CanvasView): Listed[] {
  const held = [...view.sections, view.loose].flatMap(({ notes, clusters }): Listed[] => [
    ...notes.map(({ id }): Listed => ({ is: 'note', id })),
    ...clusters.flatMap((cluster): Listed[] => [
      { is: 'cluster', id: cluster.id, cluster },
      ...cluster.notes.map(({ id }): Listed => ({ is: 'note', id })),
    ]),
  ])
  const drawn = sketchesOf(view.drawings).map((drawings): Listed => {
    return { is: 'drawing', id: drawings[0]?.sketch ?? '', drawings: drawings.map(({ id }) => id) }
  })
  return [...held, ...drawn]
}

/** No filter hides what was drawn. */
export function isShown(list: Pick<ListFilter, 'showsNote' | 'showsCluster'>, one: Listed): boolean {
  if (one.is === 'note') return list.showsNote(one.id)
  return one.is === 'drawing' || list.showsCluster(one.cluster)
}
