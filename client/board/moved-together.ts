import type { CanvasLayout } from '../../shared/layout/boxes'

/**
 * What goes along with what was pressed, which comes first: all that is selected, of whatever kind, if it is. What lies in
 * something that goes, goes in it.
 */
export function draggedWith(layout: CanvasLayout, pressed: string, selected: readonly string[]): string[] {
  const all = selected.includes(pressed) ? selected : withSketches(layout, [pressed])
  const holders = all.filter((id) => layout.clusters.has(id as never) || layout.sections.has(id as never))
  const within = holders.length > 0 ? withAllIn(layout, holders) : undefined
  const own = all.filter((id) => !within?.has(id) || isOutermost(layout, id, within))
  const first = own.includes(pressed) ? pressed : holderOf(layout, pressed, own)
  return first === undefined ? own : [first, ...own.filter((id) => id !== first)]
}

/** Itself in hand, and not merely in what is. */
function isOutermost(layout: CanvasLayout, id: string, moving: ReadonlySet<string>): boolean {
  const { cluster, section } = homesOf(layout, id)
  return !(cluster && moving.has(cluster)) && !(section && moving.has(section))
}

function holderOf(layout: CanvasLayout, id: string, among: readonly string[]): string | undefined {
  const { cluster, section } = homesOf(layout, id)
  return among.find((one) => one === cluster || one === section)
}

function homesOf(layout: CanvasLayout, id: string): { cluster?: string | null; section?: string | null } {
  return layout.notes.get(id as never) ?? layout.clusters.get(id as never) ?? layout.drawings.get(id as never) ?? {}
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

/** What is drawn lifted: a cluster brings its notes, a section all that lies in it. */
export function withAllIn(layout: CanvasLayout, ids: readonly string[]): Set<string> {
  const all = new Set(ids)
  const isIn = (home: string | null) => home !== null && all.has(home)
  for (const { cluster, notes } of layout.parts) {
    if (cluster && isIn(cluster.section)) all.add(cluster.id)
    const [first] = notes.values()
    if (first && (isIn(first.cluster) || isIn(first.section))) for (const id of notes.keys()) all.add(id)
  }
  for (const { id, section } of layout.drawings.values()) if (isIn(section)) all.add(id)
  return all
}

/** How many of each kind; lines drawn in one go are one. */
export function countsOf(layout: CanvasLayout, ids: readonly string[]) {
  const of = (kind: 'notes' | 'clusters' | 'sections') => ids.filter((id) => layout[kind].has(id as never)).length
  const sketches = new Set(ids.flatMap((id) => layout.drawings.get(id as never)?.sketch ?? []))
  return { notes: of('notes'), clusters: of('clusters'), drawings: sketches.size, sections: of('sections') }
}
