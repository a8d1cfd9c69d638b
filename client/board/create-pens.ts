import { type Accessor, createEffect, createSignal, on } from 'solid-js'
import type { Frame } from '../../shared/domain/canvas-view'
import type { DrawingId, SectionId } from '../../shared/domain/ids'
import { newId } from '../../shared/domain/ids'
import type { Point } from './crossing'
import { FIRST_PEN, type Pen } from './pen'

/** What the Solid side knows of drawing: the tool in hand, and what one could still say about the last drawing. */
export type Pens = {
  pen: Accessor<Pen>
  setPen(change: Partial<Pen>): void
  /** Drawings whose description is asked for just now; empty when none is. */
  asked: Accessor<readonly DrawingId[]>
  ask(ids: readonly DrawingId[]): void
  sketches: Sketches
}

/** `show` tells the React side what is in hand, now and whenever it changes. */
export function createPens(show: (pen: Pen) => void): Pens {
  const [pen, setPen] = createSignal<Pen>(FIRST_PEN)
  const [asked, ask] = createSignal<readonly DrawingId[]>([])
  createEffect(on(pen, show, { defer: true }))
  return {
    pen,
    setPen: (change) => void setPen((before) => ({ ...before, ...change })),
    asked,
    ask: (ids) => void ask(ids),
    sketches: new Sketches(),
  }
}

/** Strokes begun so soon after the last and so near to it belong to one sketch: a word is many strokes and one thing. */
const SOON_MS = 8_000
const NEAR = 90

export type Sketch = { name: string; section: SectionId | null }

/** Puts strokes together that are drawn in one go, so that they are described, selected and moved as one [B43]. */
export class Sketches {
  #open: (Sketch & { frame: Frame; at: number }) | undefined

  /** The sketch that a stroke belongs to: the one under way, or a new one in the section given. */
  join(stroke: { frame: Frame; at: number; section: SectionId | null }): Sketch & { isNew: boolean } {
    const open = this.#open
    if (open && stroke.at - open.at <= SOON_MS && areNear(open.frame, stroke.frame)) {
      this.#open = { ...open, at: stroke.at, frame: bothOf(open.frame, stroke.frame) }
      return { name: open.name, section: open.section, isNew: false }
    }
    const name = newId<'drawing'>()
    this.#open = { name, section: stroke.section, frame: stroke.frame, at: stroke.at }
    return { name, section: stroke.section, isNew: true }
  }

  /** What is drawn next is something else. */
  end(): void {
    this.#open = undefined
  }
}

function areNear(a: Frame, b: Frame): boolean {
  return a.x - NEAR <= b.x + b.w && b.x - NEAR <= a.x + a.w && a.y - NEAR <= b.y + b.h && b.y - NEAR <= a.y + a.h
}

function bothOf(a: Frame, b: Frame): Frame {
  const corner: Point = { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y) }
  return { ...corner, w: Math.max(a.x + a.w, b.x + b.w) - corner.x, h: Math.max(a.y + a.h, b.y + b.h) - corner.y }
}
