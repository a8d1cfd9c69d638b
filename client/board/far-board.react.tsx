/** @jsxImportSource react */
import { useEffect, useRef } from 'react'
import { type Editor, useEditor, useQuickReactor } from 'tldraw'
import { around, type LayoutPart } from '../../shared/layout/boxes'
import type { Drawing } from './crossing'
import styles from './far-board.module.css'
import { type Colours, drawFar, type FarView } from './far-picture'
import type { BoardSession } from './session.react'

/**
 * Everything that is no shape of its own just now: all of the board from afar, and what comes into the window quicker than
 * shapes are made. For eyes alone: what a screen reader finds does not depend on the zoom [B15].
 */
export function FarBoard({ session }: { session: BoardSession }) {
  const editor = useEditor()
  const ref = useRef<HTMLCanvasElement>(null)
  const picture = useRef<FarPicture>(null)
  useEffect(() => {
    picture.current = ref.current && new FarPicture(ref.current, editor)
    picture.current?.show(viewOf(session, editor))
  }, [editor, session])
  useQuickReactor('far board', () => picture.current?.show(viewOf(session, editor)), [editor, session])
  return (
    <div aria-hidden="true">
      <canvas ref={ref} className={styles.far} hidden />
    </div>
  )
}

function viewOf(session: BoardSession, editor: Editor): FarView | undefined {
  const drawing = session.shown.get()
  const { w, h } = editor.getViewportScreenBounds()
  // read so that a change of the scheme is a new picture
  const scheme = editor.user.getUserPreferences().colorScheme ?? 'light'
  const all = session.near.pending.get()
  const headlines = session.far.get()
  if (!drawing || (!all && !headlines)) return undefined
  return {
    drawing,
    scheme,
    camera: editor.getCamera(),
    size: { w, h },
    apart: headlines && !session.isEditing.get() ? NOTHING : session.near.drawnNow(),
    selected: session.selectedIds.get(),
    moved: session.hand.moved.get(),
    by: session.hand.movedBy.get(),
    faint: session.draggedByOthers.get(),
    target: session.hand.target.get(),
    headlines,
    version: all,
  }
}

const NOTHING: ReadonlyMap<string, unknown> = new Map()

/** One canvas element and what is on it. */
class FarPicture {
  readonly #pen: CanvasRenderingContext2D | null
  #colours: Colours | undefined
  #last: FarView | undefined
  #frame = 0
  #next: FarView | undefined

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly editor: Editor,
  ) {
    this.#pen = canvas.getContext('2d')
  }

  /** In the frame to come, however often it is asked for. */
  show(view: FarView | undefined): void {
    this.#next = view
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0
      this.#draw(this.#next)
    })
  }

  #draw(view: FarView | undefined): void {
    const pen = this.#pen
    const last = this.#last
    this.#last = view
    if (!view || !pen) {
      this.canvas.hidden = true
      return
    }
    const fresh = this.#resize(view)
    if (!this.#colours || last?.scheme !== view.scheme) this.#colours = readColours(this.editor.getContainer())
    const changed = fresh || !last ? undefined : changedBetween(last, view)
    pen.save()
    if (changed) clipTo(pen, changed, view)
    else pen.clearRect(0, 0, view.size.w, view.size.h)
    const items = drawFar(pen, view, this.#colours, changed)
    pen.restore()
    this.canvas.hidden = false
    if (!changed) this.canvas.dataset.items = String(items)
  }

  /** True when the element is as new. */
  #resize({ size }: FarView): boolean {
    const ratio = window.devicePixelRatio
    const [w, h] = [Math.round(size.w * ratio), Math.round(size.h * ratio)]
    if (this.canvas.width === w && this.canvas.height === h) return false
    this.canvas.width = w
    this.canvas.height = h
    this.#pen?.scale(ratio, ratio)
    return true
  }
}

