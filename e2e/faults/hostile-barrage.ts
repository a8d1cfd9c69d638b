import * as Y from 'yjs'
import { addNote } from '../../shared/document/edits'
import type { MemberId, NoteId, SectionId } from '../../shared/domain/ids'
import { pick } from '../../shared/testing/random'
import { breakFraming, say, shakeHands } from './hostile-attack'
import { editOf } from './hostile-edits'
import { VIOLATIONS, type Violation } from './hostile-framing'
import { HANDSHAKES, type Handshake } from './hostile-handshakes'
import { FLOODS, INVALID, KINDS } from './hostile-kinds'
import { forked, type Kind, type Random, type Scene } from './hostile-random'
import type { Door } from './hostile-socket'

/** Somebody who means harm: how they come in, and who they are to the server, if anybody. */
type Attacker = { name: string; cookie: string | undefined; member: MemberId; isMember: boolean }

export type Attack = { name: string; frames: number; run(): Promise<string | undefined> }

export type Battlefield = {
  port: number
  rooms: [canvas: string, ...others: string[]]
  attackers: Attacker[]
  state: Uint8Array
}

const ASTRAY = 0.2
/** The table's code for `update-not-valid`. */
const NOT_VALID = 4400

/**
 * Every kind of attack so many times, each by one of the attackers, all made before the first is sent so that making them
 * costs the people no time. An attack answers what was wrong about what the server did.
 */
export function barrage(field: Battlefield, random: Random, rounds: number): Attack[] {
  const scenes = new Map(field.attackers.map((attacker) => [attacker, sceneOf(field.state, attacker)]))
  const round = (_none: unknown, index: number) => [
    ...Object.entries(KINDS).flatMap(([name, make]) => messageAttacks({ field, scenes, random, index }, name, make)),
    ...Object.entries(FLOODS).map(([name, make]) => floodAttack({ field, scenes, random, index }, name, make)),
    ...Object.entries(VIOLATIONS).map(([name, violation]) => framingAttack(field, random, { name, violation })),
    ...Object.entries(HANDSHAKES).map(([name, handshake]) => handshakeAttack(field, random, { name, handshake })),
  ]
  return Array.from({ length: rounds }, round).flat()
}

/** As many who come, ask for the content, and go. */
export function visits({ port, rooms, attackers }: Battlefield, count: number): Attack[] {
  const door: Door = { port, path: `/sync/${rooms[0]}`, cookie: attackers[0]?.cookie }
  return Array.from({ length: count }, () => ({
    name: 'a visit',
    frames: 1,
    run: async () => void (await say(door, [], () => 0)),
  }))
}

type Ground = {
  field: Battlefield
  scenes: ReadonlyMap<Attacker, Scene>
  random: Random /** Which round it is. */
  index: number
}

function messageAttacks(ground: Ground, name: string, make: Kind): Attack[] {
  const { door, scene, isInCanvas } = aim(ground)
  const mustClose = isInCanvas && INVALID.has(name)
  return make(ground.random, scene).map((message) => {
    const random = forked(ground.random)
    const run = async () => {
      const code = await say(door, [message], random)
      return mustClose && code !== NOT_VALID ? `${name}: ${code}` : undefined
    }
    return { name, frames: 1, run }
  })
}

function floodAttack(ground: Ground, name: string, make: Kind): Attack {
  const { door, scene } = aim(ground)
  const messages = make(ground.random, scene)
  const random = forked(ground.random)
  return { name, frames: messages.length, run: async () => void (await say(door, messages, random)) }
}

/** From inside a room, where most is to be broken. */
function framingAttack(
  { port, rooms, attackers }: Battlefield,
  random: Random,
  { name, violation }: { name: string; violation: Violation },
): Attack {
  const door: Door = { port, path: `/sync/${rooms[0]}`, cookie: attackers[0]?.cookie }
  const own = forked(random)
  const run = async () => {
    const code = await breakFraming(door, violation, own)
    const isRight = Array.isArray(violation.verdict) ? violation.verdict.includes(code) : code === 0
    return isRight ? undefined : `${name}: ${code}`
  }
  return { name, frames: 1, run }
}

function handshakeAttack(
  { port, rooms, attackers }: Battlefield,
  random: Random,
  { name, handshake }: { name: string; handshake: Handshake },
): Attack {
  const door: Door = { port, path: `/sync/${rooms[0]}`, cookie: pick(random, attackers)?.cookie }
  const own = forked(random)
  const run = async () => {
    const status = await shakeHands(door, handshake, own)
    return !handshake.status || handshake.status.test(status) ? undefined : `${name}: ${status}`
  }
  return { name, frames: 1, run }
}

/** Now and then at another room, and by anybody; but once, by the one who may do most, where it could do harm. */
function aim({ field, scenes, random, index }: Ground): { door: Door; scene: Scene; isInCanvas: boolean } {
  const { port, rooms, attackers } = field
  const attacker = index === 0 ? attackers[0] : pick(random, attackers)
  const scene = attacker && scenes.get(attacker)
  if (!attacker || !scene) throw new Error('nobody attacks')
  const room = index > 0 && random() < ASTRAY ? pick(random, rooms) : rooms[0]
  const isInCanvas = attacker.isMember && room === rooms[0]
  return { door: { port, path: `/sync/${room}`, cookie: attacker.cookie }, scene, isInCanvas }
}

function sceneOf(state: Uint8Array, { member }: Attacker): Scene {
  const document = new Y.Doc()
  Y.applyUpdate(document, state)
  const [section] = document.getMap('sections').keys()
  const [entry] = document.getMap<Y.Map<unknown>>('notes').entries()
  const text = entry?.[1].get('text')
  if (!section || !entry || !(text instanceof Y.Text)) throw new Error('the canvas has a section and a note')
  const [id, note] = entry
  const author = note.get('author') as MemberId
  const spot = { in: section as SectionId, after: null, before: null }
  const honest = editOf(state, (copy) =>
    addNote(copy, { text: 'In your name', spot, author: { member: author, side: 'central', now: 1 } }),
  )
  return {
    state,
    honest,
    section: section as SectionId,
    note: id as NoteId,
    ids: { note: idOf(note._item), text: idOf(text._item), word: idOf(text._start) },
    clients: [...Y.decodeStateVector(Y.encodeStateVector(document)).keys()],
    attacker: member,
    author,
  }
}

function idOf(item: Y.Item | null): { client: number; clock: number } {
  if (!item) throw new Error('it lies in the document')
  return { client: item.id.client, clock: item.id.clock }
}
