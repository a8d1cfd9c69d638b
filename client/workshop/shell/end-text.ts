import { type Accessor, createMemo } from 'solid-js'
import { expectedEnd } from '../../../shared/domain/agenda'
import { stepsText } from '../../text/steps'
import { useWorkshop } from '../workshop-context'

const MINUTE = 60_000

/** When it will be over as things stand, to the minute, ms since 1970. */
export function createExpectedEnd(): Accessor<number> {
  const workshop = useWorkshop()
  return createMemo(() => Math.round(expectedEnd(workshop.stage.stage, workshop.now()) / MINUTE) * MINUTE)
}

/** When it will be over and how that differs from the plan, in words. */
export function createEndText(): Accessor<string> {
  const workshop = useWorkshop()
  const expected = createExpectedEnd()
  return createMemo(() => {
    const { timer, plannedEndAt } = workshop.stage.stage
    if (timer.is === 'ready' && plannedEndAt === null) return stepsText.endsIfStarted(expected())
    return stepsText.ends(expected(), plannedEndAt)
  })
}
