import {
  type Accessor,
  batch,
  createContext,
  createEffect,
  createMemo,
  createSignal,
  onCleanup,
  untrack,
  useContext,
} from 'solid-js'
import type { CanvasView } from '../../../shared/domain/canvas-view'
import type { CanvasId, MemberId } from '../../../shared/domain/ids'
import type { StageView } from '../../../shared/domain/stage-view'
import { announce } from '../../ui/live-region'
import { type Volume, volume } from '../../ui/volumes'
import type { Canvas, Workshop } from '../contract'
import { awayNews, type Seen as SeenStage, seenNow, type Turn } from '../shell/away-news'
import { useWorkshop } from '../workshop-context'
import type { ChangedItem, ChangedItems } from './changed-items'
import { createKeptLooks, type KeptLooks, lookKey } from './kept-looks'
import { Look } from './look'
import { NewNotes } from './new-notes'
import { type Change, whatChanged } from './what-changed'
import { followWhoseChange } from './whose-change'

/** What others did on the canvas of the page since this person looked. */
export interface CanvasNews {
  canvasId: Accessor<CanvasId | undefined>
  /** How many things: items of the canvas, and turns of the workshop. */
  count: Accessor<number>
  lookedAt: Accessor<number>
  /** Items that changed since, by id; also those that are gone. Tracks. */
  isChanged(id: string): boolean
  /** Compared and put into sentences now, and only now. */
  tell(): { changes: Change[]; turns: Turn[]; count: number; at: number; markRead: () => void }
  panel: { isOpen: Accessor<boolean>; show(): void; close(): void }
}

/** Where no canvas is on the page there is nothing to tell. */
export const CanvasNewsContext = createContext<CanvasNews>()
export const useCanvasNews = () => useContext(CanvasNewsContext)

/** An own change is kept this long after it at the latest, ms; and when the page goes. */
const KEEP_MS = 10_000

const EVERY_MS: Record<Volume, number | undefined> = { calm: 20_000, seldom: 120_000, off: undefined }

/** Follows the canvas that is on the page, as long as the calling owner lives. */
export function createCanvasNews(
  canvas: Accessor<Canvas | undefined>,
  kept: KeptLooks = createKeptLooks(),
): CanvasNews {
  const workshop = useWorkshop()
  const [following, setFollowing] = createSignal<Following>()
  const [isOpen, setIsOpen] = createSignal(false)
  const begun = new Set<CanvasId>()
  // until the stage arrives, nobody is known to have joined
  const isHere = createMemo(() => workshop.me().joinedAt > 0 && !workshop.me().preview)
  createEffect(() => {
    const now = canvas()
    if (!now?.ready() || !isHere()) return
    // another document in its place is compared with what was kept
    now.document()
    untrack(() => setFollowing(new Following({ canvas: now, workshop, kept, again: begun.has(now.id) })))
    begun.add(now.id)
    onCleanup(() => {
      following()?.stop()
      setFollowing(undefined)
    })
  })
  const turns = createMemo(() => turnsSince(following()?.stageSeen(), workshop))
  return {
    canvasId: () => following()?.canvas.id,
    count: () => (following()?.count() ?? 0) + turns().length,
    lookedAt: () => following()?.at() ?? workshop.now(),
    isChanged: (id) => following()?.isChanged(id) ?? false,
    tell() {
      const now = following()
      const tellTurns = turns()
      const changes = now?.changes() ?? []
      const count = changes.reduce((sum, change) => sum + change.count, 0) + tellTurns.length
      // what comes while one reads is not read by it
      const markRead = now?.marker() ?? (() => undefined)
      return { changes, turns: tellTurns, count, at: now?.at() ?? workshop.now(), markRead }
    },
    panel: { isOpen, show: () => setIsOpen(true), close: () => setIsOpen(false) },
  }
}

function turnsSince(seen: SeenStage | undefined, { stage, me }: Workshop): Turn[] {
  return seen ? awayNews(seen, { stage, canvas: undefined, me: me().id }) : []
}

type Options = { canvas: Canvas; workshop: Workshop; kept: KeptLooks; again: boolean }

