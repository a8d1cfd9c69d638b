import { writeUint8 } from 'lib0/encoding'
import { update } from './hostile-messages'
import { type Kinds, many, upTo } from './hostile-random'
import { any, deleted, embed, gone, handmade, json, type, words } from './hostile-structs'

const HUGE = Number.MAX_SAFE_INTEGER
/** A root that no canvas has, so that what is well made is refused all the same. */
const ROOT = 'hostile'
const DEEP = 50_000

const newClient = (random: () => number) => 1 + upTo(random, 2 ** 31)

/** Updates that can be read, or nearly, but that no Y.Doc would write. */
export const STRUCT_KINDS: Kinds = {
  'deletions that overlap': (random, { ids }) => {
    const ranges = many(2_000, () => ({ clock: upTo(random, 4), len: 1 + upTo(random, 1_000) }))
    const again = many(2_000, () => ({ clock: 0, len: 1_000 }))
    return [ranges, again].map((wanted) => update(handmade([], [{ client: ids.text.client, ranges: wanted }])))
  },
  'deletions of what is not there': (random) => {
    const ranges = many(1_000, (index) => ({ clock: index * 10, len: 5 }))
    return [
      update(handmade([], [{ client: newClient(random), ranges }])),
      update(handmade([], [{ client: newClient(random), ranges: [{ clock: 0, len: HUGE }] }])),
    ]
  },
  'clocks that run backwards': (random) => {
    const client = newClient(random)
    const at = (clock: number) => ({ client, clock, structs: [{ root: ROOT, key: 'a', content: any(1) }] })
    return [update(handmade([at(5), at(0)])), update(handmade([at(0), at(0)]))]
  },
  'clocks that somebody else has used': (_random, { ids }) => [
    update(handmade([{ ...ids.note, structs: [{ root: ROOT, key: 'a', content: any('else') }] }])),
    update(handmade([{ ...ids.text, structs: [{ content: gone(10_000) }] }])),
  ],
  'huge clocks': (random) => {
    const client = newClient(random)
    const item = { root: ROOT, key: 'a', content: any(1) }
    return [2 ** 31, 2 ** 53 - 1, HUGE].flatMap((clock) => [
      update(handmade([{ client, clock, structs: [item] }])),
      update(handmade([{ client, clock, structs: [{ content: gone(HUGE) }] }])),
      update(handmade([{ client, clock: 0, structs: [{ root: ROOT, content: deleted(HUGE) }, item] }])),
    ])
  },
  'items of no length': (random) =>
    [words(''), deleted(0), gone(0)].map((content) =>
      update(handmade([{ client: newClient(random), clock: 0, structs: [{ root: ROOT, key: 'a', content }] }])),
    ),
  'origins of the wrong kind': (random, { ids }) => {
    const client = newClient(random)
    const beside = (origin: typeof ids.note, content = any(1)) =>
      update(handmade([{ client, clock: 0, structs: [{ origin, rightOrigin: ids.note, content }] }]))
    return [
      beside(ids.word),
      beside(ids.note, type(0)),
      beside({ client, clock: 7 }),
      update(handmade([{ client, clock: 0, structs: [{ origin: { client, clock: 0 }, content: words('x') }] }])),
    ]
  },
  'parents of the wrong kind': (random, { ids }) => {
    const client = newClient(random)
    const inside = (parent: typeof ids.note, content = any(1)) =>
      update(handmade([{ client, clock: 0, structs: [{ parent, key: 'author', content }] }]))
    return [inside(ids.word), inside({ client, clock: 3 }), inside(ids.note, type(3)), inside(ids.note, any('else'))]
  },
  'parents and origins that are missing': (random, { ids }) => {
    const client = newClient(random)
    const away = { client: newClient(random), clock: upTo(random, 1_000) }
    return [
      update(handmade([{ client, clock: 0, structs: [{ parent: away, key: 'a', content: any(1) }] }])),
      update(handmade([{ client, clock: 1, structs: [{ origin: away, content: words('x') }] }])),
      update(handmade([{ client, clock: 50, structs: [{ parent: ids.text, content: words('waits for ever') }] }])),
      update(handmade([], [{ ...away, ranges: [{ clock: 9, len: 9 }] }])),
    ]
  },
  'values nested deep': (random) => {
    const deep = { ref: 8, write: anyDeep }
    return [deep, json(`${'['.repeat(DEEP)}${']'.repeat(DEEP)}`), embed('['.repeat(DEEP))].map((content) =>
      update(handmade([{ client: newClient(random), clock: 0, structs: [{ root: 'drawings', key: 'a', content }] }])),
    )
  },
  'thousands of authors': (random) =>
    [4_000, 6_000].map((count) =>
      update(
        handmade(
          many(count, (index) => ({
            client: newClient(random) + index,
            clock: 0,
            structs: [{ root: ROOT, content: words('x') }],
          })),
        ),
      ),
    ),
  'more structs said than there are': (random) => [
    update(handmade([{ client: newClient(random), clock: 0, structs: [], count: HUGE }])),
    update(
      handmade([{ client: newClient(random), clock: 0, structs: [{ root: ROOT, content: words('x') }], count: 9e6 }]),
    ),
  ],
  'content that is none of a text': (random, { ids }) =>
    [any({ x: 1 }), embed('{}'), type(1), json('7')].map((content) =>
      update(handmade([{ client: newClient(random), clock: 0, structs: [{ parent: ids.text, content }] }])),
    ),
}

/** On one socket, since each of them is kept for the sake of those that may come. */
export const STRUCT_FLOODS: Kinds = {
  'more gaps than are kept': (random) => {
    const text = words('x'.repeat(90_000))
    const structs = [{ origin: { client: newClient(random), clock: 5 }, content: text }]
    return many(15, () => update(handmade([{ client: newClient(random), clock: 0, structs }])))
  },
}

function anyDeep(encoder: Parameters<ReturnType<typeof any>['write']>[0]): void {
  const [ONE, ARRAY, NULL] = [1, 117, 126]
  const bytes = [ONE, ...many(DEEP, () => [ARRAY, ONE]).flat(), NULL]
  for (const byte of bytes) writeUint8(encoder, byte)
}
