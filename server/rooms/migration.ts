import { type Migrations, migrate } from '../../shared/document/migrate'
import { type RoomAddress, roomName } from '../../shared/domain/room'
import type { Clock } from './clock'
import { EMPTY_UPDATE } from './join-cache'
import { LiveDocument } from './live-document'
import type { StoredDocument, UpdateLog } from './ports'
import { RoomRefused } from './room-refused'
import { headOf } from './save-queue'

export type MigrationOptions = { log: UpdateLog; clock: Clock; migrations: Migrations }

const MIGRATION = Symbol('migrated by the server')

/**
 * What is stored of a room, in the schema version of this server. An older document gets one update at the end of its log,
 * which is on disk before anybody can ask for it; so copies that come back get it like any other, and a crash leaves the
 * document either as it was or migrated. An update that changes nothing still says which version the document is of.
 * A newer one is refused with `RoomRefused`: nothing is written to what this server does not know.
 */
export async function loadMigrated(
  address: RoomAddress,
  { log, clock, migrations }: MigrationOptions,
): Promise<StoredDocument | undefined> {
  const room = roomName(address)
  const stored = await log.load(room)
  if (!stored || stored.schemaVersion === migrations.version) return stored
  if (stored.schemaVersion > migrations.version) throw new RoomRefused('server-is-old')
  const live = await LiveDocument.load(stored, { log, clock })
  const { schemaVersion, epoch, tail } = stored
  const made = live.edit((doc) => migrate(doc, schemaVersion, address.kind, migrations), MIGRATION)
  live.doc.destroy()
  const next = { position: headOf(stored) + 1, update: made ?? EMPTY_UPDATE }
  await log.append(room, { epoch, position: next.position }, next.update)
  return { ...stored, schemaVersion: migrations.version, tail: [...tail, next] }
}
