import type { Editor } from 'tldraw'
import type { Frame } from '../../shared/domain/canvas-view'
import { around, type CanvasLayout } from '../../shared/layout/boxes'
import { cameraRound, cameraToRead, zoomSteps } from './camera'
import type { BoardFeed, Point } from './crossing'
import { boxOf } from './items-at'

const ANIMATION = { animation: { duration: 160 } }
const AT_ONCE = { immediate: true }
/** So long after asking for a view it is still on its way: whatever changes the window meanwhile must not stop it half-way. */
const ON_ITS_WAY_MS = 500
/** Below this zoom words cannot be written, or read: the board comes closer first. */
const LEAST_WRITING_ZOOM = 0.6
const LEAST_READING_ZOOM = 0.45
const WRITING_ZOOM = 0.9
/** Of the field that lies over the top of the canvas while one looks for something, px. */
const SEARCH_HEIGHT = 64

type Size = { w: number; h: number }
/** One to be read; several, to be seen whole; null: the whole canvas. */
type Goal = string | readonly string[] | null

/** Where one looks from. Moves at once when reduced motion is asked for. */
export class BoardCamera {
  #size: Size = { w: 0, h: 0 }
  #window: Size = { w: 0, h: 0 }
  #asked: { goal: Goal; until: number } = { goal: null, until: 0 }
  /** The zoom of a canvas that was seen whole when a panel came beside it. */
  #wholeAt: number | undefined

  constructor(
    private readonly editor: Editor,
    private readonly feed: Pick<BoardFeed, 'coveredBelow' | 'largest' | 'reducedMotion'>,
    private readonly layout: () => CanvasLayout,
  ) {}

  /** The whole canvas, above the tools. */
  fit(animated: boolean): void {
    this.keepInReach(this.layout().bounds)
    if (animated) this.frame(null)
    else this.#goTo(null)
  }

  frame(goal: Goal): void {
    // tldraw keeps a turn of the wheel for its next tick: what came before must not be done after.
    this.editor.emit('tick', 0)
    this.#asked = { goal, until: performance.now() + ON_ITS_WAY_MS }
    // It also looks only now and then how large its window is: the panel may have closed a moment ago.
    this.editor.updateViewportScreenBounds(this.editor.getContainer())
    this.#goTo(goal, this.#motion())
  }

