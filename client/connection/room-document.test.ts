import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { TYPING } from '../../shared/document/roots'
import type { MemberId } from '../../shared/domain/ids'
import type { RoomName } from '../../shared/domain/room'
import type { OfflineCopy, OpenOfflineCopy } from './offline-copy'
import { type Loss, openRoomDocument, type RoomDocument } from './room-document'
import { FakeServer } from './testing/fake-server'
import type { UnsavedMarker } from './unsaved-changes'

const room = 'canvas/abcdef' as RoomName
let server: FakeServer
let open: RoomDocument[]

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
  server = new FakeServer()
  open = []
})
afterEach(() => {
  for (const one of open) one.close()
  vi.useRealTimers()
})

/** A person's tab with the room open. */
function tab(options: { losses?: Loss[]; openCopy?: OpenOfflineCopy } = {}): RoomDocument {
  const one = openRoomDocument({
    room,
    memberId: 'amina' as MemberId,
    persist: options.openCopy !== undefined,
    socket: server.socket,
    address: 'ws://here/sync',
    openCopy: options.openCopy,
    onLost: (loss) => options.losses?.push(loss),
  })
  open.push(one)
  return one
}

function write(document: Y.Doc, id: string, words: string): void {
  document.transact(() => {
    document.getMap('notes').set(id, new Y.Map<unknown>([['text', new Y.Text(words)]]))
  })
}

function textOf(document: Y.Doc, id: string): Y.Text {
  const note = document.getMap('notes').get(id)
  const text = note instanceof Y.Map ? note.get('text') : undefined
  if (!(text instanceof Y.Text)) throw new Error(`no note ${id}`)
  return text
}

const notes = (document: Y.Doc) => [...document.getMap('notes').keys()].sort()

describe('saved', () => {
  test('is said only once the server has it on disk', async () => {
    const amina = tab()
    await server.settle()
    server.saves = false
    write(amina.document(), 'n1', 'The lift is out of order on Fridays')
    write(amina.document(), 'n2', 'Nobody reports back')
    await server.settle()
    expect(amina.status()).toEqual({ is: 'live', unsaved: 2 })
    server.save()
    await server.settle()
    expect(amina.status()).toEqual({ is: 'live', unsaved: 0 })
  })

  test('typing in one note counts as one change, however many keys', async () => {
    const amina = tab()
    await server.settle()
    server.saves = false
    write(amina.document(), 'n1', '')
    const text = textOf(amina.document(), 'n1')
    for (const key of 'four returns') amina.document().transact(() => text.insert(text.length, key), TYPING)
    await server.settle()
    expect(amina.status()).toEqual({ is: 'live', unsaved: 2 })
  })

  test('is not waited for by saved() when there is nothing to save, and is when there is', async () => {
    const amina = tab()
    await server.settle()
    await amina.saved()
    server.saves = false
    write(amina.document(), 'n1', 'Annual bids')
    let done = false
    const saved = amina.saved().then(() => {
      done = true
    })
    await server.settle()
    expect(done).toBe(false)
    server.save()
    await server.settle()
    await saved
    expect(done).toBe(true)
  })

  test('pauses when a live server has not confirmed for two seconds', async () => {
    const amina = tab()
    await server.settle()
    server.saves = false
    write(amina.document(), 'n1', 'Annual bids')
    await server.settle()
    const told: string[] = []
    amina.subscribe(() => told.push(amina.status().is))
    vi.advanceTimersByTime(2_600)
    expect(amina.status()).toEqual({ is: 'saving-paused', unsaved: 1 })
    expect(told).toContain('saving-paused')
  })

  test('changes made while away are counted and go out on coming back, by themselves only', async () => {
    const amina = tab()
    await server.settle()
    server.drop()
    server.away = true
    write(amina.document(), 'n1', 'Written on the train')
    await server.settle()
    expect(amina.status()).toEqual({ is: 'connecting' })
    vi.advanceTimersByTime(11_000)
    await server.settle()
    expect(amina.status()).toEqual({ is: 'offline', unsaved: 1 })
    server.away = false
    vi.advanceTimersByTime(11_000)
    await server.settle()
    expect(amina.status()).toEqual({ is: 'live', unsaved: 0 })
    expect(notes(server.document)).toEqual(['n1'])
  })

  test('the browser’s word that the network is gone is taken up at once, though the server was just heard', async () => {
    vi.stubGlobal('navigator', { onLine: false })
    const amina = tab()
    await server.settle()
    write(amina.document(), 'n1', 'Heard a moment ago')
    await server.settle()

    globalThis.dispatchEvent(new Event('offline'))
    write(amina.document(), 'n2', 'Written offline')
    // no answer comes back
    vi.advanceTimersByTime(3_000)
    expect(amina.status()).toEqual({ is: 'offline', unsaved: 1 })
    vi.unstubAllGlobals()
  })

  test('other people’s changes that the server lost are not brought back in this person’s name', async () => {
    const amina = tab()
    await server.settle()
    write(server.document, 'jo', 'By Jo')
    await server.settle()
    expect(notes(amina.document())).toEqual(['jo'])
    server.drop()
    // The server forgot Jo's note: it was never on disk.
    server.document = new Y.Doc()
    server.epoch = 'e1'
    write(amina.document(), 'mine', 'By Amina')
    vi.advanceTimersByTime(1_000)
    await server.settle()
    expect(notes(server.document)).toEqual(['mine'])
  })

  test('a server that does not ask gets what is unsent all the same', async () => {
    const amina = tab()
    await server.settle()
    server.drop()
    write(amina.document(), 'n1', 'Written while away')
    server.asks = false
    vi.advanceTimersByTime(500)
    await server.settle()
    expect(notes(server.document)).toEqual([])
    vi.advanceTimersByTime(2_000)
    await server.settle()
    expect(notes(server.document)).toEqual(['n1'])
  })

  test('coming back says up to where everything was heard', async () => {
    tab()
    await server.settle()
    write(server.document, 'jo', 'By Jo')
    server.save()
    await server.settle()
    server.drop()
    vi.advanceTimersByTime(1_000)
    await server.settle()
    expect(server.urls.at(0)).toBe('ws://here/sync/canvas/abcdef?saved=1&schema=1&member=amina')
    expect(decodeURIComponent(server.urls.at(-1) ?? '')).toBe(
      'ws://here/sync/canvas/abcdef?saved=1&schema=1&member=amina&from=e1:1',
    )
  })
})

