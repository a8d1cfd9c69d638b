import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { TYPING } from '../../shared/document/roots'
import type { Loss } from './room-document'
import { aroundEveryTest, notes, server, tab, textOf, write } from './testing/open-tab'

aroundEveryTest()

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
    expect(server.urls.at(0)).toBe('ws://here/sync/canvas/abcdef?saved=1&schema=1&deflated=1&member=amina&new=1')
    expect(decodeURIComponent(server.urls.at(-1) ?? '')).toBe(
      'ws://here/sync/canvas/abcdef?saved=1&schema=1&deflated=1&member=amina&from=e1:1',
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
