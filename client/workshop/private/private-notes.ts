import {
  type Accessor,
  createComputed,
  createContext,
  createMemo,
  createSignal,
  getOwner,
  onCleanup,
  runWithOwner,
  untrack,
  useContext,
} from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type * as Y from 'yjs'
import { type Draft, readDrafts, stateOfDraft } from '../../../shared/document/drafts'
import * as edits from '../../../shared/document/edits'
import type { CanvasId, NoteId, SectionId } from '../../../shared/domain/ids'
import { isBinned } from '../../../shared/domain/place'
import { type PrivateStep, privateStep } from '../../../shared/domain/private-writing'
import { roomName } from '../../../shared/domain/room'
import { keep, readKept } from '../../ui/kept'
import type { Workshop } from '../contract'
import type { Room } from '../room'
import { useWorkshopInside } from '../workshop-context'

type Where = { canvas: CanvasId; section: SectionId }

/** This person's own notes that nobody else has seen. */
export interface PrivateNotes {
  /** The step in which everybody writes privately, if this is one; for observers too. */
  step: Accessor<PrivateStep | undefined>
  /** Whether what this person writes on a canvas now is theirs alone. */
  isOn(canvas: CanvasId): boolean
  /** Of a canvas, in their order; those without words too, while they are being written. */
  notes(canvas: CanvasId): Draft[]
  /** Not shown although the step in which they were written is not private any more. */
  late: Accessor<Draft[]>
  add(note: Where & { text: string }): NoteId | undefined
  addMany(notes: Where & { texts: string[] }): NoteId[]
  move(id: NoteId, to: SectionId): void
  delete(id: NoteId): void
  putBack(id: NoteId): void
  text(id: NoteId): Y.Text | undefined
  /** The one that is being written in. It stays where it is as long as it is, whatever becomes of the step. */
  opened: Accessor<NoteId | undefined>
  open(id: NoteId | undefined): void
}

const NONE: PrivateNotes = {
  step: () => undefined,
  isOn: () => false,
  notes: () => [],
  late: () => [],
  add: () => undefined,
  addMany: () => [],
  move: () => undefined,
  delete: () => undefined,
  putBack: () => undefined,
  text: () => undefined,
  opened: () => undefined,
  open: () => undefined,
}

export const PrivateNotesContext = createContext<PrivateNotes>(NONE)

export function usePrivateNotes(): PrivateNotes {
  return useContext(PrivateNotesContext)
}

/** Call inside a Solid owner; the document is opened once there is anything to write or to find in it. */
export function createPrivateNotes(): PrivateNotes {
  const { workshop } = useWorkshopInside()
  const room = createOwnRoom()
  const drafts = createReading(room)
  const [opened, open] = createSignal<NoteId>()
  const step = createMemo(() => privateStep(workshop.stage.stage))
  const mayWrite = () => room()?.ready() === true && !workshop.stage.workshop?.endedAt
  const document = () => (untrack(mayWrite) ? untrack(room)?.document() : undefined)
  const author = (): edits.Author => {
    const { id, side } = workshop.me()
    return { member: id, side, now: untrack(workshop.now) }
  }
  const endOf = ({ canvas, section }: Where) => {
    const last = drafts.all.findLast((draft) => draft.canvas === canvas && draft.place.in === section)
    return { in: section, after: last?.id ?? null, before: null }
  }
  const notes: PrivateNotes = {
    step,
    isOn: (canvas) => room() !== undefined && step()?.canvasId === canvas,
    notes: (canvas) => drafts.all.filter((draft) => isListed(draft, { canvas, opened: opened() })),
    late: createMemo(() => drafts.all.filter((draft) => isLate(draft, workshop))),
    add({ text, ...where }) {
      const doc = document()
      return doc && edits.addNote(doc, { text, spot: endOf(where), author: author(), canvas: where.canvas }).id
    },
    addMany({ texts, ...where }) {
      const doc = document()
      if (!doc || texts.length === 0) return []
      return edits.addNotes(doc, { texts, spot: endOf(where), author: author(), canvas: where.canvas }).ids
    },
    move(id, section) {
      const doc = document()
      const draft = drafts.all.find((one) => one.id === id)
      if (doc && draft) edits.moveNotes(doc, [id], endOf({ canvas: draft.canvas, section }))
    },
    delete(id) {
      const doc = document()
      if (doc) edits.deleteNotes(doc, [id], untrack(workshop.now))
    },
    putBack(id) {
      const doc = document()
      if (doc) edits.putBack(doc, { is: 'note', id })
    },
    text: (id) => {
      const now = room()
      return now && edits.noteText(now.document(), id)
    },
    opened,
    open,
  }
  takeBackWhatWasNotTaken(notes)
  return notes
}

