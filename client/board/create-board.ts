import {
  type Accessor,
  createEffect,
  createMemo,
  createRenderEffect,
  createSignal,
  createUniqueId,
  on,
  onCleanup,
  untrack,
} from 'solid-js'
import type { CanvasView } from '../../shared/domain/canvas-view'
import type { Deed } from '../../shared/domain/deeds'
import type { DrawingId, NoteId } from '../../shared/domain/ids'
import { type Lock, lockOn, locksOn } from '../../shared/domain/locks'
import { DEFAULT_SIDE_NAMES, type SideNames } from '../../shared/domain/side'
import { layoutCanvas, readingOrder } from '../../shared/layout/canvas-layout'
import { boardText as words } from '../text/board'
import { drawingText } from '../text/drawings'
import { privateText } from '../text/private-writing'
import { workshopText } from '../text/workshop'
import { showToast } from '../ui/toast'
import type { Canvas, Workshop } from '../workshop/contract'
import { usePrivateNotes } from '../workshop/private/private-notes'
import { bindItem } from './bind-item'
import { createPeople, showNobody } from './board-people'
import { createPresenceSender } from './board-presence'
import { boardShapes } from './board-shapes'
import { createPens, type Pens } from './create-pens'
import type { BoardControl, BoardFeed, Drawing } from './crossing'
import { describeItem, findItem } from './describe-item'
import { followScheme } from './follow-scheme'

/** What the Solid side knows about its board, and how it speaks to the React side. */
export type Board = {
  canvas: Canvas
  workshop: Workshop
  feed: BoardFeed
  /** The latest drawing; not tracked. */
  drawing(): Drawing
  control: Accessor<BoardControl | undefined>
  attach(control: BoardControl | undefined): void
  selected: Accessor<readonly string[]>
  setSelected(ids: readonly string[]): void
  /** The latest of what was selected that is still there: where the keys go on when nothing is. Not tracked. */
  lastVisited(): string | undefined
  /** The note or cluster whose words are being written here. */
  editing: Accessor<string | null>
  setEditing(id: string | null): void
  /** Something is in hand just now; not tracked. */
  dragging(): boolean
  setDragging(dragging: boolean): void
  zoom: Accessor<number>
  setZoom(zoom: number): void
  presence: ReturnType<typeof createPresenceSender>
  /** Whether people see each other's pointers. */
  showsCursors: Accessor<boolean>
  sides: Accessor<SideNames>
  /** Whether I may do this to them now: the step allows it and no lock is on them. Not tracked. */
  mayChange(ids: readonly string[], deed?: Deed): boolean
  /** Those of them that I may move now: what they are, the step and locks decide. Not tracked. */
  movable(ids: readonly string[]): readonly string[]
  /** The deed that changing an item's words is. */
  writing(id: string): Deed
  /** The lock that keeps them from me, if one does. */
  lockedBy(ids: readonly string[]): Lock | undefined
  mayDelete(id: NoteId): boolean
  /** Of drawings. */
  mayErase(id: DrawingId): boolean
  pens: Pens
  /** What I write here just now is mine alone, and does not go onto the board. */
  isPrivate: Accessor<boolean>
  addPrivately(texts: string[]): readonly NoteId[]
  /** Where they go. */
  privatePlace(): string
}

/** A board that is only looked at: nothing covers it, nobody's pointer is on it, and it comes as close as it can be read. */
export type BoardLook = { picture: boolean }

