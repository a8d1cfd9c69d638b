import type { CanvasView } from './canvas-view'

/** What keeps something as it is: a lock on a note, or on the cluster or section that holds it. */
export type Lock = { is: 'note' | 'cluster' | 'section'; title: string }

/**
 * The first lock that is on any of these items: on itself, or on what it lies in. One pass over the canvas; asked when
 * somebody is about to do something, never for a drawing.
 */
export function lockOn(view: CanvasView, ids: Iterable<string>): Lock | undefined {
  for (const [, lock] of locksAmong(view, new Set(ids))) return lock
  return undefined
}

/** Each of these items that a lock is on, with the lock. */
export function locksOn(view: CanvasView, ids: Iterable<string>): Map<string, Lock> {
  return new Map(locksAmong(view, new Set(ids)))
}

function* locksAmong(view: CanvasView, asked: ReadonlySet<string>): Iterable<[string, Lock]> {
  for (const section of [...view.sections, null]) {
    const holder = section ?? view.loose
    const ofSection = section?.locked ? { is: 'section' as const, title: section.title } : undefined
    if (ofSection && section && asked.has(section.id)) yield [section.id, ofSection]
    if (ofSection)
      for (const drawing of view.drawings)
        if (drawing.section === section?.id && asked.has(drawing.id)) yield [drawing.id, ofSection]
    for (const note of holder.notes) {
      const lock = ofSection ?? (note.locked ? { is: 'note' as const, title: note.text } : undefined)
      if (lock && asked.has(note.id)) yield [note.id, lock]
    }
    for (const cluster of holder.clusters) {
      const ofCluster = ofSection ?? (cluster.locked ? { is: 'cluster' as const, title: cluster.title } : undefined)
      if (ofCluster && asked.has(cluster.id)) yield [cluster.id, ofCluster]
      for (const note of cluster.notes) {
        const lock = ofCluster ?? (note.locked ? { is: 'note' as const, title: note.text } : undefined)
        if (lock && asked.has(note.id)) yield [note.id, lock]
      }
    }
  }
}
