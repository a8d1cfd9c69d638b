import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { createEffect } from 'solid-js'
import { createStore } from 'solid-js/store'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AT_THE_START } from '../../../shared/domain/agenda'
import type { Spotlight } from '../../../shared/domain/attention'
import type { CanvasId, SectionId } from '../../../shared/domain/ids'
import type { Member } from '../../../shared/domain/member'
import type { StageView } from '../../../shared/domain/stage-view'
import { dismissToasts, Toasts } from '../../ui/toast'
import { fay, jon, workshopOf } from '../testing/workshop-of'
import { WorkshopInsideProvider } from '../workshop-context'
import { AttentionProvider, useAttention, type Wanted } from './attention'
import { SpotlightFollower } from './spotlight'

const CANVAS = 'canvas1' as CanvasId
const NOW = 1_000_000

const at = (when: number, given: Partial<Spotlight> = {}): Spotlight => ({
  page: 'canvas',
  canvasId: CANVAS,
  item: { is: 'section', id: 'parked' as SectionId },
  title: 'Parked',
  by: fay.id,
  at: when,
  ...given,
})

afterEach(() => {
  cleanup()
  dismissToasts()
  vi.restoreAllMocks()
})

function open(me: Member, spotlight: Spotlight | null = null, page = '/') {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => {})
  const { inside, workshop } = workshopOf({ me })
  const [stage, setStage] = createStore<StageView>({
    ...workshop.stage,
    workshop: workshop.stage.workshop && { ...workshop.stage.workshop, canvases: [{ id: CANVAS, title: 'Canvas' }] },
    stage: { ...AT_THE_START, steps: [] },
    spotlight,
  })
  const wanted: (Wanted | undefined)[] = []
  const Page = () => {
    const attention = useAttention()
    createEffect(() => wanted.push(attention.wanted()))
    return (
      <>
        <SpotlightFollower board />
        <input aria-label="A field" />
      </>
    )
  }
  render(() => (
    <WorkshopInsideProvider inside={{ ...inside, workshop: { ...workshop, stage } }}>
      <AttentionProvider>
        <MemoryRouter history={historyAt(page)}>
          <Route path="*" component={Page} />
        </MemoryRouter>
      </AttentionProvider>
      <Toasts />
    </WorkshopInsideProvider>
  ))
  return { setStage, last: () => wanted.at(-1), user: userEvent.setup() }
}

function historyAt(page: string) {
  const history = createMemoryHistory()
  history.set({ value: page })
  return history
}

const asked = () => screen.queryByText('Fay asks everybody to look at “Parked”.')

describe('[L25] nobody’s focus is moved', () => {
  test.each(['agreement', 'plan', 'results', 'sort', 'record'])(
    'on %s one is asked, and stays in the field',
    (page) => {
      const { setStage, last } = open(jon, null, `/w/workshop1/${page}`)
      screen.getByRole('textbox').focus()
      setStage('spotlight', at(NOW))
      expect(asked()).toBeTruthy()
      expect(screen.getByRole('button', { name: 'Go there' })).toBeTruthy()
      expect(document.activeElement).toBe(screen.getByRole('textbox'))
      expect(last()).toBeUndefined()
    },
  )

  test.each(['', 'list'])('on the page itself (%s) it is shown to the eyes, and offered to go to', async (page) => {
    const { setStage, last, user } = open(jon, null, `/w/workshop1/${page}`)
    screen.getByRole('textbox').focus()
    setStage('spotlight', at(NOW))
    await vi.waitFor(() => expect(last()).toMatchObject({ focus: false }))
    expect(document.activeElement).toBe(screen.getByRole('textbox'))
    await user.click(await screen.findByRole('button', { name: 'Go there' }))
    await vi.waitFor(() => expect(last()).toMatchObject({ focus: true }))
  })
})

describe('where a facilitator points', () => {
  test('is shown at once to who is on that page and does nothing, and each new time again', async () => {
    const { setStage, last } = open(jon)
    setStage('spotlight', at(NOW))
    await vi.waitFor(() => expect(last()).toMatchObject({ item: { id: 'parked' }, focus: false }))
    expect(await screen.findByText('Fay shows everybody “Parked”')).toBeTruthy()
    expect(asked()).toBeNull()
    // as the store of a real stage does: into the same object
    setStage('spotlight', { at: NOW + 1, title: 'Elsewhere', item: { is: 'section', id: 'other' as SectionId } })
    await vi.waitFor(() => expect(last()).toMatchObject({ item: { id: 'other' }, focus: false }))
  })

  test('is only asked of who is writing, and focus goes with who presses Go there', async () => {
    const { setStage, last, user } = open(jon)
    await user.type(screen.getByRole('textbox'), 'Half a sen')
    setStage('spotlight', at(NOW))
    expect(asked()).toBeTruthy()
    expect(last()).toBeUndefined()
    expect(document.activeElement).toBe(screen.getByRole('textbox'))
    await user.click(screen.getByRole('button', { name: 'Go there' }))
    await vi.waitFor(() => expect(last()).toMatchObject({ focus: true }))
    expect(asked()).toBeNull()
  })

  test('is only asked of who has scrolled just now', () => {
    const { setStage, last } = open(jon)
    fireEvent.wheel(document.body)
    setStage('spotlight', at(NOW))
    expect([asked() !== null, last()]).toEqual([true, undefined])
  })

  test('is over with the step, with the end, and when it is taken away', () => {
    const { setStage } = open(jon)
    fireEvent.wheel(document.body)
    setStage('spotlight', at(NOW))
    expect(asked()).toBeTruthy()
    setStage('stage', 'movedAt', NOW + 1)
    expect(asked()).toBeNull()
    setStage('stage', 'movedAt', NOW - 1)
    expect(asked()).toBeTruthy()
    setStage('workshop', 'endedAt', NOW + 1)
    expect(asked()).toBeNull()
    setStage('workshop', 'endedAt', null)
    setStage('spotlight', null)
    expect(asked()).toBeNull()
  })

  test('long ago is nothing to ask of who comes late', () => {
    open(jon, at(NOW - 10 * 60_000))
    expect(asked()).toBeNull()
  })

  test('leaves who pointed where they are, and lets every facilitator stop it', () => {
    const { setStage, last } = open(fay)
    setStage('spotlight', at(NOW))
    expect(screen.getByText('You ask everybody to look at “Parked”.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Stop asking' })).toBeTruthy()
    expect(last()).toBeUndefined()
  })
})
