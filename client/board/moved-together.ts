import type { CanvasLayout } from '../../shared/layout/boxes'

/** A note takes the other selected notes along; a cluster moves alone, with its notes in it. */
export function draggedWith(layout: CanvasLayout, pressed: string, selected: readonly string[]): string[] {
  if (layout.drawings.has(pressed as never)) return drawnWith(layout, pressed, selected)
  if (!layout.notes.has(pressed as never)) return [pressed]
  const notes = selected.filter((id) => layout.notes.has(id as never))
  return notes.includes(pressed) ? notes : [pressed]
}

/** A drawing takes along what was drawn with it, and the other drawings selected; the pressed one comes first. */
function drawnWith(layout: CanvasLayout, pressed: string, selected: readonly string[]): string[] {
  const drawings = selected.filter((id) => layout.drawings.has(id as never))
  const all = drawings.includes(pressed) ? drawings : withSketches(layout, [pressed])
  return [pressed, ...all.filter((id) => id !== pressed)]
}

/** Lines drawn in one go are one thing; the first of them, which stands for all in the reading order, comes last. */
export function withSketches(layout: CanvasLayout, ids: readonly string[]): string[] {
  if (!ids.some((id) => layout.drawings.has(id as never))) return [...ids]
  const all = new Set<string>()
  for (const id of ids) {
    const box = layout.drawings.get(id as never)
    const together = [...layout.drawings.values()].filter((one) => box !== undefined && one.sketch === box.sketch)
    for (const one of box ? together.map((other) => other.id).reverse() : [id]) all.add(one)
  }
  return [...all]
}

/** What is drawn lifted: a cluster brings its notes. */
export function withClusterNotes(layout: CanvasLayout, ids: readonly string[]): Set<string> {
  const all = new Set(ids)
  for (const { cluster, notes } of layout.parts)
    if (cluster && all.has(cluster.id)) for (const id of notes.keys()) all.add(id)
  return all
}
