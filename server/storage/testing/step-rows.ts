import { asc, eq } from 'drizzle-orm'
import type { StepRight } from '../../../shared/domain/agenda'
import type { WorkshopId } from '../../../shared/domain/ids'
import type { Database } from '../database'
import { steps } from '../tables'

type Given = { rights?: StepRight[]; closesAtZero?: boolean; writing?: 'open' }

/** Changes the steps of a workshop behind the server's back, from the first on; the last that is given holds for the rest. */
export async function setSteps(database: Database, workshopId: WorkshopId, ...given: Given[]): Promise<void> {
  const { orm } = database
  const rows = await orm.select().from(steps).where(eq(steps.workshopId, workshopId)).orderBy(asc(steps.position))
  await database.write(
    rows.map(({ id }, index) =>
      orm
        .update(steps)
        .set(given[index] ?? given.at(-1) ?? {})
        .where(eq(steps.id, id)),
    ),
  )
}
