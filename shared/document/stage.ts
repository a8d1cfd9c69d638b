import type * as Y from 'yjs'
import type { PutAction } from '../domain/action'
import type { StageState, Step } from '../domain/agenda'
import type { Member } from '../domain/member'
import type { StagePatch, StageView } from '../domain/stage-view'
import type { WorkshopState } from '../domain/workshop'

/**
 * The stage document: `state: { workshop, steps, now }`, `people: Y.Map<MemberId, Member>`, `actions: Y.Map<ActionId,
 * PutAction>`, every value plain. Only the server writes it, so the last write is the truth; what is equal is not written
 * again, which keeps the document small however often it is published.
 */
export function publishStage(document: Y.Doc, patch: StagePatch): void {
  document.transact(() => {
    const state = document.getMap<unknown>('state')
    if (patch.workshop) write(state, 'workshop', patch.workshop)
    if (patch.stage) {
      const { steps, ...now } = patch.stage
      write(state, 'steps', steps)
      write(state, 'now', now)
    }
    for (const member of patch.people ?? []) write(document.getMap('people'), member.id, member)
    for (const action of patch.actions ?? []) write(document.getMap('actions'), action.id, action)
  })
}

function write(map: Y.Map<unknown>, key: string, value: unknown): void {
  if (JSON.stringify(map.get(key)) !== JSON.stringify(value)) map.set(key, value)
}

const NOT_YET: Omit<StageState, 'steps'> = { currentStepId: null, timer: { is: 'ready', leftMs: 0 }, revision: 0 }

/** What every member sees. People who were removed are listed apart; actions come by number. */
export function readStage(document: Y.Doc): StageView {
  const state = document.getMap<unknown>('state')
  const steps = (state.get('steps') as Step[] | undefined) ?? []
  const now = (state.get('now') as Omit<StageState, 'steps'> | undefined) ?? NOT_YET
  const everybody = [...document.getMap<Member>('people').values()].sort(
    (a, b) => a.joinedAt - b.joinedAt || (a.id < b.id ? -1 : 1),
  )
  return {
    workshop: state.get('workshop') as WorkshopState | undefined,
    stage: { steps, ...now },
    people: everybody.filter((member) => member.removedAt === null),
    removed: everybody.filter((member) => member.removedAt !== null),
    actions: [...document.getMap<PutAction>('actions').values()].sort((a, b) => a.number - b.number),
  }
}
