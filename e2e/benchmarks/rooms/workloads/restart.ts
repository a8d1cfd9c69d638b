import * as Y from 'yjs'
import { openCrowdProcess } from '../load/crowds'
import { now } from '../load/marks'
import type { Address } from '../load/raw-socket'
import { atLeast, atMost, ms, type Report } from '../report'
import { LABEL } from '../targets/all'
import { createCanvas, fill, joinAll, startOurs } from '../targets/ours'
import type { Workload } from './workload'

const PEOPLE = 400
const AWAY = 20
const NOTES = 300

/** 400 people, each in canvas and stage; twenty wrote without network when the canvas was locked and the server restarted. */
export const restart: Workload = {
  name: 'restart',
  async run(): Promise<Report> {
    const server = await startOurs()
    const [onCanvas, onStage] = [openCrowdProcess(), openCrowdProcess()]
    try {
      const { facilitator, created, canvas } = await createCanvas(server.port)
      const state = await fill(facilitator, created, { canvas, notes: NOTES })
      const people = await joinAll(server.port, created, PEOPLE)
      const addressesIn = (room: string): Address[] =>
        people.map(({ cookie }) => ({
          port: server.port,
          dialect: 'y-websocket',
          room,
          path: `/sync/${room}?saved=1`,
          cookie,
        }))
      await Promise.all([
        onCanvas.ask('regulars', addressesIn(canvas)),
        onStage.ask('regulars', addressesIn(`stage/${created.workshop.id}`)),
      ])
      const away = { people: Array.from({ length: AWAY }, (_, index) => index), state }
      await onCanvas.ask('writeAway', away)
      await facilitator.post(`/api/workshops/${created.workshop.id}/lock`, { locked: true })
      const asked = now()
      await server.stop()
      await onCanvas.ask('comeBackTo', away)
      const started = now()
      await server.start()
      const [canvasBack, stageBack] = await Promise.all([onCanvas.ask('allLive', null), onStage.ask('allLive', null)])
      const { most } = await server.loopDelay()
      const live = Math.max(canvasBack.at, stageBack.at)
      const kept = (await facilitator.open(canvas)).document
      return reportOf({
        outage: (live - asked) / 1000,
        back: (live - started) / 1000,
        turn: most,
        refused: canvasBack.refusals.filter((code) => code === 'canvas-locked').length,
        isSame: Buffer.compare(Y.encodeStateAsUpdate(kept), state) === 0,
      })
    } finally {
      onCanvas.close()
      onStage.close()
      await server.close()
    }
  },
}

type Figures = { outage: number; back: number; turn: number; refused: number; isSame: boolean }

function reportOf({ outage, back, turn, refused, isSame }: Figures): Report {
  return {
    name: 'restart',
    title: `Restart with ${PEOPLE} people in two rooms each, ${AWAY} of them with offline edits, the canvas locked meanwhile`,
    rows: [
      {
        who: LABEL.ours,
        figures: {
          'from start to all live': ms(back),
          'from the signal to stop to all live': ms(outage),
          'longest turn': ms(turn),
          'offline edits refused': `${refused} of ${AWAY}`,
          'document as before': isSame ? 'yes' : 'no',
        },
      },
    ],
    verdicts: [
      atMost('all live within 5 s, goal 3 s', back, { must: 5_000, wished: 3_000, show: ms(back) }),
      atLeast('every offline edit refused, so that the client keeps it', refused, {
        must: AWAY,
        show: `${refused} of ${AWAY}`,
      }),
      atLeast('nothing lost', isSame ? 1 : 0, { must: 1, show: isSame ? 'nothing' : 'the document differs' }),
      atMost('goal: no turn over 50 ms', turn, { must: 50, show: ms(turn) }),
    ],
  }
}
