import type { ActionId, WorkshopId } from '../../shared/domain/ids'

/**
 * Actions whose wording nobody may change now. Everybody who asks for a workshop's gets the same set, and it changes under
 * them: rooms judge by it for as long as they are open. So it is held as long as anybody holds it and no longer; whoever
 * asks after that gets it from what is stored.
 */
export class LiveLocks {
  readonly #loading = new Map<WorkshopId, Promise<Set<ActionId>>>()
  readonly #loaded = new Map<WorkshopId, WeakRef<Set<ActionId>>>()
  readonly #letGo = new FinalizationRegistry<WorkshopId>((workshopId) => {
    if (this.#loaded.get(workshopId)?.deref() === undefined) this.#loaded.delete(workshopId)
  })

  constructor(private readonly load: (workshopId: WorkshopId) => Promise<Set<ActionId>>) {}

  async of(workshopId: WorkshopId): Promise<Set<ActionId>> {
    return this.#loaded.get(workshopId)?.deref() ?? this.#loading.get(workshopId) ?? this.#begin(workshopId)
  }

  /** Workshops of which something is remembered. */
  get size(): number {
    return this.#loaded.size
  }

  #begin(workshopId: WorkshopId): Promise<Set<ActionId>> {
    const loading = this.load(workshopId)
      .then((locks) => {
        this.#loaded.set(workshopId, new WeakRef(locks))
        this.#letGo.register(locks, workshopId)
        return locks
      })
      .finally(() => this.#loading.delete(workshopId))
    this.#loading.set(workshopId, loading)
    return loading
  }
}