describe('refused', () => {
  test('[TRAPS 1] the words are handed over, the document is replaced, and what others wrote is there', async () => {
    const losses: Loss[] = []
    const amina = tab({ losses })
    await server.settle()
    write(server.document, 'jo', 'By Jo')
    await server.settle()
    const old = amina.document()
    server.refuses = 'canvas-locked'
    write(old, 'n1', 'Written a moment too late')
    await server.settle()
    vi.advanceTimersByTime(10)
    server.refuses = undefined
    await server.settle()
    expect(losses).toEqual([
      {
        code: 'canvas-locked',
        words: [{ path: ['notes', 'n1', 'text'], text: 'Written a moment too late', home: null }],
      },
    ])
    expect(amina.document()).not.toBe(old)
    expect(notes(amina.document())).toEqual(['jo'])
    expect(amina.status()).toEqual({ is: 'live', unsaved: 0 })
    write(amina.document(), 'n2', 'And on we go')
    await server.settle()
    expect(notes(server.document)).toEqual(['jo', 'n2'])
  })

  test('the old document stays on the screen until the new one has the content, and late words are kept too', async () => {
    const losses: Loss[] = []
    const amina = tab({ losses })
    await server.settle()
    const old = amina.document()
    server.refuses = 'canvas-locked'
    write(old, 'n1', 'Too late')
    await server.settle()
    expect(amina.document()).toBe(old)
    expect(amina.status()).toEqual({ is: 'connecting' })
    write(old, 'n2', 'Even later')
    server.refuses = undefined
    vi.advanceTimersByTime(10)
    await server.settle()
    expect(losses.flatMap((loss) => loss.words.map((word) => word.text))).toEqual(['Too late', 'Even later'])
    expect(losses[1]?.code).toBe('canvas-locked')
  })

  test('a change without words, such as a move, loses no words', async () => {
    const losses: Loss[] = []
    const amina = tab({ losses })
    await server.settle()
    write(amina.document(), 'n1', 'Ours')
    await server.settle()
    server.refuses = 'not-your-note'
    const note = amina.document().getMap('notes').get('n1')
    if (note instanceof Y.Map) note.set('place', { in: 'bin' })
    await server.settle()
    expect(losses).toEqual([{ code: 'not-your-note', words: [] }])
  })

  test('words taken before the refused message are not handed over', async () => {
    const losses: Loss[] = []
    const amina = tab({ losses })
    await server.settle()
    server.saves = false
    write(amina.document(), 'n1', 'In time')
    await server.settle()
    server.refuses = 'canvas-locked'
    write(amina.document(), 'n2', 'Too late')
    await server.settle()
    expect(losses[0]?.words.map((word) => word.text)).toEqual(['Too late'])
  })

  test('a room closed for good says why and is not knocked at again', async () => {
    const amina = tab()
    await server.settle()
    server.drop(4410)
    expect(amina.status()).toEqual({ is: 'refused', code: 'removed' })
    vi.advanceTimersByTime(60_000)
    await server.settle()
    expect(server.urls).toHaveLength(1)
    await amina.saved()
  })

  test('a restored log (another epoch) brings a new document instead of mixing the two', async () => {
    const losses: Loss[] = []
    const amina = tab({ losses })
    await server.settle()
    write(amina.document(), 'n1', 'Before the restore')
    await server.settle()
    server.drop()
    server.document = new Y.Doc()
    write(server.document, 'older', 'From the backup')
    server.epoch = 'e2'
    vi.advanceTimersByTime(1_000)
    await server.settle()
    vi.advanceTimersByTime(1_000)
    await server.settle()
    expect(notes(amina.document())).toEqual(['older'])
    expect(losses).toEqual([{ code: 'state-moved-on', words: [] }])
  })
})