/** One canvas, from when it has arrived until it goes or its document is replaced. Made inside an owner. */
class Following {
  readonly canvas: Canvas
  readonly #key: string
  readonly #look: Look
  readonly #newNotes: NewNotes
  readonly #stop: (() => void)[] = []
  #saving: ReturnType<typeof setTimeout> | undefined
  readonly count: Accessor<number>
  readonly #setCount: (count: number) => void
  readonly at: Accessor<number>
  readonly #setAt: (at: number) => void
  readonly stageSeen: Accessor<SeenStage>
  readonly #setStageSeen: (seen: SeenStage) => void

  constructor(private readonly options: Options) {
    const { canvas, workshop, kept, again } = options
    this.canvas = canvas
    this.#key = lookKey(workshop.me().id, canvas.id)
    const before = kept.read(this.#key)
    const me = () => workshop.me().id
    this.#look = new Look(readingOf(canvas), { me, seen: before?.seen, replaced: again })
    ;[this.count, this.#setCount] = createSignal(this.#look.differing.size)
    ;[this.at, this.#setAt] = createSignal(before?.at ?? workshop.now())
    const [stageSeen, setStageSeen] = createSignal(before?.stage ?? seenNow(workshop.stage, undefined))
    this.stageSeen = stageSeen
    this.#setStageSeen = (seen) => setStageSeen(() => seen)
    this.#newNotes = new NewNotes(
      (text) => announce(text, { kind: 'notes' }),
      () => EVERY_MS[untrack(() => volume('notes'))],
    )
    if (!before) this.#save()
    this.#follow()
  }

  isChanged(id: string): boolean {
    this.count()
    return this.#look.differing.has(id)
  }

  changes(): Change[] {
    return whatChanged(this.#look.seen, this.#look.last, this.#look.differing)
  }

  /** Marks as read what can be read now, whenever it is called. */
  marker(): () => void {
    const mark = this.#look.marker()
    const stage = seenNow(this.options.workshop.stage, undefined)
    const at = this.options.workshop.now()
    return () => {
      mark()
      batch(() => {
        this.#setCount(this.#look.differing.size)
        this.#setAt(at)
        this.#setStageSeen(stage)
      })
      this.#save()
    }
  }

  stop(): void {
    for (const stop of this.#stop) stop()
    this.#newNotes.close()
    if (this.#saving !== undefined) this.#save()
  }

  #follow(): void {
    const isMine = followWhoseChange(this.canvas)
    this.#stop.push(this.canvas.subscribe((view) => this.#read(view, isMine())))
    const typing = () => this.#newNotes.typing()
    const leaving = () => this.#saving !== undefined && this.#save()
    document.addEventListener('input', typing, { capture: true, passive: true })
    globalThis.addEventListener('pagehide', leaving)
    this.#stop.push(() => {
      document.removeEventListener('input', typing, { capture: true })
      globalThis.removeEventListener('pagehide', leaving)
    })
  }

  #read(view: CanvasView, mine: boolean): void {
    // a document that has only begun to arrive lacks most of it
    if (view === this.#look.last || !untrack(this.canvas.ready)) return
    const changed = this.#look.read(view, mine)
    this.#setCount(this.#look.differing.size)
    if (mine) this.#saving ??= setTimeout(() => this.#save(), KEEP_MS)
    else this.#tellNew(changed)
  }

  #tellNew(changed: ChangedItems): void {
    const { me, stage } = this.options.workshop
    const sections = untrack(() => [...changed.values()].flatMap((item) => newIn(item, stage, me().id) ?? []))
    this.#newNotes.added(sections)
  }

  #save(): void {
    clearTimeout(this.#saving)
    this.#saving = undefined
    this.options.kept.write(this.#key, { at: this.at(), seen: this.#look.seen, stage: this.stageSeen() })
  }
}

/** The section of a note that has just come; of those that are shown together their reveal tells. */
function newIn({ before, after }: ChangedItem, { stage, writing }: StageView, me: MemberId): string | undefined {
  if (before || after?.is !== 'note' || after.author === me) return undefined
  const { createdAt } = after
  const wasRevealed = stage.steps.some(({ revealedAt }) => revealedAt === createdAt) || writing?.revealAt != null
  return wasRevealed ? undefined : after.section
}

function readingOf(canvas: Canvas): CanvasView {
  let reading: CanvasView = canvas.view
  canvas.subscribe((view) => {
    reading = view
  })()
  return reading
}
