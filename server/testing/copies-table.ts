import * as Y from 'yjs'
import { addNote } from '../../shared/document/edits'
import { readCanvas } from '../../shared/document/projection'
import type { CanvasCopy } from '../../shared/domain/canvas-copy'
import { allNotes, type CanvasView } from '../../shared/domain/canvas-view'
import { type CanvasId, type CopyId, type MemberId, type NoteId, newId } from '../../shared/domain/ids'
import { canvasCopies } from '../storage/tables'
import type { Browser } from './browser'
import type { TestServer } from './open-server'

export const turn = () => new Promise<void>((resolve) => setImmediate(resolve))
export const textsOf = (view: CanvasView) => allNotes(view).map(({ text }) => text)

/** A workshop with its facilitator, Jon at the canvas, and what a facilitator does with copies. */
export async function openCopies(server: TestServer) {
  const made = await server.create()
  const { facilitator, canvas, workshop } = made
  const jon = await server.join(made.link('local'), { name: 'Jon' })
  const room = await jon.browser.open({ kind: 'canvas', canvasId: canvas.id })
  const at = (path: string) => `/api/workshops/${workshop.id}/${path}`
  const copies = async (by: Browser = facilitator) => (await by.get<{ copies: CanvasCopy[] }>(at('copies'))).body.copies
  return {
    ...made,
    jon,
    room,
    at,
    copies,
    section: () => {
      const [first] = readCanvas(room.document).sections
      if (!first) throw new Error('the template has sections')
      return first.id
    },
    /** Jon writes, and the server has it. */
    async writes(...texts: string[]): Promise<NoteId[]> {
      const [section] = readCanvas(room.document).sections
      const ids = texts.map(
        (text) =>
          addNote(room.document, {
            text,
            spot: { in: section?.id as never, after: null, before: null },
            author: { member: jon.member.id as MemberId, side: 'local', now: 1 },
          }).id,
      )
      await this.arrived()
      return ids
    },
    async arrived() {
      const mine = JSON.stringify(textsOf(readCanvas(room.document)).sort())
      const { registry } = server.app.services
      const theirs = () => registry.read({ kind: 'canvas', canvasId: canvas.id }, readCanvas)
      while (JSON.stringify(textsOf(await theirs()).sort()) !== mine) await turn()
    },
    async moves(way: 'next' | 'back' = 'next') {
      const { stage } = (await facilitator.get<{ stage: { revision: number } }>(`/api/workshops/${workshop.id}`)).body
      const came = await facilitator.post(at(`steps/${way}`), { revision: stage.revision })
      if (came.status !== 200) throw new Error(`not moved: ${JSON.stringify(came.body)}`)
    },
    /** As they are stored, those that are not there yet too. */
    rows: async () =>
      (await server.database.orm.select().from(canvasCopies)).filter(({ workshopId }) => workshopId === workshop.id),
    /** Once so many are there. */
    async has(count: number): Promise<CanvasCopy[]> {
      for (;;) {
        const now = await copies()
        if (now.length >= count) return now
        await turn()
      }
    },
    /** As a page reads the bytes of a copy. */
    async reads(copyId: CopyId): Promise<CanvasView> {
      const { headers, body } = await bytesOf(server, facilitator, at(`copies/${copyId}`))
      if (headers.get('content-type') !== 'application/octet-stream') throw new Error('not bytes')
      const document = new Y.Doc()
      Y.applyUpdate(document, body)
      return readCanvas(document)
    },
    opens: (copyId: string, given: { id?: string; title?: string } = {}, by = facilitator) =>
      by.post<{ canvas: { id: CanvasId; title: string }; refusal?: string; field?: string }>(
        at(`copies/${copyId}/open`),
        { id: newId(), title: 'Canvas, as after Write', ...given },
      ),
  }
}

/** The test's browser reads every answer as text, which bytes are not. */
async function bytesOf(
  server: TestServer,
  browser: Browser,
  path: string,
): Promise<{ headers: Headers; body: Uint8Array }> {
  const response = await server.app.request(path, { headers: { cookie: browser.cookieHeader, host: 'localhost' } })
  if (response.status !== 200) throw new Error(`no copy: ${response.status}`)
  return { headers: response.headers, body: new Uint8Array(await response.arrayBuffer()) }
}
