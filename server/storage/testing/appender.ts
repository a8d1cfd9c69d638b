import type { WorkshopId } from '../../../shared/domain/ids'
import { roomName } from '../../../shared/domain/room'
import { openDatabase } from '../database'
import { DatabaseUpdateLog } from '../update-log'

// A process to be killed: appends to several rooms as fast as commits return, and says what is stored.

const [url = ''] = process.argv.slice(2)
const APPENDS_AT_ONCE = 20
const ROOMS = ['room01', 'room02', 'room03'].map((id) => roomName({ kind: 'agreement', workshopId: id as WorkshopId }))

const database = await openDatabase({ url })
const log = new DatabaseUpdateLog(database)
await Promise.all(
  ROOMS.map(async (room) => {
    const stored = await log.load(room)
    const epoch = stored?.epoch ?? `${room}-epoch`
    let position = stored?.tail.at(-1)?.position ?? stored?.snapshot?.position ?? 0
    for (;;) {
      const round = Array.from({ length: APPENDS_AT_ONCE }, async () => {
        position += 1
        const at = { epoch, position }
        await log.append(room, at, new TextEncoder().encode(`${room} ${at.position}`))
        // a pipe is written before this returns, so what the parent has not read by then is still in it
        process.stdout.write(`${room} ${at.position}\n`)
      })
      await Promise.all(round)
      if (position % (APPENDS_AT_ONCE * 10) === 0) await log.compact(room, { epoch, position }, new Uint8Array(2_000))
    }
  }),
)
