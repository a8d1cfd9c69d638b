import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { type OfflineCopy, openCopyIn, unsavedIn } from './offline-copy'
import { CopyShelf } from './testing/copy-shelf'

const NAME = 'concordat/amina/canvas/abcdef'
let shelf: CopyShelf
let open: OfflineCopy[]

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  shelf = new CopyShelf()
  open = []
})
afterEach(() => {
  for (const copy of open) copy.close()
  vi.useRealTimers()
})

/** A page of Amina's with her copy open. */
async function page(turned?: (keeps: boolean) => void) {
  const document = new Y.Doc()
  const copy = await openCopyIn(shelf)(NAME, document, turned)
  if (!copy) return undefined
  open.push(copy)
  return { document, copy, writes: (words: string) => document.getMap('notes').set(words, true) }
}

type Page = NonNullable<Awaited<ReturnType<typeof page>>>
const settle = () => vi.advanceTimersByTimeAsync(0)
const notes = ({ document }: Page) => [...document.getMap('notes').keys()].sort()
const pageThatKeeps = async (turned?: (keeps: boolean) => void): Promise<Page> => {
  const opened = await page(turned)
  if (!opened) throw new Error('nothing is kept')
  return opened
}
const one = (count: number) => ({ count, texts: [] })

describe('a copy', () => {
  test('[L30] a change and its count are written together, in the turn in which they were made', async () => {
    const amina = await pageThatKeeps()
    amina.writes('Four returns')
    amina.copy.keepUnsaved(one(1))
    // the tab crashes: nothing more runs but what was already asked for
    await Promise.resolve()
    const kept = shelf.databases.get(NAME)
    expect(kept?.updates).toHaveLength(1)
    expect(unsavedIn(kept?.marks ?? new Map()).count).toBe(1)
  })

  test('[L31] is of both tabs of one person: what each wrote offline is there again, and counted once', async () => {
    const [left, right] = [await pageThatKeeps(), await pageThatKeeps()]
    left.writes('From the left tab')
    left.writes('Again from the left')
    left.copy.keepUnsaved(one(2))
    right.writes('From the right tab')
    right.copy.keepUnsaved(one(1))
    await settle()
    left.copy.close()

    const again = await pageThatKeeps()
    expect(notes(again)).toEqual(['Again from the left', 'From the left tab', 'From the right tab'])
    expect(again.copy.unsaved.count).toBe(3)
    // the right tab writes on, and only what the server has is counted away
    right.copy.keepUnsaved(one(2))
    await settle()
    again.copy.settled()
    await settle()
    expect((await pageThatKeeps()).copy.unsaved.count).toBe(2)
  })

  test('[L31] trimming one tab’s copy keeps what the other tab has written into it', async () => {
    const [left, right] = [await pageThatKeeps(), await pageThatKeeps()]
    right.writes('From the right tab')
    await settle()
    for (let key = 0; key < 520; key += 1) {
      left.writes('Typed')
      await settle()
    }
    expect(shelf.databases.get(NAME)?.updates.length).toBeLessThan(100)
    expect(notes(await pageThatKeeps())).toEqual(['From the right tab', 'Typed'])
  })

  test('[L31] that one tab throws away is made again by the other', async () => {
    const [left, right] = [await pageThatKeeps(), await pageThatKeeps()]
    right.writes('Kept by the right tab')
    await settle()
    await left.copy.discard()
    expect(shelf.databases.has(NAME)).toBe(false)
    right.writes('Written meanwhile')
    await vi.advanceTimersByTimeAsync(2_100)
    expect(notes(await pageThatKeeps())).toEqual(['Kept by the right tab', 'Written meanwhile'])
  })
})

describe('a device that does not take it', () => {
  test('[L32] says so when it is full, writes on, and keeps everything again once there is room', async () => {
    const told: boolean[] = []
    const amina = await pageThatKeeps((keeps) => told.push(keeps))
    amina.writes('Before')
    await settle()
    shelf.isFull = true
    amina.writes('While it is full')
    amina.copy.keepUnsaved(one(1))
    await settle()
    expect(told).toEqual([false])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(told).toEqual([false])
    shelf.isFull = false
    await vi.advanceTimersByTimeAsync(2_100)
    expect(told).toEqual([false, true])
    const again = await pageThatKeeps()
    expect(notes(again)).toEqual(['Before', 'While it is full'])
    expect(again.copy.unsaved.count).toBe(1)
  })

  test('[L32] that blocks all storage has no copy, and one that never answers is not waited for', async () => {
    shelf.isBlocked = true
    expect(await page()).toBeUndefined()
    shelf.open = () => new Promise(() => undefined)
    const waiting = page()
    await vi.advanceTimersByTimeAsync(1_600)
    expect(await waiting).toBeUndefined()
  })
})
