import { Crowd, type Editing, type Person } from './crowd'
import { type Joining, joinAtOnce } from './joining'
import type { Address } from './raw-socket'
import { comeBack } from './returning'
import { serve } from './rpc'
import { type Upload, upload } from './upload'

const crowd = new Crowd()

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
  close: (_: null) => crowd.close(),
}

serve(handlers)
