import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { MIGRATIONS, type Migration, migrate } from './migrate'
import { SCHEMA_VERSION } from './schema-version'

const write = (from: number, kind: Migration['kind'], name: string): Migration => ({
  from,
  kind,
  name,
  edit: (document) => document.getArray<string>('done').push([name]),
})

/** Out of order on purpose: versions go one after the other however the table lists them. */
const TABLE = {
  version: 4,
  steps: [
    write(3, 'canvas', 'frames to sections'),
    write(1, 'canvas', 'texts to Y.Text'),
    write(1, 'canvas', 'sides named'),
    write(2, 'agreement', 'measures added'),
  ],
}

const doneTo = (from: number, kind: Migration['kind']) => {
  const document = new Y.Doc()
  const updates: Uint8Array[] = []
  document.on('update', (update: Uint8Array) => updates.push(update))
  migrate(document, from, kind, TABLE)
  return { done: document.getArray('done').toArray(), updates: updates.length }
}

test('every version after the document’s own has its turn, in order, and all are one update', () => {
  expect(doneTo(1, 'canvas')).toEqual({ done: ['texts to Y.Text', 'sides named', 'frames to sections'], updates: 1 })
  expect(doneTo(2, 'canvas')).toEqual({ done: ['frames to sections'], updates: 1 })
})

test('a document of this version is left alone, and so is one of a kind that nothing is about', () => {
  expect(doneTo(4, 'canvas')).toEqual({ done: [], updates: 0 })
  expect(doneTo(1, 'drafts')).toEqual({ done: [], updates: 0 })
  expect(doneTo(3, 'agreement')).toEqual({ done: [], updates: 0 })
})

test('the real table leads from one version to the next and not beyond', () => {
  const { version, steps } = MIGRATIONS
  expect(version).toBe(SCHEMA_VERSION)
  const froms = steps.map(({ from }) => from)
  expect(froms).toEqual([...froms].sort((one, other) => one - other))
  expect(froms.filter((from) => from < 1 || from >= version)).toEqual([])
})