  zoomIn(): void {
    this.editor.zoomIn(undefined, this.#motion())
  }

  zoomOut(): void {
    this.editor.zoomOut(undefined, this.#motion())
  }

  zoomToFull(): void {
    this.editor.resetZoom(undefined, this.#motion())
  }

  /** By screen pixels. */
  pan(by: Point): void {
    const { x, y, z } = this.editor.getCamera()
    this.editor.setCamera({ x: x + by.x / z, y: y + by.y / z, z }, AT_ONCE)
  }

  /** Brings an item into view, no further than needed. */
  show(id: string): void {
    this.#showFrame(boxOf(this.layout(), id))
  }

  /** An item where it has been carried to. */
  showMoved(id: string | undefined, by: Point): void {
    const box = id === undefined ? undefined : boxOf(this.layout(), id)
    this.#showFrame(box && { x: box.x + by.x, y: box.y + by.y, w: box.w, h: box.h })
  }

  /** Brings an item into view, and near enough to read what one writes. */
  showForWriting(id: string): void {
    this.#showNear(id, LEAST_WRITING_ZOOM)
  }

  /** The same for what was found: clear of the field that it was found with. */
  showForReading(id: string): void {
    this.#showNear(id, LEAST_READING_ZOOM, SEARCH_HEIGHT)
  }

  /** The canvas cannot be scrolled out of sight, and one can always go far enough away to see it whole. */
  keepInReach({ x, y, w, h }: Frame): void {
    if (w === 0 || h === 0) return
    const steps = zoomSteps(this.#roundGoal(null, this.editor.getViewportScreenBounds()).z)
    const { constraints, zoomSteps: before } = this.editor.getCameraOptions()
    const known = constraints?.bounds
    if (known && known.x === x && known.y === y && known.w === w && known.h === h && before[0] === steps[0]) return
    this.editor.setCameraOptions({
      zoomSteps: steps,
      wheelBehavior: 'pan',
      constraints: {
        bounds: { x, y, w, h },
        padding: { x: 120, y: 120 },
        origin: { x: 0.5, y: 0.5 },
        initialZoom: 'default',
        baseZoom: 'default',
        behavior: 'outside',
      },
    })
  }

  /**
   * When the window changes, the panel closes or a bar comes over the canvas, a canvas that was seen whole is seen whole again,
   * and so is what was asked for just before the panel opened; else the camera stays when the panel of something selected opens,
   * and what is selected is kept in sight.
   */
  resized(size: Size, selected: readonly string[]): void {
    const [before, windowBefore] = [this.#size, this.#window]
    this.#size = { w: size.w, h: size.h }
    this.#window = { w: window.innerWidth, h: window.innerHeight }
    const sameWindow = windowBefore.w === this.#window.w && windowBefore.h === this.#window.h
    const isSmaller = size.w < before.w || size.h < before.h
    const isForPanel = sameWindow && isSmaller && selected.length > 0
    const isWhole = this.#wasWhole(before) || (!isSmaller && this.#wholeAt === this.editor.getCamera().z)
    if (!isForPanel) this.#wholeAt = undefined
    else if (isWhole) this.#wholeAt = this.editor.getCamera().z
    queueMicrotask(() => this.keepInReach(this.layout().bounds))
    const [only, second] = selected
    const { goal, until } = this.#asked
    if (performance.now() < until) queueMicrotask(() => this.#goTo(goal))
    else if (!isForPanel && isWhole) queueMicrotask(() => this.#goTo(null))
    else if (isSmaller && only && !second) queueMicrotask(() => this.show(only))
  }

  #goTo(goal: Goal, motion: typeof ANIMATION | typeof AT_ONCE = AT_ONCE): void {
    this.editor.setCamera(this.#roundGoal(goal, this.editor.getViewportScreenBounds()), motion)
  }

  #showNear(id: string, leastZoom: number, above = 0): void {
    const box = boxOf(this.layout(), id)
    if (!box || this.editor.getZoomLevel() >= leastZoom) {
      this.#showFrame(box, above)
      return
    }
    const view = this.editor.getViewportScreenBounds()
    const z = WRITING_ZOOM
    const x = view.w / 2 / z - box.x - box.w / 2
    const y = view.h / 2.6 / z - box.y - Math.min(box.h, 200) / 2
    this.editor.setCamera({ x, y, z }, this.#motion())
  }

  #showFrame(box: Frame | undefined, above = 0): void {
    if (!box) return
    const view = this.editor.getViewportPageBounds()
    const { x, y, z } = this.editor.getCamera()
    const margin = 24 / z
    const bottom = view.maxY - this.feed.coveredBelow() / z
    const dx = beyond(box.x - margin, box.x + box.w + margin, view.minX, view.maxX)
    const dy = beyond(box.y - margin, box.y + box.h + margin, view.minY + above / z, bottom)
    if (dx !== 0 || dy !== 0) this.editor.setCamera({ x: x - dx, y: y - dy, z }, this.#motion())
  }

  #wasWhole(size: Size): boolean {
    if (size.w === 0) return false
    const camera = this.editor.getCamera()
    const whole = this.#roundGoal(null, size)
    return Math.abs(camera.z / whole.z - 1) < 0.02 && Math.hypot(camera.x - whole.x, camera.y - whole.y) * camera.z < 24
  }

  #roundGoal(goal: Goal, { w, h }: Size) {
    const layout = this.layout()
    const screen = { w, h, covered: this.feed.coveredBelow(), largest: this.feed.largest() }
    if (typeof goal === 'string') return cameraToRead(boxOf(layout, goal) ?? layout.bounds, screen)
    const boxes = goal?.flatMap((id) => boxOf(layout, id) ?? []) ?? []
    return cameraRound(around(boxes) ?? layout.bounds, screen)
  }

  #motion() {
    return this.feed.reducedMotion() ? AT_ONCE : ANIMATION
  }
}

/** How far a span sticks out of a window; when it is longer than the window its start is shown. */
function beyond(start: number, end: number, from: number, to: number): number {
  if (start < from || end - start > to - from) return start - from
  return end > to ? end - to : 0
}
