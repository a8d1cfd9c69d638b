import type { NewWorkshop, WorkshopStore } from '../workshops/ports'
import type { Database } from './database'
import { canvases, links, members, sessionMembers, sessions, steps, workshops } from './tables'
import { sayingTakenCodes } from './taken-codes'
import type { DatabaseUpdateLog } from './update-log'

/** Creates workshops in libSQL: rows and first documents in one transaction, so there is never half a workshop. */
export function createWorkshopStore(database: Database, log: Pick<DatabaseUpdateLog, 'seedRow'>): WorkshopStore {
  const { orm } = database
  return {
    async create(workshop) {
      const { state, founder } = workshop
      const at = { createdAt: workshop.createdAt, seenAt: workshop.createdAt }
      const seat = { sessionHash: founder.sessionHash, workshopId: state.id, memberId: founder.member.id }
      const stored = database.write([
        orm.insert(workshops).values(workshopRow(workshop)),
        ...workshop.canvases.map((canvas, position) =>
          orm.insert(canvases).values({ ...canvas, workshopId: state.id, position }),
        ),
        ...workshop.stage.steps.map((step, position) =>
          orm.insert(steps).values({ ...step, workshopId: state.id, position }),
        ),
        ...workshop.members.map((member) => orm.insert(members).values({ ...member, workshopId: state.id })),
        ...workshop.links.map((link) => orm.insert(links).values(link)),
        ...(founder.sessionIsNew ? [orm.insert(sessions).values({ idHash: founder.sessionHash, ...at })] : []),
        orm.insert(sessionMembers).values(seat),
        ...workshop.documents.map(({ room, state: bytes }) => log.seedRow(room, bytes)),
      ])
      await sayingTakenCodes(stored)
    },
  }
}

function workshopRow({ state, stage, template, createdAt }: NewWorkshop): typeof workshops.$inferInsert {
  const { sides, canvases: _, waiting: __, ...fields } = state
  const { steps: _steps, revision, ...now } = stage
  return {
    ...fields,
    template,
    createdAt,
    centralName: sides.central,
    localName: sides.local,
    ...now,
    stageRevision: revision,
  }
}
