import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { OfflineCopy, OpenOfflineCopy } from './offline-copy'
import type { Loss } from './room-document'
import { aroundEveryTest, notes, server, tab, write } from './testing/open-tab'
import type { UnsavedMarker } from './unsaved-changes'

aroundEveryTest()

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
