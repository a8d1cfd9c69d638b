import { type Accessor, createMemo } from 'solid-js'
import { type Deed, mayDo } from '../../shared/domain/deeds'
import { type Allowed, allowedTo } from '../../shared/domain/rights'
import type { StageView } from '../../shared/domain/stage-view'
import type { MayEdit, Me, Workshop } from './contract'
import { createSteady } from './steady'

type Parts = { me: Accessor<Me>; stage: StageView; now: Accessor<number> }

/** What this person may do, by the table that the server enforces: views show no button that would be refused. */
export function createMay({ me, stage, now }: Parts): Pick<Workshop, 'mayEdit' | 'may'> {
  const barred = createSteady((): MayEdit => {
    if (me().preview) return 'preview'
    if (stage.workshop?.endedAt) return 'ended'
    return me().role === 'observer' ? 'observer' : 'yes'
  })
  // The time is looked at each second; whoever asks is told when the answer is another one.
  const allowed = createSteady(
    (): Allowed => {
      const { locked = false, endedAt = null } = stage.workshop ?? {}
      const { steps, currentStepId, timer, grace } = stage.stage
      return allowedTo({ steps, currentStepId, timer, grace, locked, endedAt }, now())
    },
    (a, b) => JSON.stringify(a) === JSON.stringify(b),
  )
  const may = (deed: Deed) => barred() === 'yes' && mayDo(me().role, deed, allowed())
  const mayEdit = createMemo((): MayEdit => {
    if (barred() !== 'yes' || may('add-note') || may('move-note')) return barred()
    return stage.workshop?.locked ? 'locked' : 'step'
  })
  return { mayEdit, may }
}
