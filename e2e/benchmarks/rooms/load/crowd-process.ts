import { Crowd, type Editing, type Person } from './crowd'
import { type Joining, joinAtOnce } from './joining'
import type { Address } from './raw-socket'
import { type Away, Regulars } from './regulars'
import { comeBack } from './returning'
import { serve } from './rpc'
import { type Upload, upload } from './upload'

const crowd = new Crowd()
const regulars = new Regulars()

export type CrowdHandlers = typeof handlers

const handlers = {
  open: (people: Person[]) => crowd.open(people),
  begin: (_: null) => crowd.begin(),
  reached: (_: null) => crowd.reached(),
  edit: (editing: Editing) => crowd.edit(editing),
  point: (pointing: { hz: number; ms: number }) => crowd.point(pointing),
  join: (joining: Joining) => joinAtOnce(joining),
  comeBack: (question: { address: Address; stateVector: Uint8Array }) => comeBack(question),
  upload: (question: Upload) => upload(question),
  regulars: (addresses: Address[]) => regulars.open(addresses),
  writeAway: (away: Away) => regulars.writeAway(away),
  comeBackTo: (away: Away) => regulars.comeBack(away),
  allLive: (_: null) => regulars.allLive(),
  close: (_: null) => crowd.close(),
}

serve(handlers)
