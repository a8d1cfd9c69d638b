import * as Y from 'yjs'
import { addNote, noteText } from '../../shared/document/edits'
import type { MemberId, NoteId, SectionId } from '../../shared/domain/ids'
import type { Side } from '../../shared/domain/side'
import { type Created, Device, linkOf, type OpenRoom } from '../actors/device'

const PEOPLE: { name: string; link: 'central' | 'local' }[] = [
  { name: 'Amina', link: 'central' },
  { name: 'Jon', link: 'local' },
  { name: 'Mai', link: 'central' },
  { name: 'Tom', link: 'local' },
  { name: 'Priya', link: 'local' },
]
const NOW = 1

export type Joined = { device: Device; member: { id: MemberId; side: Side | null } }

/** Somebody who came in by a link. */
export async function join(url: string, created: Created, link: string, name: string): Promise<Joined> {
  const device = new Device(url)
  const { token } = linkOf(created, link)
  const answer = await device.post<{ member: Joined['member'] }>('/api/join', {
    token,
    name,
    organisation: 'Westshire',
  })
  if (answer.status !== 200) throw new Error(`${name} has not joined: ${JSON.stringify(answer)}`)
  return { device, member: answer.body.member }
}

type Person = Joined & {
  name: string
  room: OpenRoom /** Document messages, with the answer to the first question. */
  sent: number
}

/** Five people who edit one canvas and know nothing of what goes on around them. */
export class Bystanders {
  /** From an edit to each other copy that shows it, ms. */
  readonly latencies: number[] = []
  /** What happened to them that should not. */
  readonly troubles: string[] = []
  readonly #shown = new Map<string, number>()
  #turn = 0

  private constructor(
    readonly people: Person[],
    private readonly section: SectionId,
  ) {
    for (const person of people) this.#watch(person)
  }

  static async join(url: string, created: Created): Promise<Bystanders> {
    const canvas = `canvas/${created.canvases[0]?.id}`
    const people: Person[] = []
    for (const { name, link } of PEOPLE) {
      const joined = await join(url, created, link, name)
      people.push({ ...joined, name, room: await joined.device.open(canvas), sent: 1 })
    }
    const [section] = people[0]?.room.document.getMap('sections').keys() ?? []
    if (!section) throw new Error('the canvas has a section')
    return new Bystanders(people, section as SectionId)
  }

  /** The next of them writes a note, or more words in somebody's. */
  edit(): void {
    const person = this.people[this.#turn % this.people.length]
    this.#turn += 1
    if (!person) return
    const { room, member } = person
    const text = `Note ${this.#turn} of ${person.name}`
    const spot = { in: this.section, after: null, before: null }
    const begun = performance.now()
    const { id } = addNote(room.document, { text, spot, author: { member: member.id, side: member.side, now: NOW } })
    this.#shown.set(id, begun)
    if (this.#turn % 3 === 0) this.#typeInAnother(room.document, id)
  }

  /** Resolves when all that they wrote is with everybody and on disk. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      const stops: (() => void)[] = []
      const look = () => {
        if (!this.#agree()) return
        for (const stop of stops.splice(0)) stop()
        resolve()
      }
      for (const { room } of this.people) {
        room.document.on('update', look)
        stops.push(room.onAnswer(look), () => room.document.off('update', look))
      }
      look()
    })
  }

  /** What each of them has on the screen. */
  copies(): Record<string, unknown>[] {
    return this.people.map(({ room }) => contentOf(room.document))
  }

  get written(): number {
    return this.#shown.size
  }

  /** What is not as they wrote it, of the notes on somebody's canvas. */
  changed(notes: object): string[] {
    const found = new Map<string, { text?: unknown; author?: unknown }>(Object.entries(notes))
    const missing = [...this.#shown.keys()].filter((id) => !found.has(id))
    const foreign = [...found].filter(([id, { text, author }]) => {
      const [, name] = /^(?:and )*Note \d+ of (\w+)$/.exec(String(text)) ?? []
      const person = this.people.find((one) => one.name === name)
      return !this.#shown.has(id) || person?.member.id !== author
    })
    return [
      ...missing.map((id) => `${id} is missing`),
      ...foreign.map(([id, note]) => `${id}: ${JSON.stringify(note)}`),
    ]
  }

  close(): void {
    for (const { device } of this.people) device.close()
  }

  #watch(person: Person): void {
    const { document } = person.room
    document.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      if (local) person.sent += 1
    })
    document.getMap('notes').observe((event) => {
      if (event.transaction.local) return
      for (const id of event.keysChanged) {
        const begun = this.#shown.get(id ?? '')
        if (begun !== undefined) this.latencies.push(performance.now() - begun)
      }
    })
    person.room.provider.on('connection-close', (event: { code?: number } | null) => {
      this.troubles.push(`${person.name} was cut off: ${event?.code}`)
    })
  }

  #typeInAnother(document: Y.Doc, own: NoteId): void {
    const other = [...document.getMap('notes').keys()].find((id) => id !== own)
    if (other) noteText(document, other as NoteId)?.insert(0, 'and ')
  }

  #agree(): boolean {
    const vectors = this.people.map(({ room }) => Y.encodeStateVector(room.document))
    const [first = new Uint8Array()] = vectors
    return (
      vectors.every((vector) => isSameVector(vector, first)) &&
      this.people.every(({ room, sent }) => room.saved() >= sent) &&
      new Set(this.copies().map((copy) => JSON.stringify(copy))).size === 1
    )
  }
}

/** Everything that a document shows, and what it waits for. */
export function contentOf(document: Y.Doc): Record<string, unknown> {
  const roots = [...document.share.keys()].sort()
  return {
    ...Object.fromEntries(roots.map((root) => [root, sorted(document.getMap(root).toJSON())])),
    waiting: document.store.pendingStructs !== null || document.store.pendingDs !== null,
  }
}

const sorted = (items: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(items).sort(([one], [other]) => (one < other ? -1 : 1)))

function isSameVector(one: Uint8Array, other: Uint8Array): boolean {
  const [a, b] = [Y.decodeStateVector(one), Y.decodeStateVector(other)]
  return a.size === b.size && [...a].every(([client, clock]) => b.get(client) === clock)
}
