import { type Accessor, createSignal, getOwner, onCleanup } from 'solid-js'
import { newId } from '../../shared/domain/ids'
import type { RoomName } from '../../shared/domain/room'
import type { RefusalCode } from '../../shared/protocol/refusals'
import type { Loss } from '../connection/room-document'
import type { LostWords } from '../connection/written-texts'
import { storageFor } from '../ui/kept'

/** Words of this person that the server did not take. They stay on this device until the person says what to do. */
export type NotAddedItem = LostWords & { id: string; room: RoomName; code: RefusalCode; at: number }

/** Puts the words into the workshop again; false when that cannot be done now. */
export type AddAgain = (item: NotAddedItem) => boolean

/** What the tray shows and does. */
export interface NotAdded {
  items: Accessor<NotAddedItem[]>
  keep(room: RoomName, loss: Loss): void
  dismiss(id: string): void
  /** An open room says how its words are put in again; returns how to take that back. */
  offer(room: RoomName, addAgain: AddAgain): () => void
  canAddAgain(item: NotAddedItem): boolean
  addAgain(item: NotAddedItem): boolean
}

/** `key`: one tray per member and workshop, kept over reloads where the browser allows it. */
export function createNotAdded(
  key: string,
  now: () => number,
  storage: Storage | undefined = storageFor('device'),
): NotAdded {
  const [items, setItems] = createSignal(readItems(storage, key))
  const [offers, setOffers] = createSignal<ReadonlyMap<RoomName, AddAgain>>(new Map())
  /** Let go of in this tab: another may write them once more before it hears of that. */
  const gone = new Set<string>()
  let isKept = true

  /** What lies on the device now, with what other tabs put there; and what found no room there. */
  function latest(): NotAddedItem[] {
    const there = readItems(storage, key)
    const all =
      isKept && storage ? there : [...there, ...items().filter(({ id }) => !there.some((one) => one.id === id))]
    return all.filter(({ id }) => !gone.has(id))
  }

  function change(next: NotAddedItem[]): void {
    setItems(next)
    isKept = writeItems(storage, key, next)
  }

  const heard = (event: StorageEvent) => {
    if (event.storageArea === storage && (event.key === key || event.key === null)) setItems(latest())
  }
  globalThis.addEventListener?.('storage', heard)
  if (getOwner()) onCleanup(() => globalThis.removeEventListener?.('storage', heard))

  function dismiss(...ids: string[]): void {
    for (const id of ids) gone.add(id)
    change(latest())
  }
  return {
    items,
    dismiss: (id) => dismiss(id),
    keep(room, { code, words }) {
      const kept = words.map((lost) => ({ ...lost, id: newId(), room, code, at: now() }))
      // The same text refused twice is one entry: its latest words.
      const places = new Set(kept.map(placeOf))
      if (kept.length === 0) return
      for (const item of latest()) if (places.has(placeOf(item))) gone.add(item.id)
      change([...latest(), ...kept])
    },
    offer(room, addAgain) {
      setOffers((all) => new Map(all).set(room, addAgain))
      return () => setOffers((all) => new Map([...all].filter(([, offer]) => offer !== addAgain)))
    },
    canAddAgain: (item) => offers().has(item.room),
    addAgain(item) {
      const added = offers().get(item.room)?.(item) ?? false
      if (added) dismiss(item.id)
      return added
    },
  }
}

function placeOf({ room, path }: Pick<NotAddedItem, 'room' | 'path'>): string {
  return [room, ...path].join('/')
}

function readItems(storage: Storage | undefined, key: string): NotAddedItem[] {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isItem) : []
  } catch {
    return []
  }
}

function isItem(value: unknown): value is NotAddedItem {
  const item = value as Partial<NotAddedItem> | null
  return typeof item?.id === 'string' && typeof item.text === 'string' && Array.isArray(item.path)
}

function writeItems(storage: Storage | undefined, key: string, items: NotAddedItem[]): boolean {
  try {
    if (items.length === 0) storage?.removeItem(key)
    else storage?.setItem(key, JSON.stringify(items))
    return true
  } catch {
    // Full or blocked: the tray itself still has them.
    return false
  }
}
