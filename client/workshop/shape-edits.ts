import type * as Y from 'yjs'
import type { Edit } from '../../shared/document/change'
import { foldClusters, splitCluster } from '../../shared/document/cluster-edits'
import { type Lockable, lockItems } from '../../shared/document/lock-edits'
import * as sections from '../../shared/document/section-edits'
import type { CanvasView, ClusterView, SectionView } from '../../shared/domain/canvas-view'
import type { Deed } from '../../shared/domain/deeds'
import type { ClusterId, NoteId, SectionId } from '../../shared/domain/ids'
import type { ClusterSpot } from '../../shared/domain/spot'
import { frameForNewSection } from '../../shared/layout/section-frames'
import { CLUSTER } from '../../shared/layout/sizes'
import { endOf, endOfSection, findCluster } from './canvas-spots'

/** Edits of clusters, sections and locks, as this person; part of `CanvasEdits`. */
export interface ShapeEdits {
  /** Folds clusters to their headlines on everybody's board, or opens them. */
  foldClusters(ids: readonly ClusterId[], folded: boolean): Edit | undefined
  /** Some notes of a cluster become one beside it, of the same kind. */
  splitCluster(split: { from: ClusterId; notes: readonly NoteId[]; title?: string }): ClusterId | undefined
  setLocked(items: readonly Lockable[], locked: boolean): Edit | undefined
  /** Below or beside what is there, with no title yet. */
  addSection(): SectionId | undefined
  changeSection(id: SectionId, fields: sections.SectionFields): Edit | undefined
  changeLayout(id: SectionId, layout: 'flow' | 'free'): Edit | undefined
  /** In the frames of the template, as `view` has them. */
  moveSection(id: SectionId, to: { x: number; y: number }): Edit | undefined
  resizeSection(id: SectionId, size: { w: number; h: number }): Edit | undefined
  swapSections(a: SectionId, b: SectionId): Edit | undefined
  /** What lies in it goes to the first other section; the last section stays. */
  removeSection(id: SectionId): Edit | undefined
}

type Options = {
  document: () => Y.Doc
  view: () => CanvasView
  open: (deed: Deed) => boolean
  /** Whether no lock is on these; says in words why not. */
  free: (ids: readonly string[]) => boolean
  made: (edit: Edit) => Edit
  now: () => number
}

export function createShapeEdits({ document, view, open, free, made, now }: Options): ShapeEdits {
  const onSection = (run: (section: SectionView) => Edit) => (id: SectionId) => {
    const section = open('change-sections') ? view().sections.find((one) => one.id === id) : undefined
    return section && made(run(section))
  }
  return {
    foldClusters: (ids, folded) =>
      open('arrange') && free(ids) ? made(foldClusters(document(), ids, folded)) : undefined,
    splitCluster({ from, notes, title = '' }) {
      const found = open('arrange') ? findCluster(view(), from) : undefined
      if (!found || notes.length === 0 || !free([from, ...notes])) return undefined
      const spot = besideCluster(found)
      const { id, edit } = splitCluster(document(), { from, notes, title, spot, now: now() })
      made(edit)
      return id
    },
    setLocked: (items, locked) => (open('lock-items') ? made(lockItems(document(), items, locked)) : undefined),
    addSection() {
      if (!open('change-sections')) return undefined
      const frame = frameForNewSection(view())
      const { id, edit } = sections.addSection(document(), {
        title: '',
        prompt: '',
        layout: 'flow',
        kind: 'theme',
        frame,
      })
      made(edit)
      return id
    },
    changeSection: (id, fields) => onSection(() => sections.changeSection(document(), id, fields))(id),
    changeLayout: (id, layout) =>
      onSection((section) => {
        const notes = section.notes.filter((note) => note.at !== null).map((note) => note.id)
        const clusters = section.clusters.filter((cluster) => cluster.at !== null).map((cluster) => cluster.id)
        const into = { notes: endOf(view(), id), clusters: endOfSection(view(), id) }
        return sections.changeLayout(document(), { id, layout, free: { notes, clusters }, into })
      })(id),
    moveSection: (id, to) => onSection(() => sections.moveSection(document(), id, to))(id),
    resizeSection: (id, size) => onSection(() => sections.resizeSection(document(), id, size))(id),
    swapSections: (a, b) => onSection(() => sections.swapSections(document(), a, b))(a),
    removeSection: (id) => {
      const other = view().sections.find((one) => one.id !== id)
      if (!other) return undefined
      return onSection((section) => {
        const holds = {
          notes: section.notes.map((note) => note.id),
          clusters: section.clusters.map((cluster) => cluster.id),
        }
        const into = { notes: endOf(view(), other.id), clusters: endOfSection(view(), other.id) }
        return sections.removeSection(document(), { id, holds, into })
      })(id)
    },
  }
}

/** After it in its section, or at its right where it lies freely. */
export function besideCluster({
  cluster,
  section,
}: {
  cluster: ClusterView
  section: SectionView | null
}): ClusterSpot {
  if (cluster.at !== null || !section) {
    const { x, y } = cluster.at ?? { x: 0, y: 0 }
    return { in: section?.id ?? null, x: x + CLUSTER.width + CLUSTER.gap, y }
  }
  const order = section.clusters.filter((one) => one.at === null)
  const index = order.findIndex(({ id }) => id === cluster.id)
  return { in: section.id, after: cluster.id, before: order[index + 1]?.id ?? null }
}
