import { createRoot, createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { createTicked } from './ticked'

test('[L66] two who link barriers at once keep both: only what was pressed here counts', () =>
  createRoot((dispose) => {
    const [linked, setLinked] = createSignal(['money', 'forms'])
    const ticked = createTicked(linked)
    ticked.press('forms', false)
    ticked.press('trains', true)
    // Jon links another, and a barrier is merged away
    setLinked(['money', 'forms', 'lead'])
    expect(ticked.of(['money', 'forms', 'lead', 'trains'])).toEqual(['money', 'lead', 'trains'])
    expect(ticked.of(['forms', 'lead', 'trains'])).toEqual(['lead', 'trains'])
    dispose()
  }))
