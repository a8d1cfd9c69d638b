import { describe, expect, test } from 'vitest'
import type { StageState, Step } from '../../shared/domain/agenda'
import type { Spotlight } from '../../shared/domain/attention'
import type { Ballot } from '../../shared/domain/ballot'
import type { StageView } from '../../shared/domain/stage-view'
import { workshopOf } from '../workshop/testing/workshop-of'
import { sceneOf } from './scene'

const steps = [
  { kind: 'welcome' },
  { kind: 'write', writing: 'private' },
  { kind: 'sort' },
  { kind: 'prioritise' },
  { kind: 'agree' },
  { kind: 'close' },
].map(
  (step, index) =>
    ({
      id: step.kind,
      title: step.kind,
      writing: 'open',
      revealedAt: null,
      canvasId: `canvas${index % 2}`,
      ...step,
    }) as Step,
)

/** The stage in a step that was entered at 100. */
function stageIn(currentStepId: string, more: Partial<StageView> = {}, now: Partial<StageState> = {}): StageView {
  const { workshop, ...view } = workshopOf().workshop.stage
  const canvases = [{ id: 'canvas0' }, { id: 'canvas1' }]
  return {
    ...view,
    workshop: { ...workshop, canvases },
    stage: { ...view.stage, steps, currentStepId, movedAt: 100, ...now },
    ...more,
  } as StageView
}

const spotlight = (more: object): Spotlight =>
  ({ page: 'canvas', canvasId: 'canvas1', item: null, title: '', by: 'fay', at: 200, ...more }) as Spotlight
const opened = (openedAt: number) => ({ is: 'open', id: 'b', openedAt, items: [] }) as unknown as Ballot
const closed = (closedAt: number) => ({ is: 'closed', id: 'b', openedAt: 1, closedAt, items: [] }) as unknown as Ballot

describe('what the room sees', () => {
  test.each([
    ['welcome', { is: 'welcome' }],
    ['write', { is: 'writing' }],
    ['sort', { is: 'canvas', canvasId: 'canvas0', look: null, title: '' }],
    ['agree', { is: 'agreement' }],
    ['close', { is: 'record' }],
  ])('in the step to %s', (step, scene) => {
    expect(sceneOf(stageIn(step))).toEqual(scene)
  })

  test('private notes as a canvas only once they were revealed', () => {
    const revealed = steps.map((step) => (step.kind === 'write' ? { ...step, revealedAt: 150 } : step))
    expect(sceneOf(stageIn('write', {}, { steps: revealed }))).toMatchObject({ is: 'canvas', canvasId: 'canvas1' })
  })

  test('before anything has begun, and once it is over', () => {
    expect(sceneOf(stageIn('none'))).toEqual({ is: 'welcome' })
    const stage = stageIn('sort')
    const workshop = stage.workshop && { ...stage.workshop, endedAt: 5 }
    expect(sceneOf({ ...stage, workshop, spotlight: spotlight({}) })).toEqual({ is: 'record' })
  })

  test('whatever the facilitator did last', () => {
    expect(sceneOf(stageIn('prioritise', { ballots: [opened(150)] }))).toMatchObject({ is: 'voting' })
    expect(sceneOf(stageIn('prioritise', { ballots: [closed(150)] }))).toMatchObject({ is: 'results' })
    expect(sceneOf(stageIn('sort', { ballots: [closed(50)] }))).toMatchObject({ is: 'canvas' })
    const pointed = { item: { is: 'cluster', id: 'c1' }, title: 'Four returns' }
    expect(sceneOf(stageIn('prioritise', { ballots: [opened(150)], spotlight: spotlight(pointed) }))).toEqual({
      is: 'canvas',
      canvasId: 'canvas1',
      look: 'c1',
      title: 'Four returns',
    })
    expect(sceneOf(stageIn('sort', { spotlight: spotlight({ page: 'agreement' }) }))).toEqual({ is: 'agreement' })
    expect(sceneOf(stageIn('sort', { spotlight: spotlight({ page: 'agreement', at: 50 }) }))).toMatchObject({
      is: 'canvas',
    })
  })

  test('results only of a ballot that is closed', () => {
    const results = spotlight({ page: 'results' })
    expect(sceneOf(stageIn('sort', { spotlight: results }))).toMatchObject({ is: 'canvas' })
    expect(sceneOf(stageIn('sort', { spotlight: results, ballots: [opened(150)] }))).toMatchObject({ is: 'voting' })
    expect(sceneOf(stageIn('sort', { spotlight: results, ballots: [closed(20)] }))).toMatchObject({ is: 'results' })
  })

  test('a canvas that is there, whatever was said', () => {
    expect(sceneOf(stageIn('sort', { spotlight: spotlight({ canvasId: 'gone' }) }))).toMatchObject({
      canvasId: 'canvas0',
    })
  })
})
