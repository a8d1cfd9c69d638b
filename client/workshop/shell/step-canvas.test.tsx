import { cleanup, render, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AT_THE_START } from '../../../shared/domain/agenda'
import type { CanvasId } from '../../../shared/domain/ids'
import type { StageView } from '../../../shared/domain/stage-view'
import { workshopOf } from '../testing/workshop-of'
import { WorkshopInsideProvider } from '../workshop-context'
import { StepCanvasProvider, StepElsewhere, useStepCanvas } from './step-canvas'

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const step = (id: string, canvasId: string) => ({ id, title: id, canvasId }) as never

/** Amina before a field, in a workshop whose two steps are on two canvases. */
function open() {
  const world = workshopOf()
  const { workshop } = world.inside
  const [stage, setStage] = createStore<StageView>({
    ...workshop.stage,
    workshop: workshop.stage.workshop && {
      ...workshop.stage.workshop,
      canvases: [
        { id: 'one' as CanvasId, title: 'Barriers' },
        { id: 'two' as CanvasId, title: 'Services' },
      ],
    },
    stage: { ...AT_THE_START, steps: [step('write', 'one'), step('sort', 'two')], currentStepId: 'write' } as never,
  })
  const Seen = () => <output>{useStepCanvas()()}</output>
  // of each canvas its own, as the list makes them
  const FieldOfCanvas = () => (
    <Show when={useStepCanvas()()} keyed>
      {(canvas) => <textarea id="new-note" aria-label={`New note on ${canvas}`} />}
    </Show>
  )
  render(() => (
    <WorkshopInsideProvider inside={{ ...world.inside, workshop: { ...workshop, stage } }}>
      <StepCanvasProvider>
        <Seen />
        <StepElsewhere />
        <h1 id="step">What to do now</h1>
        <textarea aria-label="Note" />
        <FieldOfCanvas />
        <search>
          <input aria-label="Search" />
        </search>
        <button type="button">Elsewhere</button>
      </StepCanvasProvider>
    </WorkshopInsideProvider>
  ))
  const next = () => setStage('stage', { ...stage.stage, currentStepId: 'sort' } as never)
  return { next, seen: () => screen.getByRole('status').textContent, person: userEvent.setup({ delay: null }) }
}

test('who writes nothing goes along with the step at once', async () => {
  const { next, seen, person } = open()
  expect(seen()).toBe('one')
  await person.type(screen.getByLabelText('Search'), 'returns')
  next()
  expect(seen()).toBe('two')
  expect(screen.queryByRole('region', { name: 'Where to look' })).toBeNull()
})

test('[L63] who is in the middle of a note stays with it, is told where the step is, and goes when it is done', async () => {
  const { next, seen, person } = open()
  const note = screen.getByLabelText('Note')
  await person.type(note, 'Four ret')
  next()
  expect(seen()).toBe('one')
  expect(screen.getByRole('region', { name: 'Where to look' }).textContent).toContain('Services')
  await person.type(note, 'urns')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(seen()).toBe('one')
  expect(document.activeElement).toBe(note)
  await person.clear(note)
  await vi.advanceTimersByTimeAsync(500)
  expect(seen()).toBe('two')
  expect(screen.queryByRole('region', { name: 'Where to look' })).toBeNull()
})

test('[L63] who leaves the field goes a moment later, who wants to at once, and a step taken back leaves all as it was', async () => {
  const { next, seen, person } = open()
  await person.type(screen.getByLabelText('Note'), 'Four ret')
  next()
  await person.click(screen.getByRole('button', { name: 'Go there' }))
  expect(seen()).toBe('two')
  cleanup()
  const again = open()
  await again.person.type(screen.getByLabelText('Note'), 'Four ret')
  again.next()
  await again.person.click(screen.getByRole('button', { name: 'Elsewhere' }))
  expect(again.seen()).toBe('one')
  await vi.advanceTimersByTimeAsync(500)
  expect(again.seen()).toBe('two')
})

test('[L63] focus goes along: to the field of the other canvas to write on, else to what is to be done now', async () => {
  const { next, seen, person } = open()
  await person.type(screen.getByLabelText('New note on one'), 'Four')
  next()
  await person.clear(screen.getByLabelText('New note on one'))
  await vi.advanceTimersByTimeAsync(500)
  expect(document.activeElement).toBe(screen.getByLabelText('New note on two'))
  cleanup()
  const again = open()
  await again.person.type(screen.getByLabelText('Note'), 'Four')
  again.next()
  await again.person.click(screen.getByRole('button', { name: 'Go there' }))
  expect(seen()).toBe('two')
  expect(document.activeElement).toBe(screen.getByRole('heading'))
})
