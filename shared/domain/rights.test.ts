import { describe, expect, test } from 'vitest'
import { aStep } from '../testing/steps'
import { GRACE_MS, type Grace, type StepRight } from './agenda'
import type { StepId } from './ids'
import { graceAfter, type Standing } from './rights'

const AT = 100_000

/** In a step with these rights. */
function standing(rights: StepRight[], more: Partial<Standing> = {}): Standing {
  return {
    steps: [aStep('now', { rights })],
    currentStepId: 'now' as StepId,
    timer: { is: 'ready', leftMs: 1 },
    grace: null,
    locked: false,
    endedAt: null,
    ...more,
  }
}

describe('[F16] what may still be finished after a change', () => {
  test('what was taken away, for ten seconds', () => {
    const grace = graceAfter(standing(['add-notes']), standing(['move-and-edit']), AT)
    expect(grace).toEqual({ until: AT + GRACE_MS, rights: ['add-notes'] })
  })

  test('nothing, where nothing was taken away: reading is nobody’s to lose', () => {
    expect(graceAfter(standing(['add-notes']), standing(['add-notes', 'vote']), AT)).toBeNull()
    expect(graceAfter(standing(['read']), standing(['add-notes']), AT)).toBeNull()
  })

  test('a lock takes all away, and opening it again ends the grace', () => {
    const open = standing(['add-notes'])
    const locked = { ...open, locked: true }
    const grace = graceAfter(open, locked, AT)
    expect(grace).toEqual({ until: AT + GRACE_MS, rights: ['add-notes'] })
    expect(graceAfter({ ...locked, grace }, open, AT + 1_000)).toBeNull()
  })

  test('a second change that takes nothing more does not make the time longer', () => {
    const grace: Grace = { until: AT + 4_000, rights: ['add-notes'] }
    const reading = standing(['read'], { grace })
    expect(graceAfter(reading, standing(['vote']), AT)).toEqual(grace)
    expect(graceAfter(reading, standing(['vote']), AT + 5_000), 'it is over').toBeNull()
  })

  test('a step that closed at zero gives its ten seconds from then, also when people are moved on', () => {
    const steps = [aStep('now', { rights: ['add-notes'], closesAtZero: true })]
    const over = standing([], { steps, timer: { is: 'running', endsAt: AT - 3_000 } })
    const grace = graceAfter(over, standing(['read']), AT)
    expect(grace).toEqual({ until: AT - 3_000 + GRACE_MS, rights: ['add-notes'] })
  })
})
