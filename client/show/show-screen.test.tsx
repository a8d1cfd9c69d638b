import { cleanup, render, screen } from '@solidjs/testing-library'
import { createStore } from 'solid-js/store'
import { afterEach, expect, test } from 'vitest'
import type { Spotlight } from '../../shared/domain/attention'
import type { Ballot } from '../../shared/domain/ballot'
import type { StageView } from '../../shared/domain/stage-view'
import { aStep } from '../../shared/testing/steps'
import { amina, jon, workshopOf } from '../workshop/testing/workshop-of'
import { WorkshopInsideProvider } from '../workshop/workshop-context'
import { ShowScreen } from './show-screen'

afterEach(cleanup)

const steps = [
  aStep('write', { kind: 'write', title: 'Write', writing: 'private' }),
  aStep('sort', { kind: 'sort', title: 'Sort', canvasId: 'canvas1' as never }),
]
const ballot = { id: 'b1', question: 'Which first?', items: [], openedAt: 300 }

/** The wall, and a way for the facilitator to change what is on the stage. */
function openWall(first: Partial<StageView> = {}) {
  const { inside, workshop } = workshopOf()
  const canvases = [{ id: 'canvas1', title: 'Barriers' }]
  const state = workshop.stage.workshop && { ...workshop.stage.workshop, canvases: canvases as never }
  const [stage, setStage] = createStore<StageView>({
    ...workshop.stage,
    workshop: state,
    stage: { ...workshop.stage.stage, steps, currentStepId: steps[0]?.id ?? null, movedAt: 100 },
    ...first,
  })
  render(() => (
    <WorkshopInsideProvider inside={{ ...inside, workshop: { ...workshop, stage } }}>
      <ShowScreen picture={(shown) => <p>{`${shown.title}, ${shown.look ?? 'all'}`}</p>} />
    </WorkshopInsideProvider>
  ))
  return { setStage, text: () => document.body.textContent ?? '' }
}

test('while people write for themselves the room sees how many have', () => {
  const { setStage, text } = openWall()
  expect(text()).toContain('Everybody writes for themselves.')
  const written = { done: 22, of: 31, sides: null }
  setStage('writing', { stepId: 'write' as never, written, revealAt: null })
  expect(text()).toContain('22 of 31 have written')
  setStage('writing', { stepId: 'write' as never, written, revealAt: 1_000_000 + 8_000 })
  expect(text()).toContain('Notes will be shown in 8 seconds')
  expect(text()).not.toContain('Barriers')
})

test('an open ballot shows how many have voted, by no side; a closed one its results', () => {
  const { setStage, text } = openWall()
  const sides = { central: { done: 9, of: 14 }, local: { done: 9, of: 17 }, other: { done: 0, of: 0 } }
  const open = { ...ballot, is: 'open', turnout: { done: 18, of: 31, sides }, closesAt: null } as unknown as Ballot
  setStage('ballots', [open])
  expect(text()).toContain('Which first?')
  expect(text()).toContain('18 of 31 have voted')
  expect(text()).not.toContain('9 of 14')

  const back = (supporters: number) => ({ supporters, dots: supporters })
  const items = [{ is: 'cluster', id: 'c1', canvasId: 'canvas1', title: 'One report' }]
  const counted = { id: 'c1', all: back(26), sides: { central: back(11), local: back(15), other: back(0) } }
  const tally = { voters: { all: 29, sides: { central: 14, local: 15, other: 0 } }, items: [counted] }
  const closed = { ...ballot, is: 'closed', items, turnout: open.turnout, closedAt: 400, early: false, tally }
  setStage('ballots', [closed as unknown as Ballot])
  expect(text()).toContain('One report')
  expect(text()).toContain('11 of 14')
  expect(text()).toContain('15 of 15')
  expect(text()).toContain('79%')
})

test('where everybody is brought to, the picture goes too', () => {
  const { setStage, text } = openWall()
  setStage('stage', 'currentStepId', 'sort' as never)
  expect(text()).toContain('Barriers, all')
  const pointed = { page: 'canvas', canvasId: 'canvas1', item: { is: 'cluster', id: 'c7' }, title: 'Four returns' }
  setStage('spotlight', { ...pointed, by: amina.id, at: 200 } as Spotlight)
  expect(text()).toContain('Look at Four returns')
  expect(text()).toContain('Barriers, c7')
  setStage('spotlight', { ...pointed, page: 'agreement', item: null, by: amina.id, at: 210 } as Spotlight)
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('What we agree')
})

test('an announcement is read by the whole room, and names nobody', () => {
  const { setStage, text } = openWall()
  setStage('announcement', { text: 'Lunch is in the hall', by: jon.id, at: 1 })
  expect(text()).toContain('Lunch is in the hall')
  for (const name of ['Amina', 'Jon', 'Fay']) expect(text()).not.toContain(name)
})

test('what is meant for facilitators is not on it: who waits, who is ready, who needs time', () => {
  const { setStage, text } = openWall()
  const before = text()
  setStage('signals', { stepId: 'write' as never, ready: 4, moreTime: 3 })
  setStage('workshop', (now) => now && { ...now, waiting: 5 })
  expect(text()).toBe(before)
})