/** Nobody's but this person's: not in a preview, not for observers, and in safe space it stays out of the server. */
function createOwnRoom(): Accessor<Room | undefined> {
  const { workshop, openRoom } = useWorkshopInside()
  const owner = getOwner()
  const [room, setRoom] = createSignal<Room>()
  const { id: memberId } = untrack(workshop.me)
  const kept = keptSign(`concordat/wrote-privately/${workshop.id}/${memberId}`)
  const isWanted = () => {
    const { role, preview } = workshop.me()
    const isWriter = role !== 'observer' && !preview && workshop.stage.workshop?.attribution === 'named'
    // The sign: a step may have been made an open one, or left out, since something was written in it.
    return isWriter && (workshop.stage.stage.steps.some((step) => step.writing === 'private') || kept.isSet())
  }
  createComputed(() => {
    if (!isWanted() || untrack(room)) return
    const opened = runWithOwner(owner, () => openRoom({ kind: 'drafts', workshopId: workshop.id, memberId }))
    if (opened) setRoom(opened)
  })
  createComputed(() => {
    if (privateStep(workshop.stage.stage) && room()) kept.set()
  })
  return room
}

function createReading(room: Accessor<Room | undefined>): { all: Draft[] } {
  const [reading, setReading] = createStore<{ all: Draft[] }>({ all: [] })
  createComputed(() => {
    const document = room()?.document()
    if (!document) return
    const show = () => setReading('all', reconcile(structuredClone(readDrafts(document)), { key: 'id', merge: false }))
    document.on('afterTransaction', show)
    onCleanup(() => document.off('afterTransaction', show))
    show()
  })
  return reading
}

function isListed(draft: Draft, { canvas, opened }: { canvas: CanvasId; opened: NoteId | undefined }): boolean {
  if (draft.canvas !== canvas || isBinned(draft.place)) return false
  return draft.revealed === null || draft.id === opened
}

function isLate(draft: Draft, { stage }: Pick<Workshop, 'stage'>): boolean {
  const state = stateOfDraft(draft)
  if (state !== 'waiting' && state !== 'changed') return false
  const pending = stage.stage.steps.find((step) => stage.writing?.revealAt && step.id === stage.writing.stepId)
  return draft.canvas !== privateStep(stage.stage)?.canvasId && draft.canvas !== pending?.canvasId
}

/** Words that the server did not take (too many notes, a side that was never theirs) come back as a private note. */
function takeBackWhatWasNotTaken(notes: PrivateNotes): void {
  const { workshop, notAdded } = useWorkshopInside()
  const room = roomName({ kind: 'drafts', workshopId: workshop.id, memberId: untrack(workshop.me).id })
  const again = notAdded.offer(room, ({ text, home }) => {
    const canvas = notes.step()?.canvasId
    return (
      canvas !== undefined && home !== null && notes.add({ text, canvas, section: home as SectionId }) !== undefined
    )
  })
  onCleanup(again)
}

/** Kept under the member's id, as everything that goes when they leave here. */
function keptSign(key: string) {
  const isSet = readKept('device', key) !== undefined
  return {
    isSet: () => isSet,
    // where nothing can be kept: while the step is there it is not needed
    set: () => keep('device', key, '1'),
  }
}
