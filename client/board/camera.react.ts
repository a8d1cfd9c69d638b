import type { Editor } from 'tldraw'
import type { Frame } from '../../shared/domain/canvas-view'
import type { CanvasLayout } from '../../shared/layout/boxes'
import { cameraRound, ZOOM_STEPS } from './camera'
import type { BoardFeed, Point } from './crossing'
import { boxOf } from './gesture'

const ANIMATION = { animation: { duration: 160 } }
/** So long after asking for the whole canvas it is still on its way: whatever changes the view meanwhile must not stop it half-way. */
const ON_ITS_WAY_MS = 500
/** Below this zoom words cannot be written: the board comes closer first. */
const LEAST_WRITING_ZOOM = 0.6
const WRITING_ZOOM = 0.9

type Size = { w: number; h: number }

/** Where one looks from. Moves at once when reduced motion is asked for. */
export class BoardCamera {
  #size: Size = { w: 0, h: 0 }
  #window: Size = { w: 0, h: 0 }
  #wholeUntil = 0

  constructor(
    private readonly editor: Editor,
    private readonly feed: Pick<BoardFeed, 'coveredBelow' | 'largest' | 'reducedMotion'>,
    private readonly layout: () => CanvasLayout,
  ) {}

  /** The whole canvas, above the tools. */
  fit(animated: boolean): void {
    const camera = this.#whole(this.editor.getViewportScreenBounds())
    this.editor.setCamera(camera, animated ? this.#motion() : { immediate: true })
    if (animated) this.#wholeUntil = performance.now() + ON_ITS_WAY_MS
  }

  /** An item whole, or everything. */
  frame(id: string | null): void {
    const box = id === null ? undefined : boxOf(this.layout(), id)
    const view = this.editor.getViewportScreenBounds()
    this.editor.setCamera(box ? this.#round(box, view) : this.#whole(view), this.#motion())
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
    this.editor.setCamera({ x: x + by.x / z, y: y + by.y / z, z }, { immediate: true })
  }

  /** Brings an item into view, no further than needed. */
  show(id: string): void {
    const box = boxOf(this.layout(), id)
    if (!box) return
    const view = this.editor.getViewportPageBounds()
    const { x, y, z } = this.editor.getCamera()
    const margin = 24 / z
    const bottom = view.maxY - this.feed.coveredBelow() / z
    const dx = beyond(box.x - margin, box.x + box.w + margin, view.minX, view.maxX)
    const dy = beyond(box.y - margin, box.y + box.h + margin, view.minY, bottom)
    if (dx !== 0 || dy !== 0) this.editor.setCamera({ x: x - dx, y: y - dy, z }, this.#motion())
  }

  /** Brings an item into view, and near enough to read what one writes. */
  showForWriting(id: string): void {
    const box = boxOf(this.layout(), id)
    if (!box || this.editor.getZoomLevel() >= LEAST_WRITING_ZOOM) {
      this.show(id)
      return
    }
    const view = this.editor.getViewportScreenBounds()
    const z = WRITING_ZOOM
    const x = view.w / 2 / z - box.x - box.w / 2
    const y = view.h / 2.6 / z - box.y - Math.min(box.h, 200) / 2
    this.editor.setCamera({ x, y, z }, this.#motion())
  }

  /** The canvas cannot be scrolled out of sight. */
  keepInReach({ x, y, w, h }: Frame): void {
    const known = this.editor.getCameraOptions().constraints?.bounds
    if (known && known.x === x && known.y === y && known.w === w && known.h === h) return
    this.editor.setCameraOptions({
      zoomSteps: ZOOM_STEPS,
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
   * When the window changes, a canvas that was seen whole is seen whole again, and so it is when the panel opens just after
   * the whole was asked for; else the camera stays when the panel opens, and what is selected is kept in sight.
   */
  resized(size: Size, selected: readonly string[]): void {
    const [before, windowBefore] = [this.#size, this.#window]
    this.#size = { w: size.w, h: size.h }
    this.#window = { w: window.innerWidth, h: window.innerHeight }
    const sameWindow = windowBefore.w === this.#window.w && windowBefore.h === this.#window.h
    const [only, second] = selected
    const onItsWay = performance.now() < this.#wholeUntil
    if (onItsWay || (!sameWindow && this.#wasWhole(before))) queueMicrotask(() => this.fit(false))
    else if ((size.w < before.w || size.h < before.h) && only && !second) queueMicrotask(() => this.show(only))
  }

  #wasWhole(size: Size): boolean {
    if (size.w === 0) return false
    const camera = this.editor.getCamera()
    const whole = this.#whole(size)
    return Math.abs(camera.z / whole.z - 1) < 0.02 && Math.hypot(camera.x - whole.x, camera.y - whole.y) * camera.z < 24
  }

  #whole(view: Size) {
    return this.#round(this.layout().bounds, view)
  }

  #round(frame: Frame, { w, h }: Size) {
    return cameraRound(frame, { w, h, covered: this.feed.coveredBelow(), largest: this.feed.largest() })
  }

  #motion() {
    return this.feed.reducedMotion() ? { immediate: true } : ANIMATION
  }
}

/** How far a span sticks out of a window; when it is longer than the window its start is shown. */
function beyond(start: number, end: number, from: number, to: number): number {
  if (start < from || end - start > to - from) return start - from
  return end > to ? end - to : 0
}
