import * as Y from 'yjs'
import { openCrowdProcess, peopleOf } from '../load/crowds'
import { atMost, median, ms, type Report } from '../report'
import { LABEL, OPEN } from '../targets/all'
import type { Workload } from './workload'

const NOTES = 5_000
const TIMES = 20

/** Back after a moment without network, while the document is still in memory. */
export const returning: Workload = {
  name: 'returning',
  async run(): Promise<Report> {
    const target = await OPEN.ours({ rooms: 1, clientsARoom: 2, notes: NOTES })
    const guest = openCrowdProcess()
    try {
      const people = peopleOf(target)
      await guest.ask('open', people.slice(0, 1))
      const stateVector = Y.encodeStateVectorFromUpdate(target.rooms[0]?.state ?? new Uint8Array())
      const back: { ms: number; bytes: number }[] = []
      for (const { address } of Array.from({ length: TIMES }, () => people.slice(1)).flat()) {
        back.push(await guest.ask('comeBack', { address, stateVector }))
      }
      const [took, bytes] = [median(back.map((one) => one.ms)), Math.max(...back.map((one) => one.bytes))]
      return {
        name: 'returning',
        title: `Our client back with nothing new, ${NOTES.toLocaleString('en')} notes by 200 authors`,
        rows: [{ who: LABEL.ours, figures: { 'bytes received': String(bytes), 'until live': ms(took) } }],
        verdicts: [
          atMost('≤ 1 KB', bytes, { must: 1024, show: `${bytes} bytes` }),
          atMost('≤ 5 ms', took, { must: 5, show: ms(took) }),
        ],
      }
    } finally {
      guest.close()
      await target.server.close()
    }
  },
}
