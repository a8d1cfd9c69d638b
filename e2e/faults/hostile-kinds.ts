import { MESSAGE, SYNC } from '../../shared/protocol/messages'
import { EDIT_KINDS } from './hostile-edits'
import { numbers, presence, question, sync, update } from './hostile-messages'
import { bytesOf, flipped, type Kinds, many, upTo } from './hostile-random'
import { STRUCT_FLOODS, STRUCT_KINDS } from './hostile-struct-kinds'

const HUGE = Number.MAX_SAFE_INTEGER
const MESSAGE_TYPES = [4, 5, 99, 100, 101, 102, 127, 128, 255, 65_535, 2 ** 31, HUGE]

/** What a member can say that no client says, by kind. Text frames are strings. */
export const KINDS: Kinds = {
  'random bytes': (random) => many(3, () => bytesOf(random, 1 + upTo(random, 200))),
  'empty frames': () => many(3, () => new Uint8Array()),
  'text frames': (random, { honest }) => [Buffer.from(update(honest)).toString('latin1'), `{"type":${random()}}`, ''],
  'a message cut short': (random, { honest }) => {
    const whole = update(honest)
    return [whole.subarray(0, upTo(random, whole.length))]
  },
  'an update cut short': (random, { honest }) => [update(honest.subarray(0, upTo(random, honest.length)))],
  'lengths beyond the end': (random) => {
    const length = [2 ** 16, 2 ** 31, 2 ** 32, 2 ** 40, HUGE][upTo(random, 5)] ?? HUGE
    return [
      numbers(MESSAGE.sync, upTo(random, 3), length, 1, 2, 3),
      numbers(MESSAGE.awareness, length, 1),
      update(numbers(length, length, 1, 0)),
      update(numbers(1, length, 1, 0)),
      update(numbers(0, length, 1, length)),
      question(numbers(length, 1, 1)),
      presence([], length),
      // A number that never ends.
      new Uint8Array(200).fill(0xff),
    ]
  },
  'unknown message types': (random) => MESSAGE_TYPES.map((type) => numbers(type, upTo(random, 100), 1)),
  'wrong sync types': (random, { honest }) =>
    [3, 4, 100, HUGE].map((kind) => sync(kind, honest)).slice(upTo(random, 4)),
  'two messages in one frame': (_random, { honest }) => [Buffer.concat([update(honest), update(honest)])],
  'messages that only a server sends': (random) => [
    numbers(MESSAGE.auth, 0, 3, 65, 66, 67),
    numbers(MESSAGE.saved, HUGE, 1, 65),
    numbers(MESSAGE.refused, upTo(random, 9), 1, 65),
  ],
  'bit flips': (random, { honest }) => many(2, () => update(flipped(random, honest))),
  'bit flips in a whole state': (random, { state }) => [sync(SYNC.step2, flipped(random, state))],
  'state vectors that cannot be read': (random) => [
    question(bytesOf(random, 1 + upTo(random, 30))),
    question(new Uint8Array()),
    question(numbers(5, 1)),
  ],
  'state vectors of thousands': (random) => [
    question(numbers(20_000, ...many(20_000, () => [upTo(random, HUGE), upTo(random, HUGE)]).flat())),
  ],
  'presence with huge clocks': (random) => [
    presence([{ client: upTo(random, 2 ** 32), clock: HUGE, state: '{"x":1}' }]),
    presence([{ client: HUGE, clock: 2 ** 40, state: '{"x":1}' }]),
    presence([{ client: 7, clock: HUGE, state: 'null' }]),
  ],
  'presence that is no JSON': (random) =>
    ['{', 'undefined', '7', '"text"', '[]', 'true', String(random()), '{"__proto__":{"x":1}}', '\u0000'].map(
      (state, clock) => presence([{ client: 7, clock, state }]),
    ),
  'presence nested deep': () => {
    const state = `${'['.repeat(500)}${']'.repeat(500)}`
    return [presence([{ client: 7, clock: 1, state: `{"x":${state}}` }])]
  },
  'presence of a megabyte': () => [presence([{ client: 7, clock: 1, state: JSON.stringify('x'.repeat(1_000_000)) }])],
  'presence of thousands': (random) => [
    presence(many(5_000, (client) => ({ client, clock: upTo(random, 9), state: '{"x":1}' }))),
  ],
  'presence of the others': (random, { clients }) => [
    presence(clients.map((client) => ({ client, clock: 1_000 + upTo(random, 9), state: 'null' }))),
  ],
  'frames larger than any message': (_random, { honest }) => [
    update(Buffer.concat([honest, new Uint8Array(1_100_000)])),
    new Uint8Array(2_200_000),
  ],
  ...STRUCT_KINDS,
  ...EDIT_KINDS,
}

/** What harms by its number: all of it on one socket. What is refused is read no further, so all else comes on its own. */
export const FLOODS: Kinds = {
  'a flood of updates with nothing new': (_random, { state }) => [
    update(state),
    ...many(300, () => update(new Uint8Array([0, 0]))),
  ],
  'a flood of questions': (random) => many(300, () => question(numbers(1, 1 + upTo(random, 2 ** 31), upTo(random, 9)))),
  'a flood of questions from nobody': () => many(300, () => question(new Uint8Array([0]))),
  'questions who is here': () => many(300, () => new Uint8Array([MESSAGE.queryAwareness])),
  'a flood of presence': (random) =>
    many(300, (clock) => presence([{ client: 7, clock, state: JSON.stringify({ x: random(), member: 'somebody' }) }])),
  ...STRUCT_FLOODS,
}

/** Kinds of which each message can be no honest one: it closes its socket with 4400, whoever sent it into the canvas. */
export const INVALID: ReadonlySet<string> = new Set([
  'empty frames',
  'text frames',
  'an update cut short',
  'lengths beyond the end',
  'wrong sync types',
  'two messages in one frame',
  'deletions that overlap',
  'clocks that run backwards',
  'items of no length',
  'values nested deep',
  'more structs said than there are',
  'content that is none of a text',
  'documents inside the document',
])
