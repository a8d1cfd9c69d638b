import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import type { CanvasId, NoteId, SectionId } from '../../../shared/domain/ids'
import { LiveRegion } from '../../ui/live-region'
import { Toasts } from '../../ui/toast'
import { createCanvas } from '../../workshop/canvas'
import { canvasInMemory } from '../../workshop/testing/canvas-in-memory'
import { amina, type jon, workshopOf } from '../../workshop/testing/workshop-of'
import { WorkshopInsideProvider } from '../../workshop/workshop-context'
import { DrawingsLater } from '../drawings-later'
import { OutlineView } from '../outline-view'

export const canvasId = 'canvas1' as CanvasId

/** What every test of the list needs before and after it. */
export function aroundEveryTest(): void {
  // as it is a moment after the list is
  beforeAll(() => DrawingsLater.preload())
  beforeEach(() => {
    sessionStorage.clear()
    localStorage.clear()
    // jsdom draws nothing, so it has nowhere to scroll to
    Element.prototype.scrollIntoView = () => {}
    window.scrollTo = () => {}
  })
  afterEach(() => {
    vi.useRealTimers()
    cleanup()
  })
}

/** Amina looks at the list; Jon is at another copy, and `jonDoes` brings what he does to her. */
export function openList(options: Parameters<typeof workshopOf>[0] = {}) {
  const world = workshopOf(options)
  const room = world.roomOf({ kind: 'canvas', canvasId })
  const canvas = canvasInMemory()
  room.replace(canvas.document)
  const { barriers } = canvas
  const note = (text: string, section: SectionId = barriers, who = amina) => canvas.note(text, section, who)
  const cluster = (title: string, kind: 'barrier' | 'proposal', notes: NoteId[] = [], section: SectionId = barriers) =>
    canvas.cluster(title, kind, { in: section, notes })
  const List = () => <OutlineView canvas={createCanvas(canvasId)} />
  const show = () =>
    render(() => (
      <WorkshopInsideProvider inside={world.inside}>
        <List />
        <LiveRegion />
        <Toasts />
      </WorkshopInsideProvider>
    ))
  return { ...world, ...canvas, jonDoes: canvas.elsewhere, room, note, cluster, show }
}

export const by = (who: typeof jon) => ({ member: who.id, side: who.side, now: 1 })
export const addField = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Add a note to/ })
export const said = async (words: string) =>
  expect((await screen.findAllByText(words, { selector: '[data-live] p' }))[0]).toBeTruthy()
