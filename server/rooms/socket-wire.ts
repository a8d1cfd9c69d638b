import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Clock } from './clock'
import type { Batch, Wire } from './wire'

/** How long a closing socket may take before it is cut: one that does not read would keep its buffers for ever. */
const CLOSING_MS = 2_000

/**
 * Writes whole batches to the TCP socket below a WebSocket. `ws` has no call for many frames in one write; without
 * compression it writes at once and keeps no queue of its own, so the two cannot get into each other's frames.
 */
export function socketWire(socket: WebSocket, stream: Duplex, clock: Clock): Wire {
  const isOpen = () => socket.readyState === socket.OPEN
  return {
    send(batch: Batch) {
      if (isOpen()) stream.write(batch.frames)
    },
    close(code, reason) {
      if (socket.readyState === socket.CLOSED) return
      const callOff = clock.after(CLOSING_MS, () => socket.terminate())
      socket.once('close', callOff)
      socket.resume()
      socket.close(code, reason)
    },
    cut: () => socket.terminate(),
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    ping() {
      if (isOpen()) socket.ping()
    },
    buffered: () => stream.writableLength,
  }
}
