import type * as Y from 'yjs'
import type { RoomAddress } from '../domain/room'
import { SCHEMA_VERSION } from './schema-version'

/** One named edit that makes a document of version `from` one of the next. */
export type Migration = {
  from: number
  /** The documents it is about; those of other kinds pass from version to version as they are. */
  kind: RoomAddress['kind']
  name: string
  /** Asks nothing but the document: no clock and nothing random, so that trying again does the same. */
  edit(document: Y.Doc): void
}

/** What a release of the server knows: the version it writes, and how older documents become of it. */
export type Migrations = { version: number; steps: readonly Migration[] }

/**
 * The table, in the order in which its steps are run. A new version of the schema is a new SCHEMA_VERSION and, for each
 * kind of document that has to change for it, one step here. A step that was released is never changed.
 */
export const MIGRATIONS: Migrations = { version: SCHEMA_VERSION, steps: [] }

/** Who made a change: not a person, so it is nobody's to undo. */
const MIGRATION = 'migration'

/** Brings a document of version `from` to the table's own, in one transaction. Only the server does this. */
export function migrate(
  document: Y.Doc,
  from: number,
  kind: RoomAddress['kind'],
  { version, steps }: Migrations = MIGRATIONS,
): void {
  document.transact(() => {
    for (let now = from; now < version; now += 1) {
      for (const step of steps) if (step.from === now && step.kind === kind) step.edit(document)
    }
  }, MIGRATION)
}
