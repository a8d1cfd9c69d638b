import type { Touch, UpdateReading } from '../../shared/document/touches'
import type { MemberId } from '../../shared/domain/ids'
import type { RoomAddress } from '../../shared/domain/room'
import type { RefusalCode } from '../../shared/protocol/refusals'
import type { JoinCache } from './join-cache'
import type { RoomLimits } from './limits'
import type { Rights } from './ports'

/** Who brings an update, as far as its size is concerned. */
export type Bringer = { memberId: MemberId; rights: Pick<Rights, 'mayUseReserve'> }

export type SpaceOptions = {
  address: RoomAddress
  cache: JoinCache
  limits: RoomLimits
  /** What each member has brought, in bytes. */
  brought: Map<MemberId, number>
  /** Encodes the whole document and answers its size: as costly as the document is large. */
  measure(): number
}

/** A document of less than this many shares asks nobody what they brought. */
const SHARES_UNASKED = 2
/** What several wrote into one text without seeing each other may make it longer still, by so many times what one may write. */
const UNSEEN = 2
/** Where something lies takes no more than this. */
const PLACE_BYTES = 512
/** Keys that say where an item is and whether it can be changed. */
const ARRANGING: readonly (string | undefined)[] = ['place', 'locked']

/**
 * How much still fits into a document, and from whom: one person cannot fill it for all, and when it is full it can still be
 * tidied up [R24].
 */
export class Space {
  /** Taken in, and not yet counted by the cache. */
  #unpublished = 0
  /** Characters that somebody added to a text that is too long already. */
  readonly #unseen = new Map<string, number>()

  constructor(private readonly options: SpaceOptions) {}

  refusalOf({ memberId, rights }: Bringer, update: Uint8Array, reading: UpdateReading): RefusalCode | undefined {
    // Only deletions: they make room.
    if (reading.authors.length === 0) return undefined
    if (this.#makesTooLong(memberId, reading)) return 'text-too-long'
    const { reserveBytes, shareBytes } = this.options.limits
    const isSparing = rights.mayUseReserve === true || isArranging(update, reading.touches)
    const most = this.#most
    if (!this.#fits(update.length, isSparing ? most + reserveBytes : most)) return 'document-full'
    if (isSparing) return undefined
    const share = (this.options.brought.get(memberId) ?? 0) + update.length
    return share <= shareBytes || this.#fits(update.length, SHARES_UNASKED * shareBytes) ? undefined : 'share-full'
  }

  /** So much of somebody's has been taken in. */
  took({ memberId }: Bringer, bytes: number): void {
    const { brought } = this.options
    brought.set(memberId, (brought.get(memberId) ?? 0) + bytes)
    this.#unpublished += bytes
  }

  /** All that was taken in is in the cache. */
  published(): void {
    this.#unpublished = 0
  }

  /** For everybody; the reserve comes on top. */
  get #most(): number {
    const { address, limits } = this.options
    return address.kind === 'drafts' ? limits.draftsBytes : limits.documentBytes - limits.reserveBytes
  }

  /**
   * Counting what came in says too much, since what is deleted or written over goes; measuring costs an encoding, and is
   * done only when the document has changed since the last one and that is some time ago. A full one that nobody changes
   * is not measured again, whatever is sent.
   */
  #fits(bytes: number, most: number): boolean {
    const { cache, measure } = this.options
    const more = bytes + this.#unpublished
    if (cache.bytes + more <= most) return true
    const size = cache.isWorthMeasuring ? measure() : cache.stateBytes
    return size + more <= most
  }

  /**
   * A page lets nobody write into a text that is full. What many wrote at once, or while they were away, comes together all
   * the same; so somebody who has not seen how long it has become may add what one person may write, and a little more.
   */
  #makesTooLong(memberId: MemberId, { texts }: UpdateReading): boolean {
    const { textLength, mostOfText } = this.options.limits
    const tooLong = texts.filter(({ length }) => length > mostOfText)
    const unseen = tooLong.map(({ root, path, added }) => {
      const key = [memberId, root, ...path].join('/')
      return { key, added: (this.#unseen.get(key) ?? 0) + added }
    })
    if (unseen.some(({ added }) => added > UNSEEN * textLength)) return true
    for (const { key, added } of unseen) this.#unseen.set(key, added)
    return false
  }
}

/** Moves, locks, and deletes what was there, and brings nothing else. */
function isArranging(update: Uint8Array, touches: readonly Touch[]): boolean {
  const isSmall = update.length <= PLACE_BYTES * touches.length
  return (
    isSmall && touches.every(({ change, path }) => change === 'set' && path.length === 2 && ARRANGING.includes(path[1]))
  )
}
