import { curves } from './curves'
import { joins } from './joins'
import { largeRooms } from './large-rooms'
import { providers } from './providers'
import { restart } from './restart'
import { returning } from './returning'
import { smallRooms } from './small-rooms'
import { uploads } from './upload'
import type { Workload } from './workload'

export const WORKLOADS: readonly Workload[] = [
  ...largeRooms,
  ...smallRooms,
  providers,
  joins,
  returning,
  uploads,
  restart,
  curves,
]
