import type { AskedOrganisation, PutAction } from '../../shared/domain/action'
import type { ActionId, WorkshopId } from '../../shared/domain/ids'
import type { Member } from '../../shared/domain/member'
import { hashOf, wordingOf } from '../../shared/domain/wording-hash'
import type { RefusalCode } from '../../shared/protocol/refusals'
import { type Result, refuse } from '../../shared/result'
import { LiveLocks } from './live-locks'
import type { ActionStore, Rows, StagePort, StoredRecord, WrittenTogether } from './ports'
import { type Answering, answer, asRecord, dispute, put, stillOpen, withdraw } from './signing'
import { trailOf } from './trail'

/** Who a command is about, and in which workshop. `workshop` carries what goes into a record. */
export type Told = { workshop: { id: WorkshopId; title: string }; actionId: ActionId; now: number }

export interface AgreementService {
  put(told: Told, given: { hash: string; asked: AskedOrganisation[] }): Promise<Result<PutAction, RefusalCode>>
  withdraw(told: Told, revision: number): Promise<Result<PutAction, RefusalCode>>
  answer(told: Told, member: Member, given: Omit<Answering, 'now'>): Promise<Result<PutAction, RefusalCode>>
  dispute(
    told: Told,
    member: Member,
    given: { organisation: string; revision: number; reason: string },
  ): Promise<Result<PutAction, RefusalCode>>
  closeSigning(told: Told, revision: number): Promise<Result<PutAction, RefusalCode>>
  actionsOf(workshopId: WorkshopId): Promise<PutAction[]>
  recordsOf(workshopId: WorkshopId): Promise<StoredRecord[]>
  /** Actions whose wording nobody may change now. The set is live: rooms judge every update by it. */
  lockedActions(workshopId: WorkshopId): Promise<ReadonlySet<ActionId>>
}

type Ports = { store: ActionStore; stage: StagePort; written: WrittenTogether }

export function createAgreementService({ store, stage, written }: Ports): AgreementService {
  const locks = new LiveLocks((workshopId) => loadLocks(store, workshopId))
  const lockedActions = (workshopId: WorkshopId) => locks.of(workshopId)

  /** Loads, asks the core, stores and announces; the lock follows what was stored. */
  async function command(
    { workshop, actionId }: Told,
    decide: (existing: PutAction | undefined, all: PutAction[]) => Promise<Decision> | Decision,
    /** In the same turn, when nothing came of it. */
    takeBack: () => void = () => undefined,
  ): Promise<Result<PutAction, RefusalCode>> {
    return stage.inTurn(workshop.id, async () => {
      // held from here on: a lock set on the way must not be forgotten before it is stored
      const locked = await lockedActions(workshop.id)
      const all = await store.actionsOf(workshop.id)
      const existing = all.find((action) => action.id === actionId)
      const decision = await decided().catch((error: unknown) => {
        takeBack()
        throw error
      })
      if (!decision.ok) {
        takeBack()
        return decision
      }
      if (decision.value.status === 'withdrawn') locked.delete(actionId)
      else locked.add(actionId)
      return decision

      async function decided(): Promise<Decision> {
        const done = await decide(existing, all)
        if (done.ok) await stage.publish(workshop.id, { actions: [done.value] }, done.rows)
        return done
      }
    })
  }

  /** Stored as an answer leaves it, or as the record that it makes. */
  function settled(told: Told, open: PutAction, rows: Rows, closeEarly = false): Decision {
    const record = asRecord(open, told.now, closeEarly)
    if (!record) return { ok: true, value: open, rows: [...rows, ...store.rowsForAction(told.workshop.id, open)] }
    const kept = recordOf(told, record)
    const all = [
      ...rows,
      ...store.rowsForAction(told.workshop.id, record),
      ...store.rowsForRecord(told.workshop.id, kept),
    ]
    return { ok: true, value: record, rows: all }
  }

  return {
    lockedActions,
    actionsOf: (workshopId) => store.actionsOf(workshopId),
    recordsOf: (workshopId) => store.recordsOf(workshopId),

    put(told, given) {
      const { workshop, actionId } = told
      let unlock = () => {}
      return command(
        told,
        async (existing, all) => {
          const locked = await lockedActions(workshop.id)
          // Locked before it is read: what is frozen is what was read, and no update can slip in between.
          if (!locked.has(actionId)) unlock = () => locked.delete(actionId)
          locked.add(actionId)
          return freeze(existing, all)
        },
        () => unlock(),
      )

      async function freeze(existing: PutAction | undefined, all: PutAction[]): Promise<Decision> {
        const draft = (await written.agreement(workshop.id)).actions.find((action) => action.id === actionId)
        if (!draft) return refuse('not-found')
        const canvas = draft.from ? await written.canvasOf(workshop.id, draft.from.canvasId) : undefined
        const done = put(existing, {
          wording: wordingOf(draft),
          trail: trailOf(draft, canvas),
          seenHash: given.hash,
          asked: given.asked,
          nextNumber: Math.max(0, ...all.map((action) => action.number)) + 1,
          now: told.now,
        })
        return done.ok ? { ...done, rows: store.rowsForAction(workshop.id, done.value) } : done
      }
    },

    withdraw: (told, revision) =>
      command(told, (existing) => {
        const done = withdraw(existing, revision)
        return done.ok ? { ...done, rows: store.rowsForAction(told.workshop.id, done.value) } : done
      }),

    answer: (told, member, given) =>
      command(told, (existing) => {
        const done = answer(existing, member, { ...given, now: told.now })
        if (!done.ok) return done
        return settled(
          told,
          done.value.action,
          store.rowsForAnswer(told.workshop.id, done.value.action, done.value.answer),
        )
      }),

    dispute: (told, member, given) =>
      command(told, (existing) => {
        const done = dispute(existing, member, { ...given, now: told.now })
        if (!done.ok) return done
        const rows = store.rowsForDispute(told.workshop.id, done.value.action, done.value.answer, member.id)
        return { ok: true, value: done.value.action, rows }
      }),

    closeSigning: (told, revision) =>
      command(told, (existing) => {
        const open = stillOpen(existing, revision)
        if (!open.ok) return open
        const done = settled(told, open.value, [], true)
        return done.ok && done.value.status === 'record' ? done : refuse('cannot-close-signing')
      }),
  }
}

type Decision = { ok: true; value: PutAction; rows: Rows } | { ok: false; refusal: RefusalCode }

function recordOf({ workshop }: Told, action: PutAction): StoredRecord {
  const body = { workshop, action }
  const { number, revision, id: actionId, closedEarly, recordedAt } = action
  return { number, revision, actionId, body, hash: hashOf(body), madeAt: recordedAt ?? 0, closedEarly }
}

async function loadLocks(store: ActionStore, workshopId: WorkshopId): Promise<Set<ActionId>> {
  const actions = await store.actionsOf(workshopId)
  return new Set(actions.filter((action) => action.status !== 'withdrawn').map((action) => action.id))
}
