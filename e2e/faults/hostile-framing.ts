import { frame, OPCODE } from './hostile-frames'
import { question, update } from './hostile-messages'
import { bytesOf, many, type Random, upTo } from './hostile-random'

/**
 * What a server may do about it: close with one of these codes, cut the line (1006), or let it pass and go on. `cut` is
 * for what the client itself breaks off.
 */
type Verdict = number[] | 'passes' | 'hangs up'

export type Violation = { bytes(random: Random): Uint8Array[]; verdict: Verdict }

const WRONG = [1002]
const NOT_UTF8 = Uint8Array.of(0x68, 0xc3, 0x28, 0xed, 0xa0, 0x80)
const QUESTION = question(new Uint8Array([0]))
const closeWith = (code: number, reason: Uint8Array = new Uint8Array()) => {
  const payload = Buffer.alloc(2 + reason.length)
  payload.writeUInt16BE(code)
  payload.set(reason, 2)
  return frame({ opcode: OPCODE.close, payload })
}

/** Every way to break RFC 6455, section 5 to 8, after a good handshake. */
export const VIOLATIONS: Record<string, Violation> = {
  'a frame without a mask': { bytes: () => [frame({ payload: QUESTION, isMasked: false })], verdict: WRONG },
  ...Object.fromEntries(
    many(7, (bits) => bits + 1).map((reserved) => [
      `reserved bits ${reserved}`,
      { bytes: () => [frame({ payload: QUESTION, reserved })], verdict: WRONG },
    ]),
  ),
  ...Object.fromEntries(
    [3, 4, 5, 6, 7, 11, 12, 13, 14, 15].map((opcode) => [
      `reserved opcode ${opcode}`,
      { bytes: () => [frame({ payload: QUESTION, opcode })], verdict: WRONG },
    ]),
  ),
  ...Object.fromEntries(
    (['ping', 'pong', 'close'] as const).flatMap((name) => [
      [`a ${name} in fragments`, { bytes: () => [frame({ opcode: OPCODE[name], isFinal: false })], verdict: WRONG }],
      [
        `a ${name} of 126 bytes`,
        { bytes: () => [frame({ opcode: OPCODE[name], payload: new Uint8Array(126) })], verdict: WRONG },
      ],
    ]),
  ),
  'a continuation of nothing': {
    bytes: () => [frame({ opcode: OPCODE.continuation, payload: QUESTION })],
    verdict: WRONG,
  },
  'a message inside the fragments of another': {
    bytes: () => [frame({ payload: QUESTION, isFinal: false }), frame({ payload: QUESTION })],
    verdict: WRONG,
  },
  'a length with its top bit set': {
    bytes: () => [frame({ lengthBytes: 8, length: 2n ** 63n + 5n, payload: QUESTION })],
    verdict: [1009, 1002],
  },
  'a length of gigabytes and nothing behind it': {
    bytes: () => [frame({ lengthBytes: 8, length: 2n ** 33n })],
    verdict: [1009],
  },
  'lengths longer than they need to be': {
    bytes: () => [frame({ payload: QUESTION, lengthBytes: 8 }), frame({ payload: QUESTION, lengthBytes: 2 })],
    verdict: 'passes',
  },
  ...Object.fromEntries(
    [0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535].map((code) => [
      `close code ${code}`,
      { bytes: () => [closeWith(code)], verdict: WRONG },
    ]),
  ),
  'a close of one byte': {
    bytes: () => [frame({ opcode: OPCODE.close, payload: Uint8Array.of(3) })],
    verdict: WRONG,
  },
  'a reason that is no UTF-8': { bytes: () => [closeWith(1000, NOT_UTF8)], verdict: [1007] },
  'text that is no UTF-8': { bytes: () => [frame({ opcode: OPCODE.text, payload: NOT_UTF8 })], verdict: [1007] },
  'text in fragments': {
    bytes: () => [
      frame({ opcode: OPCODE.text, payload: Buffer.from('{'), isFinal: false }),
      frame({ opcode: OPCODE.continuation, payload: Buffer.from('}') }),
    ],
    verdict: [4400],
  },
  'messages after goodbye': {
    bytes: (random) => [closeWith(1000), ...many(20, () => frame({ payload: update(bytesOf(random, 50)) }))],
    verdict: [1000],
  },
  'twenty thousand fragments of a byte': {
    bytes: () => [
      frame({ payload: Uint8Array.of(0), isFinal: false }),
      ...many(20_000, () => frame({ opcode: OPCODE.continuation, payload: Uint8Array.of(0), isFinal: false })),
    ],
    verdict: [1008, 1009],
  },
  'fragments larger than any message': {
    bytes: () => [
      frame({ payload: new Uint8Array(1_200_000), isFinal: false }),
      frame({ opcode: OPCODE.continuation, payload: new Uint8Array(1_200_000) }),
    ],
    verdict: [1009],
  },
  'a message in fragments with pings between': {
    bytes: () => [
      frame({ payload: QUESTION.subarray(0, 2), isFinal: false }),
      frame({ opcode: OPCODE.ping }),
      frame({ opcode: OPCODE.continuation, payload: QUESTION.subarray(2) }),
    ],
    verdict: 'passes',
  },
  'a flood of pongs': {
    bytes: () => many(3_000, () => frame({ opcode: OPCODE.pong, payload: new Uint8Array(125) })),
    verdict: 'passes',
  },
  'half a frame': {
    bytes: (random) => {
      const whole = frame({ payload: bytesOf(random, 2_000) })
      return [whole.subarray(0, 1 + upTo(random, whole.length - 1))]
    },
    verdict: 'hangs up',
  },
  'a header alone': { bytes: () => [frame({ lengthBytes: 8, length: 1_000_000n })], verdict: 'hangs up' },
  'the first half of a message': {
    bytes: () => [frame({ payload: new Uint8Array(500_000), isFinal: false })],
    verdict: 'hangs up',
  },
  'noise in place of frames': { bytes: (random) => [bytesOf(random, 500)], verdict: [1002, 1009, 1007, 1006, 4400] },
}