describe('presence', () => {
  const membersSeenBy = (one: RoomDocument) =>
    [...one.awareness().getStates()].flatMap(([client, state]) =>
      client === one.awareness().clientID ? [] : String(state.member),
    )

  test('two tabs see each other as soon as both are there', async () => {
    server.members = ['amina', 'jon']
    const amina = tab()
    await server.settle()
    const jon = tab()
    await server.settle()
    expect(membersSeenBy(amina)).toEqual(['jon'])
    expect(membersSeenBy(jon)).toEqual(['amina'])
  })

  test('and again as soon as the server is back after a restart', async () => {
    const [amina, jon] = [tab(), tab()]
    await server.settle()
    vi.advanceTimersByTime(100)
    await server.settle()
    expect(membersSeenBy(amina)).toEqual(['somebody'])
    server.restart()
    expect(membersSeenBy(amina)).toEqual([])
    vi.advanceTimersByTime(5_000)
    await server.settle()
    for (const one of [amina, jon]) expect(membersSeenBy(one)).toEqual(['somebody'])
  })

  test('[TRAPS 12] what others show is not sent back to the server', async () => {
    const amina = tab()
    const jon = tab()
    await server.settle()
    vi.advanceTimersByTime(100)
    await server.settle()
    const sent = vi.spyOn(server, 'read')
    for (const x of [1, 2, 3]) {
      jon.awareness().setLocalState({ cursor: { x, y: x } })
      vi.advanceTimersByTime(40)
      await server.settle()
    }
    expect(sent).toHaveBeenCalledTimes(3)
    expect([...amina.awareness().getStates().values()]).toContainEqual({ cursor: { x: 3, y: 3 }, member: 'somebody' })
  })

  test('movement goes out at most every 30 ms, the newest of it', async () => {
    const jon = tab()
    await server.settle()
    vi.advanceTimersByTime(100)
    await server.settle()
    const sent = vi.spyOn(server, 'read')
    for (let x = 0; x < 50; x++) jon.awareness().setLocalState({ cursor: { x, y: 0 } })
    vi.advanceTimersByTime(40)
    await server.settle()
    expect(sent).toHaveBeenCalledTimes(1)
    expect(server.awareness.getStates().get(jon.awareness().clientID)).toMatchObject({ cursor: { x: 49 } })
  })

  test('it moves over to the new document when one is replaced', async () => {
    server.members = ['amina', 'jon', 'amina']
    const amina = tab()
    const jon = tab()
    await server.settle()
    amina.awareness().setLocalState({ typing: 'n1' })
    server.refuses = 'canvas-locked'
    write(amina.document(), 'n1', 'Too late')
    await server.settle()
    server.refuses = undefined
    vi.advanceTimersByTime(100)
    await server.settle()
    vi.advanceTimersByTime(100)
    await server.settle()
    const others = [...jon.awareness().getStates()].filter(([client]) => client !== jon.awareness().clientID)
    expect(others.map(([, state]) => state)).toEqual([{ typing: 'n1', member: 'amina' }])
  })
})

