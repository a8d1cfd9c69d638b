import { currentStep } from '../../shared/domain/agenda'
import type { CanvasId, WorkshopId } from '../../shared/domain/ids'
import { roomName } from '../../shared/domain/room'
import type { WorkshopPageBody } from './bodies'
import { peekBrought } from './brought'
import type { SocketClass } from './counting-socket'
import { copyName, HAS_NOTHING, paramsOf, syncAddress } from './room-address'

/** What came before the page's code took the socket over. */
type Early = { socket: WebSocket; isOpen: boolean; messages: MessageEvent[] }

const early = new Map<string, Early>()

/** Of a page that never took it over, ms: its code did not come, or it shows something else. */
const GIVEN_UP_MS = 30_000

/** The pages that show a canvas. */
const SHOWS_CANVAS = /^\/w\/([A-Za-z0-9_-]+)(?:\/(?:list|sort))?\/?$/

/** Opens the rooms of the page at an address while its code is still on the way, if what it begins with has come with it. */
export function openEarlyFor({ pathname, search }: Pick<Location, 'pathname' | 'search'>): void {
  const [, id] = SHOWS_CANVAS.exec(pathname) ?? []
  const page = id === undefined ? undefined : peekBrought<WorkshopPageBody>('GET', `/api/workshops/${id}`)
  if (page) void openEarly(page, search)
}

/**
 * Opens the rooms that a workshop's page begins with, before its code or its first frame. The canvas first: browsers open one
 * WebSocket after the other to one server, and each takes two round trips; what the stage says has come with the page.
 */
export async function openEarly(page: WorkshopPageBody, search = ''): Promise<void> {
  const memberId = page.member.id
  const canvasId = firstCanvas(page, search)
  const address = (room: string, params: Record<string, string>) =>
    `${syncAddress()}/${room}?${new URLSearchParams({ ...paramsOf(memberId), ...params })}`
  if (canvasId !== undefined) {
    const canvas = roomName({ kind: 'canvas', canvasId })
    open(address(canvas, (await hasCopy(copyName(memberId, canvas))) ? {} : HAS_NOTHING))
  }
  open(address(roomName({ kind: 'stage', workshopId: page.workshop.id as WorkshopId }), HAS_NOTHING))
}

/** The standard constructor, but for an address that is open early: then that very socket, with all that has come by it. */
export function adoptingSocket(): SocketClass {
  return new Proxy(WebSocket, {
    construct(Socket, given: ConstructorParameters<SocketClass>, Wanted) {
      const known = takeEarly(String(given[0]))
      if (!known) return Reflect.construct(Socket, given, Wanted) as WebSocket
      Object.setPrototypeOf(known.socket, Wanted.prototype)
      // who constructs a socket listens to it in the same turn
      queueMicrotask(() => replay(known))
      return known.socket
    },
  })
}

function open(address: string): void {
  const socket = new WebSocket(address)
  socket.binaryType = 'arraybuffer'
  const one: Early = { socket, isOpen: false, messages: [] }
  early.set(address, one)
  socket.onopen = () => {
    one.isOpen = true
  }
  socket.onmessage = (message) => one.messages.push(message)
  setTimeout(() => takeEarly(address)?.socket.close(), GIVEN_UP_MS)
}

/** Undefined when it is not open early, or has been closed meanwhile: then there is nothing to be had from it. */
function takeEarly(address: string): Early | undefined {
  const known = early.get(address)
  early.delete(address)
  return known && known.socket.readyState <= WebSocket.OPEN ? known : undefined
}

function replay({ socket, isOpen, messages }: Early): void {
  if (isOpen) socket.onopen?.(new Event('open'))
  for (const message of messages) socket.onmessage?.(message)
}

/** As `createCanvasChoice` chooses. */
function firstCanvas({ canvases, stage }: WorkshopPageBody, search: string): CanvasId | undefined {
  const among = (id: string | null | undefined) => canvases.find((canvas) => canvas.id === id)
  const asked = among(new URLSearchParams(search).get('canvas'))
  return (asked ?? among(currentStep(stage)?.step.canvasId) ?? canvases[0])?.id
}

/** Whether this device has been here before; a browser that does not say is taken to have nothing. */
async function hasCopy(name: string): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some((database) => database.name === name)
  } catch {
    return false
  }
}
