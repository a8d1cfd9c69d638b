import { type Accessor, createComputed, createSignal, onCleanup } from 'solid-js'
import type * as Y from 'yjs'
import type { Edit } from '../../shared/document/change'
import { allNotes, type CanvasView } from '../../shared/domain/canvas-view'
import type { Deed } from '../../shared/domain/deeds'
import type { MemberId } from '../../shared/domain/ids'
import { type Lock, lockOn } from '../../shared/domain/locks'
import type { TextPath } from '../connection/written-texts'
import { workshopText } from '../text/workshop'
import { announce } from '../ui/live-region'
import { showToast } from '../ui/toast'
import type { UndoHistory } from './contract'
import { type UndoEntry, type UndoOutcome, UndoSteps } from './undo-history'

type Options = {
  document: Accessor<Y.Doc>
  may: (deed: Deed) => boolean
  me: () => MemberId
  /** The name of whoever has this Yjs client id; undefined when not known. */
  nameOf: (clientId: number) => string | undefined
  /** The reading now; not tracked. */
  view: () => CanvasView
}

/** Undo and redo as the views need them: labels that follow, and words when a step has to stay. */
export function createUndo(options: Options): UndoHistory & { record(edit: Edit): void } {
  const [turn, setTurn] = createSignal(0)
  let steps: UndoSteps | undefined
  createComputed(() => {
    const mine = new UndoSteps(options.document(), () => setTurn((count) => count + 1))
    steps = mine
    setTurn((count) => count + 1)
    onCleanup(() => mine.close())
  })
  const label = (pick: (all: UndoSteps) => UndoSteps['next'], words: typeof workshopText.undo) => () => {
    turn()
    const entry = steps && pick(steps)
    return entry && words(entry)
  }
  const run = (
    { entry, step }: { entry: UndoEntry | undefined; step: (all: UndoSteps) => UndoOutcome },
    said: typeof workshopText.undone,
  ) => {
    const lock = entry && lockOver(options, entry)
    if (lock) {
      showToast({ text: workshopText.lockedItem(lock) })
      return
    }
    const open = entry !== undefined && options.may(deedOf(options, entry))
    if (entry && !open) showToast({ text: workshopText.undoClosed })
    const outcome = steps && open ? step(steps) : undefined
    if (outcome?.is === 'done') announce(said(outcome.entry))
    if (outcome?.is === 'overtaken') {
      const name = outcome.by === undefined ? undefined : options.nameOf(outcome.by)
      showToast({ text: workshopText.overtaken(outcome.what, name) })
    }
  }
  const undo = () => run({ entry: steps?.next, step: (all) => all.undo() }, workshopText.undone)
  return {
    record: (edit) => steps?.record(edit),
    undoLabel: label((all) => all.next, workshopText.undo),
    redoLabel: label((all) => all.nextRedo, workshopText.redo),
    undo,
    last() {
      const entry = steps?.next
      return () => {
        if (!entry || steps?.next !== entry) return false
        undo()
        return true
      }
    },
    redo: () => run({ entry: steps?.nextRedo, step: (all) => all.redo() }, workshopText.redone),
  }
}

/** What one did is no more to be taken back once a facilitator has locked it. */
function lockOver({ may, view }: Options, entry: UndoEntry): Lock | undefined {
  if (may('change-locked')) return undefined
  return lockOn(view(), entry.is === 'edit' ? entry.edit.ids : entry.path)
}

/** What taking a step back, or doing it again, comes to. A note of one's own is added and deleted alike. */
function deedOf(options: Options, entry: UndoEntry): Deed {
  if (entry.is === 'typing') return writing(options, entry.path)
  const { name } = entry.edit
  if (DRAWINGS.has(name)) return 'draw'
  if (LOCKS.has(name)) return 'lock-items'
  if (SECTIONS.has(name)) return 'change-sections'
  return OWN_NOTES.has(name) ? 'delete-own-note' : 'move-note'
}

function writing({ view, me }: Options, [root, id]: TextPath): Deed {
  if (root === 'drawings') return 'write-drawing'
  if (root === 'clusters') return 'write-cluster'
  if (root === 'sections') return 'change-sections'
  return allNotes(view()).some((note) => note.id === id && note.author !== me()) ? 'write-note' : 'write-own-note'
}

const DRAWINGS = new Set(['add-drawing', 'move-drawings', 'describe-drawing', 'delete-drawings'])
const LOCKS = new Set(['lock-items', 'unlock-items'])
const SECTIONS = new Set(['add-section', 'change-section', 'move-section', 'resize-section', 'remove-section'])
const OWN_NOTES = new Set(['add-note', 'add-notes', 'delete-notes'])
