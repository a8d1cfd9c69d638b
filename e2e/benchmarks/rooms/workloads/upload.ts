import { openCrowdProcess, peopleOf } from '../load/crowds'
import type { Uploaded } from '../load/upload'
import { atLeast, atMost, ms, type Report, type Verdict } from '../report'
import { LABEL, OPEN } from '../targets/all'
import type { TargetName } from '../targets/target'
import type { Workload } from './workload'

const UPDATES = 125_000
const TARGETS: readonly TargetName[] = ['ours', 'hocuspocus']

export const uploads: Workload = {
  name: 'upload',
  async run(): Promise<Report> {
    const all = new Map<TargetName, Uploaded & { turn: number }>()
    for (const name of TARGETS) all.set(name, await measure(name))
    return {
      name: 'upload',
      title: `${UPDATES.toLocaleString('en')} updates brought up by one client, a letter each`,
      rows: [...all].map(([name, uploaded]) => ({
        who: LABEL[name],
        figures: {
          'a second': rate(uploaded.delivered).toLocaleString('en'),
          'all sent after': ms(uploaded.sent),
          'with another client after': ms(uploaded.delivered),
          'all on disk after': Number.isNaN(uploaded.saved) ? 'not said' : ms(uploaded.saved),
          'longest turn': ms(uploaded.turn),
        },
      })),
      verdicts: verdictsOf(all.get('ours')),
    }
  },
}

async function measure(name: TargetName) {
  const target = await OPEN[name]({ rooms: 1, clientsARoom: 2, notes: 200 })
  const people = openCrowdProcess()
  try {
    const [writer, reader] = peopleOf(target)
    if (!writer || !reader) throw new Error('nobody is there')
    await target.server.loopDelay()
    const uploaded = await people.ask('upload', {
      writer: writer.address,
      reader: reader.address,
      state: target.rooms[0]?.state ?? new Uint8Array(),
      updates: UPDATES,
      saysSaved: name === 'ours',
    })
    const { most } = await target.server.loopDelay()
    return { ...uploaded, turn: most }
  } finally {
    people.close()
    await target.server.close()
  }
}

const rate = (milliseconds: number): number => Math.round((UPDATES / milliseconds) * 1000)

function verdictsOf(ours: Uploaded | undefined): Verdict[] {
  if (!ours) return []
  const [aSecond, late] = [rate(ours.delivered), ours.saved - ours.delivered]
  return [
    atLeast('≥ 15,000 a second, goal ≥ 30,000', aSecond, {
      must: 15_000,
      wished: 30_000,
      show: aSecond.toLocaleString('en'),
    }),
    atMost('saved within 1 s of the last', late, { must: 1_000, show: ms(late) }),
  ]
}
