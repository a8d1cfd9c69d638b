import * as Y from 'yjs'
import type { CanvasDocument } from '../../shared/document/authorship'
import { addNote } from '../../shared/document/edits'
import { fillCanvas } from '../../shared/document/new-canvas'
import { type Touch, touchesOf } from '../../shared/document/touches'
import type { MemberId, NoteId, SectionId } from '../../shared/domain/ids'
import type { Side } from '../../shared/domain/side'
import { blank } from '../../shared/templates/blank'

type Judged = (touch: Touch, document: CanvasDocument, update: readonly Touch[]) => string | undefined

/** The server's document, and what a judge says of edits that people make on copies of it. */
export class JudgingTable {
  readonly document = new Y.Doc()
  readonly section: SectionId
  readonly other: SectionId

  constructor() {
    const [template] = blank.canvases
    const [section, other] = template ? fillCanvas(this.document, template) : []
    if (!section || !other) throw new Error('the template has two sections')
    this.section = section
    this.other = other
  }

  spot(section = this.section) {
    return { in: section, after: null, before: null }
  }

  note(text: string, member: MemberId, side: Side): NoteId {
    return addNote(this.document, { text, spot: this.spot(), author: { member, side, now: 1 } }).id
  }

  /** Takes what an edit does into the server's document, and answers what it touched. */
  takes(edit: (document: CanvasDocument) => void): readonly Touch[] {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.document))
    const before = Y.encodeStateVector(copy)
    edit(copy)
    const update = Y.encodeStateAsUpdate(copy, before)
    const { touches } = touchesOf(this.document, update)
    Y.applyUpdate(this.document, update)
    return touches
  }

  /** The first refusal of what an edit does, as the intake of a room asks for it. */
  judged(judge: Judged, edit: (document: CanvasDocument) => void): string | undefined {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.document))
    const before = Y.encodeStateVector(copy)
    edit(copy)
    const { touches } = touchesOf(this.document, Y.encodeStateAsUpdate(copy, before))
    return touches.map((touch) => judge(touch, this.document, touches)).find((refusal) => refusal !== undefined)
  }
}

/** Items as a client without manners reaches them. */
export function itemsOf(document: CanvasDocument, root: string): Y.Map<Y.Map<unknown>> {
  return document.getMap<Y.Map<unknown>>(root)
}

/** How much a document knows of what was written under a Yjs client id. */
export function clockOf(document: CanvasDocument, clientId: number): number {
  return Y.getState(document.store, clientId)
}

export function newItem(): Y.Map<unknown> {
  return new Y.Map<unknown>([['title', 'here']])
}

/** What is no map: plain values and Yjs' other types. */
export function noMaps(): unknown[] {
  const types = [new Y.Text('words'), new Y.Array(), new Y.XmlElement('script'), new Y.XmlFragment()]
  return [5, 'garbage', null, { title: 'plain' }, new Uint8Array(3), ...types]
}
