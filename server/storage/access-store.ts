import { and, asc, desc, eq, inArray, isNull, lt } from 'drizzle-orm'
import type { CanvasId, MemberId } from '../../shared/domain/ids'
import type { AccessStore, Seat, SeatedMember } from '../access/ports'
import type { Database } from './database'
import { gathered } from './gathered'
import { toStatement } from './statements'
import { canvases, links, members, seats, sessionMembers, sessions, steps, waiting, workshops } from './tables'
import { sayingTakenCodes } from './taken-codes'
import { canvasSummaries, memberOf, stepOf, stillHere, workshopState } from './workshop-rows'

/** Sessions, members, links and the people at the door in libSQL. */
export function createAccessStore(database: Database, now: () => number = Date.now): AccessStore {
  const { orm } = database
  const seatsWhere = () =>
    orm
      .select(seatColumns)
      .from(sessionMembers)
      .innerJoin(members, eq(members.id, sessionMembers.memberId))
      .innerJoin(workshops, eq(workshops.id, sessionMembers.workshopId))
      .leftJoin(steps, eq(steps.id, workshops.currentStepId))

  return {
    session: (idHash) => orm.select().from(sessions).where(eq(sessions.idHash, idHash)).get(),

    async seats(hash) {
      const rows = await seatsWhere().where(eq(sessionMembers.sessionHash, hash)).orderBy(desc(members.joinedAt))
      return rows.map(asSeat)
    },

    async seat(hash, workshopId) {
      const mine = and(eq(sessionMembers.sessionHash, hash), eq(sessionMembers.workshopId, workshopId))
      const row = await seatsWhere().where(mine).get()
      return row && asSeat(row)
    },

    seatOfMember: gathered(async (ids: MemberId[]) => {
      const rows = await orm
        .select(seatColumns)
        .from(members)
        .innerJoin(workshops, eq(workshops.id, members.workshopId))
        .leftJoin(steps, eq(steps.id, workshops.currentStepId))
        .where(inArray(members.id, ids))
      return new Map(rows.map((row) => [row.member.id, asSeat(row)]))
    }),

    async sitting(workshopId) {
      const rows = await orm
        .select({ seat: seats, member: members })
        .from(seats)
        .innerJoin(members, eq(members.id, seats.memberId))
        .where(eq(seats.workshopId, workshopId))
      return rows.map(({ seat: { sessionHash, position }, member }) => ({
        sessionHash,
        position,
        member: asSeated(member),
      }))
    },

    workshopOfCanvas: gathered(async (ids: CanvasId[]) => {
      const rows = await orm.select().from(canvases).where(inArray(canvases.id, ids))
      return new Map(rows.map((row) => [row.id, row.workshopId]))
    }),

    async workshop(workshopId) {
      const [[row], list, atTheDoor] = await orm.batch([
        orm.select().from(workshops).where(eq(workshops.id, workshopId)),
        orm.select().from(canvases).where(eq(canvases.workshopId, workshopId)).orderBy(asc(canvases.position)),
        orm.select().from(waiting).where(eq(waiting.workshopId, workshopId)),
      ])
      return row && workshopState(row, canvasSummaries(list), stillHere(atTheDoor, now()))
    },

    async members(workshopId) {
      const rows = await orm.select().from(members).where(eq(members.workshopId, workshopId))
      return rows.map(asSeated)
    },

    linkById: (id) => orm.select().from(links).where(eq(links.id, id)).get(),
    linkByCode: (code) => orm.select().from(links).where(eq(links.code, code)).get(),
    links: (workshopId) =>
      orm
        .select()
        .from(links)
        .where(and(eq(links.workshopId, workshopId), isNull(links.revokedAt))),
    waitingOf: (workshopId) =>
      orm.select().from(waiting).where(eq(waiting.workshopId, workshopId)).orderBy(asc(waiting.askedAt)),

    async workshopsWithWaiting() {
      const rows = await orm.selectDistinct({ id: waiting.workshopId }).from(waiting)
      return rows.map((row) => row.id)
    },

    rowsForSession: (session) => [
      toStatement(orm.insert(sessions).values(session).onConflictDoUpdate({ target: sessions.idHash, set: session })),
    ],
    rowsForSeat(sessionHash, { id: memberId, workshopId }) {
      const row = { sessionHash, workshopId, memberId }
      const target = [sessionMembers.sessionHash, sessionMembers.workshopId]
      return [toStatement(orm.insert(sessionMembers).values(row).onConflictDoUpdate({ target, set: { memberId } }))]
    },
    rowsForNoSeat(hash, workshopId) {
      const mine = and(eq(sessionMembers.sessionHash, hash), eq(sessionMembers.workshopId, workshopId))
      const shared = and(eq(seats.sessionHash, hash), eq(seats.workshopId, workshopId))
      return [toStatement(orm.delete(sessionMembers).where(mine)), toStatement(orm.delete(seats).where(shared))]
    },
    rowsForSitting: ({ sessionHash, position, member: { id: memberId, workshopId } }) => [
      toStatement(orm.insert(seats).values({ sessionHash, workshopId, memberId, position }).onConflictDoNothing()),
    ],
    rowsForStandingUp: (hash, memberId) => [
      toStatement(orm.delete(seats).where(and(eq(seats.sessionHash, hash), eq(seats.memberId, memberId)))),
    ],
    rowsForNewMember: (member, linkId) => [toStatement(orm.insert(members).values({ ...member, linkId }))],
    rowsForBriefRead: (id, briefReadAt) => [
      toStatement(orm.update(members).set({ briefReadAt }).where(eq(members.id, id))),
    ],
    rowsForLink: (link) => [
      toStatement(orm.insert(links).values(link).onConflictDoUpdate({ target: links.id, set: link })),
    ],
    rowsForWaiting: (row) => [
      toStatement(orm.insert(waiting).values(row).onConflictDoUpdate({ target: waiting.id, set: row })),
    ],
    rowsForSeen: (id, seenAt) => [toStatement(orm.update(waiting).set({ seenAt }).where(eq(waiting.id, id)))],
    rowsForNoWaiting: (id) => [toStatement(orm.delete(waiting).where(eq(waiting.id, id)))],
    rowsForTidying: (before) => [
      toStatement(orm.delete(sessions).where(lt(sessions.seenAt, before.sessions))),
      toStatement(orm.delete(waiting).where(lt(waiting.seenAt, before.waiting))),
      toStatement(orm.delete(links).where(and(eq(links.kind, 'device'), lt(links.expiresAt, before.waiting)))),
    ],
    write: (rows) => sayingTakenCodes(database.write(rows)),
  }
}

const seatColumns = { member: members, workshop: workshops, step: steps }

type SeatRow = {
  member: typeof members.$inferSelect
  workshop: typeof workshops.$inferSelect
  step: typeof steps.$inferSelect | null
}

function asSeat({ member, workshop, step }: SeatRow): Seat {
  const { id, title, locked, endedAt, attribution, currentStepId, timer, grace } = workshop
  // of the steps only the current one is read: the others say nothing about what one may do now
  const standing = { steps: step ? [stepOf(step)] : [], currentStepId, timer, grace, locked, endedAt }
  return { member: asSeated(member), workshop: { id, title, endedAt, standing, attribution } }
}

function asSeated(row: typeof members.$inferSelect): SeatedMember {
  return { ...memberOf(row), workshopId: row.workshopId, briefReadAt: row.briefReadAt }
}
