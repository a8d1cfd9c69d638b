import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { WorkshopPageBody } from './bodies'
import { countingSocket, type DocumentMessage } from './counting-socket'
import { adoptingSocket, openEarly } from './early-sockets'

/** A socket that the test opens, speaks through and closes by hand. */
class Socket extends EventTarget {
  static readonly OPEN = 1
  static all: Socket[] = []
  readyState = 0
  binaryType = ''
  onopen: ((event: Event) => void) | null = null
  onmessage: ((event: MessageEvent) => void) | null = null
  readonly sent: unknown[] = []

  constructor(readonly url: string) {
    super()
    Socket.all.push(this)
  }

  send(message: unknown): void {
    this.sent.push(message)
  }

  close(): void {
    this.readyState = 3
  }

  opens(): void {
    this.readyState = 1
    this.onopen?.(new Event('open'))
  }

  says(data: string): void {
    this.onmessage?.(new MessageEvent('message', { data }))
  }
}

const PAGE = {
  workshop: { id: 'w0rkshop1' },
  member: { id: 'amina1' },
  canvases: [{ id: 'canvas1' }, { id: 'canvas2' }],
  stage: { steps: [{ id: 's1', canvasId: 'canvas2' }], currentStepId: 's1' },
} as unknown as WorkshopPageBody

const addresses = () => Socket.all.map(({ url }) => url.replace(/^.*\/sync\//, '').replace(/deflated=1&/, ''))

let copies: string[]

beforeEach(() => {
  copies = []
  Socket.all = []
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', Socket)
  vi.stubGlobal('indexedDB', { databases: async () => copies.map((name) => ({ name })) })
})
afterEach(() => {
  vi.runAllTimers()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** As a provider does: listens in the same turn. */
function adopt(url: string, sending: (message: DocumentMessage) => void = () => undefined) {
  const heard: string[] = []
  const Counting = countingSocket(adoptingSocket(), sending)
  const socket = new Counting(url)
  socket.onopen = () => heard.push('open')
  socket.onmessage = ({ data }) => heard.push(data)
  return { socket, heard }
}

describe('[L72] the rooms that a page begins with are opened before its code is there', () => {
  test('the canvas of the step first, then the stage', async () => {
    await openEarly(PAGE)
    expect(addresses()).toEqual([
      'canvas/canvas2?saved=1&schema=1&member=amina1&new=1',
      'stage/w0rkshop1?saved=1&schema=1&member=amina1&new=1',
    ])
  })

  test('the canvas that the address names, and as a device that has a copy of it asks', async () => {
    copies = ['concordat/amina1/canvas/canvas1']
    await openEarly(PAGE, '?canvas=canvas1')
    expect(addresses()[0]).toBe('canvas/canvas1?saved=1&schema=1&member=amina1')
  })

  test('who connects to such a room gets that socket, with all that came by it, and what they send is counted', async () => {
    await openEarly(PAGE)
    const [canvas] = Socket.all
    canvas?.opens()
    canvas?.says('the document')
    const counted = vi.fn()
    const { socket, heard } = adopt(canvas?.url ?? '', counted)
    await vi.runAllTicks()
    await Promise.resolve()
    canvas?.says('a letter more')
    expect(heard).toEqual(['open', 'the document', 'a letter more'])
    socket.send(new Uint8Array([0, 2, 1]))
    expect(counted).toHaveBeenCalledWith({ kind: 'update', count: 1 })
    expect(canvas?.sent).toHaveLength(1)
    expect(Socket.all).toHaveLength(2)
    vi.advanceTimersByTime(60_000)
    expect(canvas?.readyState, 'it is the page’s now').toBe(1)
  })

  test('one that is not open yet is heard as it opens', async () => {
    await openEarly(PAGE)
    const { heard } = adopt(Socket.all[0]?.url ?? '')
    await Promise.resolve()
    expect(heard).toEqual([])
    Socket.all[0]?.opens()
    expect(heard).toEqual(['open'])
  })

  test('who comes back later, or after it was closed, gets a new one', async () => {
    await openEarly(PAGE)
    const [canvas] = Socket.all
    canvas?.close()
    adopt(canvas?.url ?? '')
    adopt(canvas?.url ?? '')
    expect(Socket.all).toHaveLength(4)
  })

  test('what nobody takes over is closed after half a minute', async () => {
    await openEarly(PAGE)
    vi.advanceTimersByTime(29_000)
    expect(Socket.all.map(({ readyState }) => readyState)).toEqual([0, 0])
    vi.advanceTimersByTime(2_000)
    expect(Socket.all.map(({ readyState }) => readyState)).toEqual([3, 3])
  })
})
