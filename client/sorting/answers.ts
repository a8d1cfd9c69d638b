import type { SectionView } from '../../shared/domain/canvas-view'
import type { ClusterId, NoteId } from '../../shared/domain/ids'
import { sortingText as words } from '../text/sorting'
import { announce } from '../ui/live-region'
import { showToast } from '../ui/toast'
import { findCluster } from '../workshop/canvas-spots'
import type { Canvas } from '../workshop/contract'
import { clusterTitle } from './titles'

export type Answered = { is: 'answered'; note: NoteId; takeBack: () => boolean }

/** What an answer needs of one person's way through the notes. */
export type Way = {
  canvas: Canvas
  current: () => NoteId | undefined
  progress: () => { left: number }
  /** Which comes after this one; asked before it is sorted, while it is still where it was. */
  nextAfter: (id: NoteId) => NoteId | undefined
  mayAnswer: () => boolean
  answered: (step: Answered, into: ClusterId) => void
  showNext: (next: NoteId | undefined) => void
}

/** Puts what is before this person into a cluster, and goes to the next. */
export function answer(way: Way, into: ClusterId): void {
  const { canvas } = way
  const id = way.mayAnswer() ? way.current() : undefined
  if (!id) return
  const cluster = findCluster(canvas.view, into)?.cluster
  if (!cluster) {
    showToast({ text: words.clusterGone })
    return
  }
  const next = way.nextAfter(id)
  // somebody else has put it there already: nothing to change, and nothing to take back
  if (isIn(canvas, id, into)) announce(words.moved(clusterTitle(cluster), way.progress().left))
  else {
    canvas.edits.moveNotes([id], canvas.edits.endOf(into))
    // it was refused, and said why
    if (!isIn(canvas, id, into)) return
    keep(way, { id, into, place: clusterTitle(cluster) })
  }
  way.showNext(next)
}

/** Makes a cluster with the note in it, as one step of undo. */
export function answerNew(way: Way, title: string): boolean {
  const { canvas } = way
  const id = way.mayAnswer() ? way.current() : undefined
  const home = newHome(canvas.view.sections, id)
  const place = title.trim()
  if (!id || !home || place === '') return false
  const next = way.nextAfter(id)
  const spot = canvas.edits.endOfSection(home.id)
  const into = canvas.edits.addCluster({ title: place, kind: home.kind, spot, notes: [id] })
  if (!into) return false
  keep(way, { id, into, place })
  way.showNext(next)
  return true
}

function keep(way: Way, { id, into, place }: { id: NoteId; into: ClusterId; place: string }): void {
  way.answered({ is: 'answered', note: id, takeBack: way.canvas.edits.undo.last() }, into)
  announce(words.moved(place, way.progress().left))
}

/** Where a new cluster goes: the section that the note is in, or the first one. */
export function newHome(sections: readonly SectionView[], id: NoteId | undefined): SectionView | undefined {
  const holds = ({ notes }: Pick<SectionView, 'notes'>) => notes.some((note) => note.id === id)
  return sections.find((one) => !one.parked && (holds(one) || one.clusters.some(holds))) ?? sections[0]
}

function isIn({ view }: Canvas, id: NoteId, into: ClusterId): boolean {
  return findCluster(view, into)?.cluster.notes.some((note) => note.id === id) === true
}