test('[TRAPS 12] a room can be left also when somebody wrote under this copy’s own id', async () => {
  const one = tab()
  await server.settle()
  const document = one.document()
  write(document, 'n1', 'mine')
  const forged = new Y.Doc()
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(document))
  forged.clientID = document.clientID
  write(forged, 'n2', 'in my place')
  Y.applyUpdate(document, Y.encodeStateAsUpdate(forged), 'server')
  expect(document.clientID).not.toBe(forged.clientID)
  expect(() => one.close()).not.toThrow()
})

describe('the copy on this device', () => {
  test('keeps offline changes and their count over a reload', async () => {
    const device = new FakeDevice()
    const before = tab({ openCopy: device.open })
    await server.settle()
    server.drop()
    server.away = true
    write(before.document(), 'n1', 'Written offline')
    write(before.document(), 'n2', 'Also offline')
    before.close()

    const after = tab({ openCopy: device.open })
    await server.settle()
    expect(after.ready()).toBe(true)
    expect(notes(after.document())).toEqual(['n1', 'n2'])
    vi.advanceTimersByTime(11_000)
    await server.settle()
    expect(after.status()).toEqual({ is: 'offline', unsaved: 2 })
    server.away = false
    vi.advanceTimersByTime(11_000)
    await server.settle()
    expect(after.status()).toEqual({ is: 'live', unsaved: 0 })
    expect(notes(server.document)).toEqual(['n1', 'n2'])
  })

  test('is thrown away when its changes are refused, but not their words', async () => {
    const device = new FakeDevice()
    const before = tab({ openCopy: device.open })
    await server.settle()
    server.drop()
    server.away = true
    write(before.document(), 'n1', 'Written offline')
    before.close()

    const losses: Loss[] = []
    server.away = false
    server.refuses = 'canvas-locked'
    const after = tab({ openCopy: device.open, losses })
    await server.settle()
    server.refuses = undefined
    vi.advanceTimersByTime(1_000)
    await server.settle()
    expect(losses[0]?.words.map((word) => word.text)).toEqual(['Written offline'])
    expect(notes(after.document())).toEqual([])
    expect(device.updates).toEqual([])
  })

  test('where the browser keeps none, the room works and says so', async () => {
    const amina = tab({ openCopy: async () => undefined })
    await server.settle()
    expect(amina.keepsCopy()).toBe(false)
    expect(amina.status()).toEqual({ is: 'live', unsaved: 0 })
  })
})

/** What a browser's database does for one document, in memory. */
class FakeDevice {
  updates: Uint8Array[] = []
  unsaved: UnsavedMarker = { count: 0, texts: [] }
  epoch = ''

  open: OpenOfflineCopy = async (_name, document): Promise<OfflineCopy> => {
    for (const update of this.updates) Y.applyUpdate(document, update, this)
    const keep = (update: Uint8Array, origin: unknown) => origin !== this && this.updates.push(update)
    document.on('update', keep)
    return {
      unsaved: this.unsaved,
      epoch: this.epoch,
      keepUnsaved: (marker) => {
        this.unsaved = marker
      },
      settled: () => undefined,
      keepEpoch: (epoch) => {
        this.epoch = epoch
      },
      close: () => document.off('update', keep),
      discard: async () => {
        document.off('update', keep)
        this.updates = []
        this.unsaved = { count: 0, texts: [] }
        this.epoch = ''
      },
    }
  }
}
