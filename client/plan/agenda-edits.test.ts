import { describe, expect, test } from 'vitest'
import { AT_THE_START, type PlannedStep } from '../../shared/domain/agenda'
import type { StepId } from '../../shared/domain/ids'
import { aStep } from '../../shared/testing/steps'
import { type AgendaEdit, bringBack, changeStep, insertStep, moveStep, plannedSteps, removeStep } from './agenda-edits'
import { likelyStarts, minutesInAll, nextTimeOf } from './plan-times'
import { defaultsOf } from './step-defaults'
import { changedFields, checkStep } from './step-draft'

const MINUTE = 60_000
const id = (text: string) => text as StepId
const steps = [aStep('a'), aStep('b', { minutes: 15 }), aStep('c', { skipped: true }), aStep('d', { minutes: 5 })]
const planned = plannedSteps({ steps })
const titles = (edit: AgendaEdit, on: readonly PlannedStep[] = planned) =>
  edit(on)
    ?.map((step) => step.title)
    .join(' ')
const fresh = { ...defaultsOf('own', null), title: 'new' }

describe('edits of the agenda', () => {
  test('name the step they are about, and change nothing else', () => {
    expect(titles(moveStep(id('b'), -1))).toBe('b a c d')
    expect(titles(moveStep(id('b'), 1))).toBe('a c b d')
    expect(titles(removeStep(id('b')))).toBe('a c d')
    expect(titles(insertStep(fresh, id('b')))).toBe('a b new c d')
    expect(titles(bringBack(fresh, 1))).toBe('a new b c d')
    expect(titles(changeStep(id('c'), { title: 'C' }))).toBe('a b C d')
    expect(planned.map((step) => step.title).join(' '), 'the agenda itself is left alone').toBe('a b c d')
  })

  test('at the ends nothing moves, and a new step finds a place whatever has gone', () => {
    expect(titles(moveStep(id('a'), -1))).toBe('a b c d')
    expect(titles(moveStep(id('d'), 1))).toBe('a b c d')
    expect(titles(insertStep(fresh, null))).toBe('a b c d new')
    expect(titles(insertStep(fresh, id('gone')))).toBe('a b c d new')
    expect(titles(bringBack(fresh, 99))).toBe('a b c d new')
  })

  test('of a step that somebody removed meanwhile come to nothing', () => {
    for (const edit of [moveStep(id('gone'), 1), removeStep(id('gone')), changeStep(id('gone'), { minutes: 1 })])
      expect(edit(planned)).toBeUndefined()
  })
})

describe('times', () => {
  const stage = {
    ...AT_THE_START,
    steps,
    currentStepId: id('a'),
    timer: { is: 'running', endsAt: 10 * MINUTE },
  } as const

  test('each step to come begins when those before it have lasted as planned; what is left out takes no time', () => {
    const starts = likelyStarts(stage, 4 * MINUTE)
    expect([...starts]).toEqual([
      ['b', 10 * MINUTE],
      ['d', 25 * MINUTE],
    ])
    expect(likelyStarts(stage, 12 * MINUTE).get(id('b')), 'a step that overruns ends at once').toBe(12 * MINUTE)
    expect(minutesInAll({ steps })).toBe(30)
  })

  test('a time of day is the next one that the clock shows', () => {
    const noon = new Date(2026, 2, 4, 12, 0).getTime()
    expect(nextTimeOf('16:30', noon)).toBe(new Date(2026, 2, 4, 16, 30).getTime())
    expect(nextTimeOf('9:05', noon)).toBe(new Date(2026, 2, 5, 9, 5).getTime())
    expect(nextTimeOf('12:00', noon)).toBe(new Date(2026, 2, 5, 12, 0).getTime())
    for (const wrong of ['', '25:00', '16', '16:60', 'four']) expect(nextTimeOf(wrong, noon)).toBeUndefined()
  })
})

describe('what is typed', () => {
  const draft = { ...defaultsOf('write', null), minutes: '15' }

  test.each(['0', '601', '10000', '10,000', '1.5', '-5', 'ten', ''])('%s minutes are no minutes', (minutes) => {
    expect(checkStep({ ...draft, minutes })).toEqual({
      fields: undefined,
      wrong: [{ field: 'minutes', message: 'Give whole minutes, from 1 to 600.' }],
    })
  })

  test('only what was changed is sent', () => {
    const before = defaultsOf('write', null)
    const { fields } = checkStep({ ...draft, title: ' Write down ', minutes: '15' })
    expect(fields && changedFields(before, fields)).toEqual({ title: 'Write down' })
  })

  test('where nobody adds notes nobody writes privately', () => {
    expect(checkStep({ ...draft, rights: ['vote'] }).fields?.writing).toBe('open')
    expect(checkStep(draft).fields?.writing).toBe('private')
  })
})
