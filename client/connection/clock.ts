import { call } from './call'

/** What time it is on the server, whatever this device's clock says. */
export interface ServerClock {
  /** ms since 1970, by the server. */
  now(): number
  /** Asks again: after a reconnect, and when a sleeping device wakes. */
  refresh(): Promise<void>
}

/** The quickest of so many answers is the truest: its way there and back left least room for error. */
const TRIES = 3

type Ask = () => Promise<number | undefined>

const askServer: Ask = async () => {
  const answer = await call<{ now: number }>('GET', '/api/clock')
  return answer.ok && Number.isFinite(answer.body.now) ? answer.body.now : undefined
}

export function createServerClock(ask: Ask = askServer, device: () => number = Date.now): ServerClock {
  let offset = 0
  const refresh = async () => {
    let quickest = Number.POSITIVE_INFINITY
    let best: number | undefined
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const sent = device()
      const server = await ask()
      const took = device() - sent
      if (server === undefined || took >= quickest) continue
      quickest = took
      best = server + took / 2 - device()
    }
    offset = best ?? offset
  }
  return { now: () => device() + offset, refresh }
}
