import { cleanup, render, within } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { addCluster, addNote } from '../../../shared/document/edits'
import { readCanvas } from '../../../shared/document/projection'
import type { CanvasId, ClusterId, NoteId, SectionId } from '../../../shared/domain/ids'
import type { Member } from '../../../shared/domain/member'
import { hush, LiveRegion } from '../../ui/live-region'
import { Toasts } from '../../ui/toast'
import { createCanvas } from '../../workshop/canvas'
import { endOf, endOfSection } from '../../workshop/canvas-spots'
import { setSingleKeys } from '../../workshop/single-keys'
import { canvasInMemory } from '../../workshop/testing/canvas-in-memory'
import { atCanvas, connectScreens } from '../../workshop/testing/people-together'
import { amina, jon, type workshopOf } from '../../workshop/testing/workshop-of'
import { WorkshopInsideProvider } from '../../workshop/workshop-context'
import { SortingView } from '../sorting-view'

export const canvasId = 'canvas1' as CanvasId

/** What every test of the sorting mode needs before and after it. */
export function aroundEveryTest(): void {
  beforeEach(() => {
    setSingleKeys(true)
    Element.prototype.scrollIntoView = () => {}
    window.scrollTo = () => {}
  })
  afterEach(() => {
    vi.useRealTimers()
    cleanup()
    hush()
    setSingleKeys(true)
  })
}

type Options = Omit<NonNullable<Parameters<typeof workshopOf>[0]>, 'me'> & { me?: Member }

/** The canvas of the default template, with builders; people open the sorting mode with `sit`. */
export function openSorting(options: Options = {}) {
  const canvas = canvasInMemory()
  const { barriers } = canvas
  const { document } = canvas
  const now = () => readCanvas(document)
  const note = (text: string, section: SectionId = barriers): NoteId =>
    addNote(document, { text, spot: endOf(now(), section), author: { member: amina.id, side: amina.side, now: 1 } }).id
  const cluster = (title: string, notes: NoteId[] = [], section: SectionId = barriers): ClusterId => {
    const kind = section === canvas.proposals ? 'proposal' : 'barrier'
    return addCluster(document, { title, kind, spot: endOfSection(now(), section), notes, now: 1 }).id
  }
  const people: ReturnType<typeof sitDown>[] = []
  const sit = (me: Member = options.me ?? amina) => {
    const person = sitDown(me, { ...options, document: people.length === 0 ? canvas.document : undefined })
    for (const other of people) connectScreens(person, other)
    people.push(person)
    return person
  }
  return { ...canvas, note, cluster, sit }
}

export type Sitting = ReturnType<typeof sitDown>

/** One person at a screen of their own, in the one page of the test. */
function sitDown(me: Member, options: Parameters<typeof atCanvas>[2]) {
  const world = atCanvas(canvasId, me, { people: [amina, jon], ...options })
  const [section, setSection] = createSignal<SectionId>()
  const container = globalThis.document.body.appendChild(globalThis.document.createElement('div'))
  const View = () => (
    <SortingView
      canvas={createCanvas(canvasId)}
      section={section()}
      onSection={setSection}
      listHref="/w/workshop1/list"
      boardHref="/w/workshop1"
    />
  )
  const show = () =>
    render(
      () => (
        <WorkshopInsideProvider inside={world.inside}>
          <View />
        </WorkshopInsideProvider>
      ),
      { container },
    )
  const screen = within(container)
  return { ...world, container, screen, show, before: () => noteBefore(container) }
}

/** What the person has before them: the words of the note, or of the ending. */
function noteBefore(container: HTMLElement): string {
  return container.querySelector('[data-turn]')?.textContent ?? ''
}

/** The page round the people: what is read out, and messages. */
export function showRegions() {
  return render(() => (
    <>
      <LiveRegion />
      <Toasts />
    </>
  ))
}

export const said = async (words: string | RegExp) =>
  vi.waitFor(() => {
    const heard = [...document.querySelectorAll('[data-live] p')].map((line) => line.textContent ?? '')
    expect(
      heard.some((line) => (typeof words === 'string' ? line === words : words.test(line))),
      heard.join('\n'),
    ).toBe(true)
  })