/** Where two pictures differ, when nothing but the drawing does and it differs in few places; else undefined: everywhere. */
function changedBetween(before: FarView, after: FarView): FarArea {
  const keys = Object.keys(after) as (keyof FarView)[]
  if (keys.some((key) => key !== 'drawing' && key !== 'size' && before[key] !== after[key])) return undefined
  if (before.size.w !== after.size.w || before.size.h !== after.size.h) return undefined
  if (!sameSections(before.drawing, after.drawing)) return undefined
  const [old, now] = [new Set(before.drawing.layout.parts), new Set(after.drawing.layout.parts)]
  const differ: LayoutPart[] = [...old]
    .filter((part) => !now.has(part))
    .concat([...now].filter((part) => !old.has(part)))
  return around(differ.flatMap(({ bounds }) => bounds ?? []))
}

type FarArea = ReturnType<typeof around>

function sameSections(a: Drawing, b: Drawing): boolean {
  return (
    [...b.view.sections].every((section, index) => {
      const before = a.layout.sections.get(section.id)
      const now = b.layout.sections.get(section.id)
      return (
        a.view.sections[index]?.title === section.title &&
        before?.y === now?.y &&
        before?.h === now?.h &&
        before?.w === now?.w &&
        before?.x === now?.x
      )
    }) && a.view.sections.length === b.view.sections.length
  )
}

function clipTo(pen: CanvasRenderingContext2D, { x, y, w, h }: NonNullable<FarArea>, { camera }: FarView): void {
  const at = {
    x: (x + camera.x) * camera.z - 3,
    y: (y + camera.y) * camera.z - 3,
    w: w * camera.z + 6,
    h: h * camera.z + 6,
  }
  pen.beginPath()
  pen.rect(at.x, at.y, at.w, at.h)
  pen.clip()
  pen.clearRect(at.x, at.y, at.w, at.h)
}

const PLAIN = {
  barrier: 'var(--barrier)',
  proposal: 'var(--proposal)',
  theme: 'var(--theme)',
  ink: 'var(--ink)',
  quiet: 'var(--ink-quiet)',
  surface: 'var(--surface)',
  canvas: 'var(--canvas)',
  ground: 'color-mix(in srgb, var(--surface) 55%, transparent)',
  line: 'var(--line-strong)',
  selected: 'var(--selected)',
  target: 'var(--brand)',
}
const NOTES = sides(0, 'var(--no-side-note)')
const EDGES = sides(72, 'var(--line-strong)')
const BLOCKS = sides(45, 'color-mix(in srgb, var(--line-strong) 45%, var(--no-side-note))')

function sides(part: number, none: string) {
  const mixed = (name: string) => `color-mix(in srgb, var(--${name}) ${part}%, var(--${name}-note))`
  return { central: mixed('central'), local: mixed('local'), other: mixed('other'), none }
}

/**
 * Resolved by the browser: a canvas knows no variables. All are there before the first is read, as each one that comes
 * later would have the page work out its styles again.
 */
function readColours(container: HTMLElement): Colours {
  const probes = document.createElement('div')
  const [plain, notes, edges, blocks] = [
    place(PLAIN, probes),
    place(NOTES, probes),
    place(EDGES, probes),
    place(BLOCKS, probes),
  ]
  container.append(probes)
  const font = getComputedStyle(container).getPropertyValue('--font') || 'sans-serif'
  const colours = { ...plain(), notes: notes(), edges: edges(), blocks: blocks(), font }
  probes.remove()
  return colours
}

/** An element for each colour; answers what they are once they are in the page. */
function place<K extends string>(wanted: Record<K, string>, into: HTMLElement): () => Record<K, string> {
  const placed = Object.entries<string>(wanted).map(([name, value]) => {
    const probe = document.createElement('span')
    probe.style.color = value
    into.append(probe)
    return [name, probe] as const
  })
  const read = () => placed.map(([name, probe]) => [name, getComputedStyle(probe).color])
  return () => Object.fromEntries(read()) as Record<K, string>
}