/** One board; call inside a Solid owner. */
export function createBoard(canvas: Canvas, workshop: Workshop, look: BoardLook = { picture: false }): Board {
  const [control, attach] = createSignal<BoardControl>()
  const [selected, setSelected] = createSignal<readonly string[]>([], { equals: sameIds })
  const [editing, setEditing] = createSignal<string | null>(null)
  const [zoom, setZoom] = createSignal(1)
  let inHand = false
  let visited: string[] = []
  const keysId = createUniqueId()
  const drawings = createDrawings(canvas)
  const presence = createPresenceSender((shown) => canvas.showPresence(shown))
  onCleanup(() => presence.close())

  const isFacilitator = () => workshop.me().role === 'facilitator'
  const lockedBy = (ids: readonly string[]) => {
    if (isFacilitator()) return undefined
    return lockOn(drawings.now().view, ids)
  }
  const mayChange = (ids: readonly string[], deed: Deed = 'move-note') =>
    untrack(() => workshop.may(deed) && lockedBy(ids) === undefined)
  const isMine = (id: string) => {
    const found = findItem(drawings.now().view, id)
    const author = found?.is === 'note' ? found.note.author : found?.is === 'drawing' ? found.drawing.author : null
    return author !== null && author === workshop.me().id
  }
  const writing = (id: string): Deed => {
    const found = findItem(drawings.now().view, id)
    if (found?.is === 'drawing') return 'write-drawing'
    if (found?.is !== 'note') return 'write-cluster'
    return isMine(id) ? 'write-own-note' : 'write-note'
  }
  /** The field closes with the right to write in it, also when somebody locks the item: words would be refused. */
  const closeIfOver = () => {
    const id = untrack(editing)
    if (id === null || mayChange([id], writing(id))) return
    const lock = lockedBy([id])
    control()?.stopEditing()
    control()?.focus()
    showToast({ text: lock ? workshopText.lockedItem(lock) : workshopText.undoClosed })
  }
  onCleanup(canvas.subscribe(closeIfOver))
  createEffect(() => {
    const id = editing()
    if (id !== null && !workshop.may(writing(id))) untrack(closeIfOver)
  })
  const sides = createMemo(() => workshop.stage.workshop?.sides ?? DEFAULT_SIDE_NAMES)
  const mine = usePrivateNotes()
  /** What a facilitator has switched off is neither sent nor shown, also what was sent before. */
  const showsCursors = createMemo(() => workshop.stage.workshop?.cursors !== 'hidden')
  createRenderEffect(on(showsCursors, (shows) => shows || presence.show({ cursor: undefined })))
  const movable = (ids: readonly string[]) => {
    const { view, layout } = drawings.now()
    const locks = isFacilitator() ? undefined : locksOn(view, ids)
    return untrack(() => ids.filter((id) => workshop.may(movingDeed(layout, id)) && !locks?.has(id)))
  }
  return {
    pens: createPens((pen) => control()?.use(pen)),
    mayErase: (id) => workshop.may('delete-drawing') || (isMine(id) && workshop.may('draw')),
    canvas,
    workshop,
    isPrivate: () => mine.isOn(canvas.id),
    addPrivately(texts) {
      const [section] = canvas.view.sections
      const made = section ? mine.addMany({ texts, canvas: canvas.id, section: section.id }) : []
      if (section && made.length > 0) showToast({ text: privateText.add.addedMany(made.length, section.title) })
      return made
    },
    privatePlace: () => canvas.view.sections[0]?.title ?? '',
    feed: {
      drawings: drawings.subscribe,
      people: look.picture ? showNobody : createPeople(canvas, { sides, cursors: showsCursors }).subscribe,
      scheme: followScheme,
      bindField: (id, field) => bindItem(canvas, id, field),
      movable,
      mayDraw: () => mayChange([], 'draw'),
      mayWrite: (id) => mayChange([id], writing(id)),
      maySections: () => untrack(() => workshop.may('change-sections')),
      reducedMotion: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
      coveredBelow: () => (look.picture || window.innerWidth <= TOOLS_BESIDE ? 0 : TOOLS_HEIGHT),
      describe(id) {
        const { view } = drawings.now()
        const order: string[] = readingOrder(view)
        return { words: describeItem(view, id, sides()), position: order.indexOf(id) + 1, of: order.length }
      },
      largest: () => (look.picture ? CLOSEST_PICTURE : 1),
      words: {
        keysId,
        board: words.board(untrack(() => titleOf(canvas, workshop))),
        writeHere: words.writeHere,
        titleHere: words.titleHere,
        drawHere: drawingText.writeHere,
        typing: words.typing,
        items: words.items,
        many: words.manySelected,
      },
    },
    drawing: drawings.now,
    control,
    attach: (mounted) => void attach(() => mounted),
    selected,
    setSelected(ids) {
      setSelected(ids)
      const last = ids.at(-1)
      if (last !== undefined) visited = [...visited.slice(-MOST_VISITED), last]
    },
    lastVisited: () => visited.findLast((id) => drawings.now().shapes.has(id)),
    editing,
    setEditing,
    dragging: () => inHand,
    setDragging(dragging) {
      inHand = dragging
    },
    zoom,
    setZoom,
    presence,
    showsCursors,
    sides,
    mayChange,
    movable,
    lockedBy,
    writing,
    mayDelete: (id) => workshop.may('delete-note') || (isMine(id) && workshop.may('delete-own-note')),
  }
}

function movingDeed({ drawings, clusters, sections }: Drawing['layout'], id: string): Deed {
  if (drawings.has(id as never)) return 'draw'
  if (sections.has(id as never)) return 'change-sections'
  return clusters.has(id as never) ? 'arrange' : 'move-note'
}

/** Enough to come back to what one was at before a note that went away again. */
const MOST_VISITED = 9
/** Height of the tools and the space round them, kept free when the whole canvas is shown. */
const TOOLS_HEIGHT = 84
/** In a window as wide as this or narrower they stand below the canvas (board-tools.module.css). */
const TOOLS_BESIDE = 860
/** At this size a note fills a beamer's picture well enough to be read from the last row. */
const CLOSEST_PICTURE = 2.5

function createDrawings(canvas: Canvas) {
  const listeners = new Set<(drawing: Drawing) => void>()
  let drawing: Drawing | undefined
  const stop = canvas.subscribe((view) => {
    drawing = drawn(view)
    for (const listener of [...listeners]) listener(drawing)
  })
  onCleanup(stop)
  const now = () => {
    drawing ??= drawn(canvas.view)
    return drawing
  }
  return {
    now,
    subscribe(listener: (drawing: Drawing) => void) {
      listeners.add(listener)
      listener(now())
      return () => listeners.delete(listener)
    },
  }
}

function drawn(view: CanvasView): Drawing {
  const layout = layoutCanvas(view)
  return { view, layout, shapes: boardShapes(view, layout) }
}

function titleOf(canvas: Canvas, workshop: Workshop): string {
  const { workshop: state } = workshop.stage
  return state?.canvases.find(({ id }) => id === canvas.id)?.title ?? state?.title ?? ''
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}
