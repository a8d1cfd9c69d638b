import type { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import * as ws from 'ws'
import { Batch } from './wire'

/** The library's own reader of frames, which its types leave out. */
const { Receiver } = ws as unknown as { Receiver: new (options: object) => Writable }

/** What a WebSocket client makes of bytes on the line. */
function read(bytes: Buffer): Buffer[] {
  const messages: Buffer[] = []
  const receiver = new Receiver({ isServer: false, allowSynchronousEvents: true })
  receiver.on('message', (message: Buffer) => messages.push(Buffer.from(message)))
  receiver.write(bytes)
  return messages
}

test.each([[[0]], [[125]], [[126]], [[65_535]], [[65_536]], [[3, 200, 70_000, 1]]])(
  '[R11] messages of %j bytes leave in one buffer and arrive as they were',
  (sizes) => {
    const messages = sizes.map((size) => Buffer.alloc(size, size % 251))
    expect(read(new Batch(messages).frames)).toEqual(messages)
  },
)

test('[R11] the frames are made once, however many sockets they go to', () => {
  const batch = Batch.of(new Uint8Array([1, 2, 3]))
  expect(batch.frames).toBe(batch.frames)
})

test.each([[[]], [[0]], [[2]], [[0, 2]], [[1, 2]], [[0, 1, 2, 3]]])(
  '[R11] nobody gets back what they sent: without messages %j the others arrive as they were',
  (leftOut) => {
    const messages = [1, 130, 70_000, 3].map((size) => Buffer.alloc(size, size % 251))
    const batch = new Batch(messages).without((index) => leftOut.includes(index))
    const kept = messages.filter((_, index) => !leftOut.includes(index))
    expect(read(batch.frames)).toEqual(kept)
    expect(batch.messages).toEqual(kept)
  },
)
