import { createWorkshop, Device, linkOf } from '../actors/device'
import type { Product } from '../fixtures/product'
import { opensAllSteps } from '../fixtures/steps'
import type { Seat } from './scribe'

type Joined = { member: Pick<Seat, 'member' | 'side'> & { id: Seat['member'] } }

/** A workshop on a server that is going to be hurt, and its people's places in its canvas. */
export type HurtWorkshop = { room: string; amina: Seat; jon: Seat; priya: Seat; sam: Seat; everybody: Seat[] }

export async function openWorkshop({ url }: Product): Promise<HurtWorkshop> {
  const facilitator = new Device(url)
  const created = await createWorkshop(facilitator, { facilitator: { name: 'Facilitator' } })
  await opensAllSteps(facilitator, created.workshop.id)
  const room = `canvas/${created.canvases[0]?.id}`
  const join = async (name: string, key: 'central' | 'local'): Promise<Seat> => {
    const device = new Device(url)
    const { token } = linkOf(created, key)
    const answer = await device.post<Joined>('/api/join', { token, name, organisation: 'Westshire' })
    if (answer.status !== 200) throw new Error(`not joined: ${JSON.stringify(answer)}`)
    const { id: member, side } = answer.body.member
    return { name, url, room, cookie: device.cookie, member, side }
  }
  const amina = await join('Amina', 'central')
  const jon = await join('Jon', 'local')
  const priya = await join('Priya', 'central')
  const sam = await join('Sam', 'local')
  return { room, amina, jon, priya, sam, everybody: [amina, jon, priya, sam] }
}
