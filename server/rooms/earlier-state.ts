import type * as Y from 'yjs'
import { type Migrations, migrate } from '../../shared/document/migrate'
import type { RoomAddress } from '../../shared/domain/room'
import type { Clock } from './clock'
import { LiveDocument } from './live-document'
import type { UpdateLog } from './ports'
import { RoomRefused } from './room-refused'

export type EarlierOptions = {
  kind: RoomAddress['kind']
  log: Pick<UpdateLog, 'cut'>
  clock: Clock
  migrations: Migrations
}

/**
 * Reads a kept state in a document of its own, which ends with the reading. A state from before a change of the schema is
 * migrated in there only, so that every reader sees the schema that it knows.
 */
export async function readEarlier<T>(
  { schemaVersion, state }: { schemaVersion: number; state: Uint8Array },
  reader: (doc: Y.Doc) => T | Promise<T>,
  { kind, log, clock, migrations }: EarlierOptions,
): Promise<T> {
  if (schemaVersion > migrations.version) throw new RoomRefused('server-is-old')
  const { doc } = await LiveDocument.load(
    { epoch: '', schemaVersion, snapshot: { position: 0, state }, tail: [] },
    { log, clock },
  )
  try {
    migrate(doc, schemaVersion, kind, migrations)
    return await reader(doc)
  } finally {
    doc.destroy()
  }
}
