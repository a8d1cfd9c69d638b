import type { CanvasView } from './canvas-view'

/** What keeps something as it is: a lock on a note, or on the cluster or section that holds it. */
export type Lock = { is: 'note' | 'cluster' | 'section'; title: string }

/**
 * The first lock that is on any of these items: on itself, or on what it lies in. One pass over the canvas; asked when
 * somebody is about to do something, never for a drawing.
 */
export function lockOn(view: CanvasView, ids: Iterable<string>): Lock | undefined {
  const asked = new Set(ids)
  for (const section of [...view.sections, null]) {
    const holder = section ?? view.loose
    const ofSection = section?.locked ? { is: 'section' as const, title: section.title } : undefined
    if (ofSection && section && asked.has(section.id)) return ofSection
    if (ofSection && view.drawings.some((drawing) => drawing.section === section?.id && asked.has(drawing.id)))
      return ofSection
    for (const note of holder.notes) {
      const lock = ofSection ?? (note.locked ? { is: 'note' as const, title: note.text } : undefined)
      if (lock && asked.has(note.id)) return lock
    }
    for (const cluster of holder.clusters) {
      const ofCluster = ofSection ?? (cluster.locked ? { is: 'cluster' as const, title: cluster.title } : undefined)
      if (ofCluster && asked.has(cluster.id)) return ofCluster
      for (const note of cluster.notes) {
        const lock = ofCluster ?? (note.locked ? { is: 'note' as const, title: note.text } : undefined)
        if (lock && asked.has(note.id)) return lock
      }
    }
  }
  return undefined
}
