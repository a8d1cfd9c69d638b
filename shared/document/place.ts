import type { DrawingPlace } from '../domain/drawing'
import type { ClusterId, SectionId } from '../domain/ids'
import { type ClusterPlace, isBinned, type NotePlace } from '../domain/place'

/** Reads a place from whatever is stored; undefined for what is not one. */
export function readPlace(value: unknown): NotePlace | undefined {
  if (!isObject(value)) return undefined
  if (value.in === 'bin') {
    const from = readPlace(value.from)
    if (!from || isBinned(from)) return undefined
    return { in: 'bin', from, at: finite(value.at) ?? 0 }
  }
  if (typeof value.in === 'string' && typeof value.order === 'string')
    return { in: value.in as SectionId, order: value.order }
  const x = finite(value.x)
  const y = finite(value.y)
  if ((typeof value.in === 'string' || value.in === null) && x !== undefined && y !== undefined) {
    return { in: value.in as SectionId | null, x, y }
  }
  return undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function finite(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** What resolving needs to know of the clusters: place and where a merged one went. */
export type ClusterFacts = ReadonlyMap<string, { place: ClusterPlace; goneTo: ClusterId | null }>

/**
 * For each cluster the one that lives on for it: follows `goneTo` through merges. Of a circle (two people merged crosswise)
 * the smallest id lives on; a pointer to nothing is ignored. Total: always an existing cluster. Each way is gone once, since
 * somebody may have merged thousands into one another.
 */
export function survivorsOf(clusters: ClusterFacts): ReadonlyMap<string, ClusterId> {
  const survivors = new Map<string, ClusterId>()
  for (const id of clusters.keys()) {
    if (survivors.has(id)) continue
    const way = wayFrom(id as ClusterId, clusters, survivors)
    const end = survivorAt(way, clusters, survivors)
    for (const gone of way) survivors.set(gone, end)
  }
  return survivors
}

/** The clusters passed on the way, up to where it ends, is known already or closes to a circle. */
function wayFrom(id: ClusterId, clusters: ClusterFacts, known: ReadonlyMap<string, ClusterId>): ReadonlySet<ClusterId> {
  const way = new Set<ClusterId>()
  let at: ClusterId | null = id
  while (at !== null && clusters.has(at) && !known.has(at) && !way.has(at)) {
    way.add(at)
    at = clusters.get(at)?.goneTo ?? null
  }
  return way
}

function survivorAt(
  way: ReadonlySet<ClusterId>,
  clusters: ClusterFacts,
  known: ReadonlyMap<string, ClusterId>,
): ClusterId {
  const passed = [...way]
  const last = passed.at(-1) as ClusterId
  const next = clusters.get(last)?.goneTo
  if (!next || !clusters.has(next)) return last
  const circle = passed.slice(passed.indexOf(next))
  return known.get(next) ?? circle.reduce((least, other) => (other < least ? other : least))
}

/** Where an item really is, once everything that was merged, deleted or never existed is taken into account. */
export type Resolved =
  | { is: 'in-cluster'; cluster: ClusterId; order: string; at: null }
  | { is: 'in-section'; section: SectionId; order: string; at: { x: number; y: number } | null }
  | { is: 'loose'; order: string; at: { x: number; y: number } }
  | { is: 'binned'; at: number }

export type Containers = {
  sections: ReadonlySet<string>
  firstSection: SectionId | undefined
  clusters: ClusterFacts
  survivors: ReadonlyMap<string, ClusterId>
}

/** Never loses a note: dangling falls to the cluster's section, then to the first section, then onto the bare canvas. */
export function resolveNotePlace(place: NotePlace, containers: Containers): Resolved {
  if (isBinned(place)) return { is: 'binned', at: place.at }
  if (place.in === null) return { is: 'loose', order: '', at: { x: clamp(place.x), y: clamp(place.y) } }
  const cluster = containers.survivors.get(place.in)
  if (cluster === undefined) return inSection(place, containers)
  const home = containers.clusters.get(cluster)?.place
  const order = 'order' in place ? place.order : ''
  if (home && isBinned(home)) return inSection({ in: home.from.in as SectionId, order }, containers)
  return { is: 'in-cluster', cluster, order, at: null }
}

/** Clusters never lie in clusters: a place that names one falls to the first section. */
export function resolveClusterPlace(place: ClusterPlace, containers: Containers): Resolved {
  if (isBinned(place)) return { is: 'binned', at: place.at }
  if (place.in === null) return { is: 'loose', order: '', at: { x: clamp(place.x), y: clamp(place.y) } }
  return inSection(place, containers)
}

/** A drawing keeps its measure: one whose section is gone lies on the bare canvas. */
export function resolveDrawingPlace(
  place: DrawingPlace,
  { sections }: Pick<Containers, 'sections'>,
): { is: 'there'; section: SectionId | null; at: { x: number; y: number } } | { is: 'binned'; at: number } {
  if (isBinned(place)) return { is: 'binned', at: place.at }
  const section = place.in !== null && sections.has(place.in) ? place.in : null
  return { is: 'there', section, at: { x: clamp(place.x), y: clamp(place.y) } }
}

type InContainer = { in: string | null; order: string } | { in: string | null; x: number; y: number }

function inSection(place: InContainer, containers: Containers): Resolved {
  const known = place.in !== null && containers.sections.has(place.in)
  const section = known ? (place.in as SectionId) : containers.firstSection
  const at = 'x' in place ? { x: clamp(place.x), y: clamp(place.y) } : null
  if (!section) return { is: 'loose', order: '', at: at ?? { x: 0, y: 0 } }
  return { is: 'in-section', section, order: 'order' in place ? place.order : '', at: known ? at : null }
}

/** No item lies further out than this, whoever wrote the place: one far away would make *zoom to fit* useless. */
const FAR = 1e6

function clamp(value: number): number {
  return Math.max(-FAR, Math.min(FAR, value))
}
