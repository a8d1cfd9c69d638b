import type { StageState } from '../../shared/domain/agenda'
import type { StageChangedBody } from '../connection/bodies'
import { planText } from '../text/plan'
import { refusalText } from '../text/refusals'
import { showToast } from '../ui/toast'
import { createCommand } from '../workshop/shell/create-command'
import { useWorkshop } from '../workshop/workshop-context'
import { type AgendaEdit, plannedSteps } from './agenda-edits'

/** Somebody else was quicker so often in a row: then a person has to look. */
const TRIES = 4

export type AgendaCommand = {
  busy: () => boolean
  waits: () => string | undefined
  /** Makes the edit for everybody. Answers with the agenda as it is then; undefined when it could not be made, which is told. */
  make(edit: AgendaEdit): Promise<StageState | undefined>
  planEnd(at: number | null): Promise<boolean>
}

/** Edits of the agenda. When somebody was quicker, the edit is made on what they left, since it names what it is about. */
export function createAgendaCommand(): AgendaCommand {
  const workshop = useWorkshop()
  const command = createCommand()
  type Stage = Pick<StageState, 'steps' | 'revision'>

  const send = async (path: string, bodyFor: (stage: Stage) => object | undefined): Promise<StageState | undefined> => {
    let stage: Stage = workshop.stage.stage
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const more = bodyFor(stage)
      if (!more) {
        showToast({ text: planText.gone, kind: 'alert' })
        return undefined
      }
      const body = { revision: stage.revision, ...more }
      const called = await command.run<StageChangedBody>(path, { method: 'PUT', body, quiet: true })
      if (called.ok) return called.body.stage
      const present = called.refusal === 'state-moved-on' && called.detail.stage
      if (!present || attempt === TRIES - 1) {
        showToast({ text: refusalText(called.refusal, called.field), kind: 'alert' })
        return undefined
      }
      stage = present as StageState
    }
    return undefined
  }
  return {
    busy: command.busy,
    waits: command.waits,
    make: (edit) =>
      send('agenda', (stage) => {
        const steps = edit(plannedSteps(stage))
        return steps && { steps }
      }),
    planEnd: async (at) => (await send('planned-end', () => ({ at }))) !== undefined,
  }
}
