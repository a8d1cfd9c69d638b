import { LibsqlBatchError, LibsqlError } from '@libsql/client'
import { describe, expect, test } from 'vitest'
import { commitTogether, type RunBatch } from './group-commit'
import type { StatementJob } from './worker-messages'

const job = (id: number, ...statements: string[]): StatementJob => ({
  id,
  kind: 'write',
  statements: statements.map((sql) => ({ sql, params: [] })),
})

/** A database that fails on the statement `bad`, and otherwise notes what each commit stored. */
function fakeDatabase() {
  const commits: string[][] = []
  const run: RunBatch = async (statements) => {
    const bad = statements.findIndex((statement) => statement.sql === 'bad')
    if (bad >= 0) throw new LibsqlBatchError('UNIQUE constraint failed', bad, 'SQLITE_CONSTRAINT')
    commits.push(statements.map((statement) => statement.sql))
    return statements.map((statement) => [[statement.sql]])
  }
  return { commits, run }
}

const ends = async (jobs: StatementJob[], run: RunBatch) =>
  (await commitTogether(jobs, run)).map((outcome) => `${outcome.id} ${outcome.is}`).toSorted()

describe('[S2] jobs that are committed together', () => {
  test('take one commit when all are well, and each gets its own rows', async () => {
    const { commits, run } = fakeDatabase()
    const outcomes = await commitTogether([job(1, 'a', 'b'), job(2, 'c')], run)
    expect(commits).toEqual([['a', 'b', 'c']])
    expect(outcomes).toEqual([
      { id: 1, is: 'done', rows: [[['a']], [['b']]] },
      { id: 2, is: 'done', rows: [[['c']]] },
    ])
  })

  test('leave out a bad one whole, with one commit more', async () => {
    const { commits, run } = fakeDatabase()
    const jobs = [job(1, 'a'), job(2, 'b', 'bad', 'c'), job(3, 'd'), job(4, 'bad'), job(5, 'e')]
    expect(await ends(jobs, run)).toEqual(['1 done', '2 failed', '3 done', '4 failed', '5 done'])
    expect(commits).toEqual([['a'], ['d'], ['e']])
  })

  test('are tried alone when the commit itself fails, as with a full disk', async () => {
    const { commits, run } = fakeDatabase()
    let full = true
    const sometimesFull: RunBatch = async (statements) => {
      if (!full) return run(statements)
      full = false
      throw new LibsqlError('database or disk is full', 'SQLITE_FULL')
    }
    expect(await ends([job(1, 'a'), job(2, 'bad'), job(3, 'b')], sometimesFull)).toEqual([
      '1 done',
      '2 failed',
      '3 done',
    ])
    expect(commits).toEqual([['a'], ['b']])
  })

  test('all fail when nothing can be stored', async () => {
    const broken: RunBatch = async () => {
      throw new LibsqlError('disk I/O error', 'SQLITE_IOERR')
    }
    expect(await ends([job(1, 'a'), job(2, 'b')], broken)).toEqual(['1 failed', '2 failed'])
  })
})
