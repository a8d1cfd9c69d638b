import type { StageState, Step } from '../../shared/domain/agenda'
import { isAtTheDoor } from '../../shared/domain/at-the-door'
import type { Member } from '../../shared/domain/member'
import type { CanvasSummary, WorkshopState } from '../../shared/domain/workshop'
import type { canvases, members, steps, waiting, workshops } from './tables'

type WorkshopRow = typeof workshops.$inferSelect
type MemberRow = typeof members.$inferSelect

/** What everybody sees of a workshop; how many wait is counted by whoever reads. */
export function workshopState(row: WorkshopRow, list: CanvasSummary[], waiting: number): WorkshopState {
  const { id, title, purpose, fixed, open, unknown, runBy, contact, attribution, banner, expected } = row
  const { door, locked, cursors, endedAt } = row
  const sides = { central: row.centralName, local: row.localName }
  const brief = { title, purpose, fixed, open, unknown, runBy, contact }
  return { ...brief, id, attribution, banner, sides, expected, canvases: list, door, locked, cursors, endedAt, waiting }
}

export function canvasSummaries(rows: readonly (typeof canvases.$inferSelect)[]): CanvasSummary[] {
  return rows.map(({ id, title }) => ({ id, title }))
}

export function stageState(row: WorkshopRow, rows: readonly (typeof steps.$inferSelect)[]): StageState {
  const { currentStepId, timer, stageRevision: revision, movedAt, cameFrom, leftTimer, grace, plannedEndAt } = row
  return { steps: rows.map(stepOf), currentStepId, timer, revision, movedAt, cameFrom, leftTimer, grace, plannedEndAt }
}

export function stepOf(row: typeof steps.$inferSelect): Step {
  const { id, kind, title, prompt, minutes, rights, canvasId, writing, closesAtZero, skipped, revealedAt } = row
  return { id, kind, title, prompt, minutes, rights, canvasId, writing, closesAtZero, skipped, revealedAt }
}

export function memberOf({ id, name, organisation, side, role, joinedAt, removedAt }: MemberRow): Member {
  return { id, name, organisation, side, role, joinedAt, removedAt }
}

export function stillHere(rows: readonly (typeof waiting.$inferSelect)[], now: number): number {
  return rows.filter((row) => isAtTheDoor(row, now)).length
}
