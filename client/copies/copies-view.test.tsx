import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router'
import { cleanup, render, screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { createStore } from 'solid-js/store'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { firstState } from '../../shared/document/first-state'
import type { CanvasCopy } from '../../shared/domain/canvas-copy'
import type { CanvasId, CopyId, StepId } from '../../shared/domain/ids'
import type { Member } from '../../shared/domain/member'
import type { StageView } from '../../shared/domain/stage-view'
import { LiveRegion } from '../ui/live-region'
import { Toasts } from '../ui/toast'
import { SharedCanvases } from '../workshop/shell/shared-canvases'
import { canvasInMemory } from '../workshop/testing/canvas-in-memory'
import { amina, fay, workshopOf } from '../workshop/testing/workshop-of'
import { WorkshopInsideProvider } from '../workshop/workshop-context'
import { CopiesView } from './copies-view'

beforeEach(() => {
  // jsdom draws nothing, so it has nowhere to scroll to
  window.scrollTo = () => {}
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const BARRIERS = 'canvas1' as CanvasId
const ACTIONS = 'canvas2' as CanvasId
const LEFT = Date.UTC(2026, 2, 4, 10, 4)

const copyOf = (id: string, given: Partial<CanvasCopy> = {}): CanvasCopy => ({
  ...{ id: id as CopyId, canvasId: BARRIERS, stepId: 'write' as StepId, stepTitle: 'Write', leftAt: LEFT, at: LEFT },
  ...{ notes: 2, unchanged: false, openedAs: null, ...given },
})

/** The page as somebody sees it, with the server's answers by address. */
function openPage(options: { me?: Member; copies: CanvasCopy[]; at?: string; endedAt?: number; answers?: Response[] }) {
  const { inside } = workshopOf({ me: options.me ?? fay })
  const { workshop } = inside
  const canvases = [
    { id: BARRIERS, title: 'Barriers' },
    { id: ACTIONS, title: 'Actions' },
  ]
  const state = workshop.stage.workshop && { ...workshop.stage.workshop, canvases, endedAt: options.endedAt ?? null }
  const [stage] = createStore<StageView>({ ...workshop.stage, workshop: state })
  const asked: { path: string; body: unknown }[] = []
  const answers = [...(options.answers ?? [])]
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    asked.push({ path, body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined })
    if (path.endsWith('/copies')) return Response.json({ copies: options.copies, pending: 0 })
    return answers.shift() ?? new Response(null, { status: 404 })
  })
  const history = createMemoryHistory()
  history.set({ value: '/' })
  const view = () => <CopiesView copyId={options.at as CopyId | undefined} picture={undefined} />
  render(() => (
    <WorkshopInsideProvider inside={{ ...inside, workshop: { ...workshop, stage } }}>
      <SharedCanvases>
        <MemoryRouter history={history}>
          <Route path="*" component={view} />
        </MemoryRouter>
      </SharedCanvases>
      <LiveRegion />
      <Toasts />
    </WorkshopInsideProvider>
  ))
  return { asked, history }
}

test('[B61] copies by step, the last one first, each named with its canvas, its step and what it holds', async () => {
  openPage({
    copies: [
      copyOf('a'),
      copyOf('b', { stepId: 'sort' as StepId, stepTitle: 'Sort', leftAt: LEFT + 60_000, unchanged: true }),
      copyOf('c', { stepId: 'sort' as StepId, stepTitle: 'Sort', leftAt: LEFT + 60_000, canvasId: ACTIONS, notes: 1 }),
    ],
  })
  const headings = await screen.findAllByRole('heading', { level: 2 })
  expect(headings.map((one) => one.textContent)).toEqual(['After “Sort”', 'After “Write”'])
  const names = screen.getAllByRole('link').map((link) => link.getAttribute('aria-label'))
  expect(names[0]).toMatch(/^Barriers, as after Sort, \d\d:04, 2 notes · nothing changed since the copy before$/)
  expect(names[1]).toMatch(/^Actions, as after Sort, \d\d:04, 1 note$/)
})

test('[B61] nobody but a facilitator is shown any, and none are asked for', () => {
  const { asked } = openPage({ me: amina, copies: [copyOf('a')] })
  expect(screen.getByText('Only facilitators can look at earlier copies')).toBeTruthy()
  expect(asked).toEqual([])
})

test('[B62] a copy opens under the name it is given; a bare name is not sent, and pressing twice asks for one canvas', async () => {
  const user = userEvent.setup()
  const refused = Response.json({ refusal: 'server-fault' }, { status: 500 })
  const done = Response.json({ canvas: { id: 'canvas9', title: 'Before' } })
  const bytes = new Response(stateOfSample())
  const { asked, history } = openPage({ copies: [copyOf('a')], at: 'a', answers: [bytes, refused, done] })
  expect(await screen.findByRole('heading', { level: 1, name: 'Barriers, as after Write' })).toBeTruthy()
  expect(await screen.findByText('Four returns')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Open as a new canvas' }))
  const dialog = within(await screen.findByRole('dialog'))
  const name = dialog.getByRole<HTMLInputElement>('textbox')
  expect(name.value).toBe('Barriers, as after Write')
  await user.clear(name)
  await user.click(dialog.getByRole('button', { name: 'Open new canvas' }))
  expect(dialog.getByText('Give the new canvas a name')).toBeTruthy()
  await user.type(name, 'Before')
  await user.click(dialog.getByRole('button', { name: 'Open new canvas' }))
  await user.click(dialog.getByRole('button', { name: 'Open new canvas' }))
  const opening = asked.filter(({ path }) => path.endsWith('/copies/a/open')).map(({ body }) => body)
  expect(opening).toEqual([
    { id: expect.stringMatching(/^[0-9a-z]{14}$/), title: 'Before' },
    { id: (opening[0] as { id: string }).id, title: 'Before' },
  ])
  expect(history.get()).toMatch(/canvas=canvas9$/)
})

test('[B62] after the end copies are read, and nothing new is opened', async () => {
  openPage({ copies: [copyOf('a')], at: 'a', endedAt: LEFT, answers: [new Response(stateOfSample())] })
  expect(await screen.findByText('Four returns')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Open as a new canvas' })).toBeNull()
})

/** The bytes of a canvas with one note. */
function stateOfSample(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    firstState((document) => {
      const { note, barriers } = canvasInMemory(document)
      note('Four returns', barriers, amina)
    }),
  )
}
