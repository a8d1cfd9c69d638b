import { LibsqlBatchError } from '@libsql/client'
import type { Statement } from './statements'
import type { Fault, Outcome, Row, StatementJob } from './worker-messages'

/** Runs statements in one transaction and answers each one's rows, or throws and has changed nothing. */
export type RunBatch = (statements: readonly Statement[]) => Promise<Row[][]>

/**
 * Commits jobs together, with the effect of committing them one after another: a job that fails is left out, with all
 * of its own statements, and the others are kept. The failed statement's index says which job it was, so those before
 * it are committed and those after it tried again: no statement runs more than twice, one commit more for each bad job.
 */
export async function commitTogether(jobs: readonly StatementJob[], run: RunBatch): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  let rest = jobs
  while (rest.length > 0) {
    const attempt = await tryTogether(rest, run)
    if (attempt.is === 'done') return outcomes.concat(attempt.outcomes)
    const { failedAt, fault } = attempt
    const bad = failedAt === undefined ? undefined : rest[failedAt]
    if (failedAt === undefined || !bad) return outcomes.concat(await oneByOne(rest, run))
    outcomes.push(...(await oneOrTogether(rest.slice(0, failedAt), run)))
    outcomes.push({ id: bad.id, is: 'failed', fault })
    rest = rest.slice(failedAt + 1)
  }
  return outcomes
}

export function faultOf(error: unknown): Fault {
  const coded = error as { message?: string; code?: string; extendedCode?: string }
  return { message: coded.message ?? String(error), code: coded.extendedCode ?? coded.code ?? 'UNKNOWN' }
}

type Attempt = { is: 'done'; outcomes: Outcome[] } | { is: 'failed'; failedAt: number | undefined; fault: Fault }

async function tryTogether(jobs: readonly StatementJob[], run: RunBatch): Promise<Attempt> {
  try {
    const rows = await run(jobs.flatMap((job) => job.statements))
    let from = 0
    const outcomes = jobs.map((job): Outcome => {
      const own = rows.slice(from, from + job.statements.length)
      from += job.statements.length
      return { id: job.id, is: 'done', rows: own }
    })
    return { is: 'done', outcomes }
  } catch (error) {
    return { is: 'failed', failedAt: jobOfFailure(jobs, error), fault: faultOf(error) }
  }
}

/** Which job's statement failed; undefined when it was the transaction itself (disk full, a lock). */
function jobOfFailure(jobs: readonly StatementJob[], error: unknown): number | undefined {
  if (jobs.length === 1) return 0
  if (!(error instanceof LibsqlBatchError) || !isOwnFault(error)) return undefined
  const failed = error.statementIndex
  let end = 0
  return jobs.findIndex((job) => {
    end += job.statements.length
    return failed < end
  })
}

/** Faults of a statement, as against those of the disk or the connection, which any job would have met. */
export function isOwnFault(error: unknown): boolean {
  return /^SQLITE_(CONSTRAINT|ERROR|MISMATCH|RANGE|TOOBIG)/.test(faultOf(error).code)
}

async function oneOrTogether(jobs: readonly StatementJob[], run: RunBatch): Promise<Outcome[]> {
  if (jobs.length === 0) return []
  const attempt = await tryTogether(jobs, run)
  return attempt.is === 'done' ? attempt.outcomes : oneByOne(jobs, run)
}

async function oneByOne(jobs: readonly StatementJob[], run: RunBatch): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const job of jobs) {
    const attempt = await tryTogether([job], run)
    outcomes.push(
      ...(attempt.is === 'done' ? attempt.outcomes : [{ id: job.id, is: 'failed' as const, fault: attempt.fault }]),
    )
  }
  return outcomes
}
