/** An item with where it is shown, and its finished reading, which is the same object until one of the two changes. */
export type Placed<Item, Where, View> = { item: Item; where: Where; view: View }

/** Undefined for one that went. */
type Changes<Item, Where, View> = Map<string, Placed<Item, Where, View> | undefined>

/**
 * What lies where, in order, kept up to date item by item: an edit costs the container it touches and not the canvas. The
 * list of views of a home keeps its identity until something in it changes.
 */
export class Homes<Item extends { id: string }, Where, View> {
  readonly #byId = new Map<string, { home: string; placed: Placed<Item, Where, View> }>()
  readonly #placed = new Map<string, Placed<Item, Where, View>[]>()
  readonly #views = new Map<string, View[]>()
  readonly #dirty = new Map<string, Changes<Item, Where, View>>()

  constructor(private readonly compare: (a: Placed<Item, Where, View>, b: Placed<Item, Where, View>) => number) {}

  get(id: string): { home: string; placed: Placed<Item, Where, View> } | undefined {
    return this.#byId.get(id)
  }

  put(home: string, placed: Placed<Item, Where, View>): void {
    const { id } = placed.item
    const before = this.#byId.get(id)?.home
    if (before !== undefined && before !== home) this.#change(before).set(id, undefined)
    this.#byId.set(id, { home, placed })
    this.#change(home).set(id, placed)
  }

  remove(id: string): void {
    const there = this.#byId.get(id)
    if (!there) return
    this.#byId.delete(id)
    this.#change(there.home).set(id, undefined)
  }

  /** In reading order. The same array until something in it changed. */
  viewsIn(home: string): View[] {
    this.#settle(home)
    return this.#views.get(home) ?? this.#none(home)
  }

  /** An empty list is somebody's own: two containers never share one. */
  #none(home: string): View[] {
    const none: View[] = []
    this.#views.set(home, none)
    return none
  }

  #change(home: string): Changes<Item, Where, View> {
    const changes: Changes<Item, Where, View> = this.#dirty.get(home) ?? new Map()
    this.#dirty.set(home, changes)
    return changes
  }

  #settle(home: string): void {
    const changes = this.#dirty.get(home)
    if (!changes) return
    this.#dirty.delete(home)
    const before = this.#placed.get(home) ?? []
    const kept = this.#inPlace(before, changes) ?? this.#inOrder(before, changes)
    this.#placed.set(home, kept)
    const views = kept.map((placed) => placed.view)
    const viewsBefore = this.#views.get(home)
    const same = viewsBefore?.length === views.length && viewsBefore.every((view, index) => view === views[index])
    if (!same) this.#views.set(home, views)
  }

  /** Where one item changed and stays between its neighbours, as at each letter typed, nothing is sorted. */
  #inPlace(before: readonly Placed<Item, Where, View>[], changes: Changes<Item, Where, View>) {
    const [[id, placed] = [], more] = [...changes]
    const at = more || !placed ? -1 : before.findIndex(({ item }) => item.id === id)
    if (!placed || at < 0) return undefined
    const [above, below] = [before[at - 1], before[at + 1]]
    if ((above && this.compare(above, placed) > 0) || (below && this.compare(placed, below) > 0)) return undefined
    return [...before.slice(0, at), placed, ...before.slice(at + 1)]
  }

  #inOrder(before: readonly Placed<Item, Where, View>[], changes: Changes<Item, Where, View>) {
    const kept = before.filter((placed) => !changes.has(placed.item.id))
    // nearly in order already, which is what this sort is quickest at
    for (const placed of changes.values()) if (placed) kept.push(placed)
    return kept.sort(this.compare)
  }
}
