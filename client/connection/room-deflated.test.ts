import { deflateRawSync } from 'node:zlib'
import { describe, expect, test, vi } from 'vitest'
import { aroundEveryTest, notes, server, tab, write } from './testing/open-tab'

aroundEveryTest()

describe('a document that comes deflated', () => {
  test('is there as any other, and what is saved is said', async () => {
    server.deflates = 'well'
    write(server.document, 'n1', 'Four returns')
    const amina = tab()
    await vi.waitFor(async () => {
      await server.settle()
      expect(notes(amina.document())).toEqual(['n1'])
    })
    expect(amina.ready()).toBe(true)
    write(amina.document(), 'n2', 'Forms on Fridays')
    await server.settle()
    expect(amina.status()).toEqual({ is: 'live', unsaved: 0 })
    expect(notes(server.document)).toEqual(['n1', 'n2'])
  })

  test('and is not there yet when the line goes is not counted as heard: all of it is asked for again', async () => {
    server.deflates = 'well'
    write(server.document, 'n1', 'Four returns')
    const amina = tab()
    // the answer, and behind it that everything was sent, have come; nothing has been inflated
    await vi.waitFor(() => {
      for (let moves = 0; moves < 20; moves += 1) server.move()
      expect(server.answered).toBe(1)
    })
    expect(amina.ready()).toBe(false)
    server.drop()
    // what has been inflated meanwhile belongs to a line that is gone
    for (let times = 0; times < 3; times += 1) await inflateSomething()
    expect(notes(amina.document())).toEqual([])
    expect(amina.ready()).toBe(false)
    vi.advanceTimersByTime(5_000)
    await vi.waitFor(async () => {
      await server.settle()
      expect(notes(amina.document())).toEqual(['n1'])
    })
    expect(server.urls).toHaveLength(2)
    expect(server.urls[1]).not.toContain('from=')
    expect(server.urls[1]).toContain('deflated=1')
  })

  test('and cannot be read is asked for as it is', async () => {
    server.deflates = 'badly'
    write(server.document, 'n1', 'Four returns')
    const amina = tab()
    await vi.waitFor(async () => {
      await server.settle()
      vi.advanceTimersByTime(1_000)
      expect(notes(amina.document())).toEqual(['n1'])
    })
    expect(server.urls.at(-1)).not.toContain('deflated=1')
  })
})

/** Takes as long as a document that came just before. */
async function inflateSomething(): Promise<void> {
  const { readable, writable } = new DecompressionStream('deflate-raw')
  const writer = writable.getWriter()
  const written = writer.write(new Uint8Array(deflateRawSync('Four returns'))).then(() => writer.close())
  await Promise.all([new Response(readable).arrayBuffer(), written])
}
