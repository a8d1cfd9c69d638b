import { type Accessor, batch, createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js'
import { allNotes, type CanvasView, type NoteView } from '../../shared/domain/canvas-view'
import type { ClusterId, NoteId, SectionId } from '../../shared/domain/ids'
import { groupsToSort, type NoteStanding, sortingProgress, standingOf } from '../../shared/domain/sorting'
import { assertNever } from '../../shared/result'
import { sortingText as words } from '../text/sorting'
import { announce } from '../ui/live-region'
import { showToast } from '../ui/toast'
import type { Canvas, Workshop } from '../workshop/contract'
import { type Answered, answer, answerNew, newHome, type Way } from './answers'
import { nextNote } from './next-note'
import { createOthersSorting, moverOf } from './others-sorting'
import { clusterTitle, groupTitle } from './titles'

type Step = Answered | { is: 'skipped'; note: NoteId }

/** What one may still say where it belongs: the later answer stands. */
const ANSWERED = new Set<NoteStanding['is'] | undefined>(['waits', 'placed', 'parked'])

export type Sorting = ReturnType<typeof createSorting>

/** One person's way through the notes of a canvas. What they have before them is presence; only answers are stored. */
export function createSorting(canvas: Canvas, workshop: Workshop, section: Accessor<SectionId | undefined>) {
  const scope = () => ({ section: section(), locked: workshop.may('change-locked') })
  const groups = createMemo(() => groupsToSort(canvas.reading(), scope()))
  const progress = createMemo(() => sortingProgress(groups()))
  const ready = createReady(canvas, workshop)
  const open = () => workshop.may('move-note') && ready()
  const [current, setCurrent] = createSignal<NoteId>()
  const [skipped, setSkipped] = createSignal<readonly NoteId[]>([])
  const [steps, setSteps] = createSignal<readonly Step[]>([])
  /** Counts what this person did: focus goes to what is before them then, and at no other time. */
  const [turn, setTurn] = createSignal(0)
  const note = createMemo<NoteView | undefined>((before) => noteBefore(canvas.reading(), current(), before))
  const standing = createMemo<NoteStanding | undefined>(() => {
    const id = current()
    return id && standingOf(canvas.reading(), id, scope())
  })
  const others = createOthersSorting(canvas, current)
  const news = createMemo(() => wordsFor(standing(), () => moverOf(canvas, current())))
  createEffect(on(news, (said) => said && announce(said)))

  const choose = (last?: NoteId) =>
    nextNote({
      groups: groups().map((group) => group.notes.map(({ id }) => id)),
      claims: others.claims(),
      skipped: skipped(),
      last,
      own: workshop.me().id,
      alone: workshop.here().every(({ id }) => id === workshop.me().id),
    })
  const goTo = (next: NoteId | undefined) => {
    setCurrent(next)
    setTurn((count) => count + 1)
  }
  const goOn = () => {
    showNext(choose(current()))
  }
  const showNext = (next: NoteId | undefined) => {
    if (next !== undefined && skipped().includes(next)) announce(words.again)
    goTo(next)
  }

  showWhatIsBefore(canvas, () => (open() && standing()?.is === 'waits' ? current() : undefined))
  /** The first one as soon as there is one. Who has sorted them all goes on when they wish. */
  createEffect(() => {
    if (open() && untrack(current) === undefined && untrack(steps).length === 0)
      setCurrent(untrackedAfter(groups, choose))
  })
  // a memo: the address is read again also when it says the same
  createEffect(on(createMemo(section), () => setCurrent(open() ? choose() : undefined), { defer: true }))

  const way: Way = {
    canvas,
    current,
    progress,
    nextAfter: (id) => {
      const next = choose(id)
      return next === id ? undefined : next
    },
    mayAnswer: () => open() && ANSWERED.has(standing()?.is),
    answered: (step, into) => {
      others.watch(step.note, into)
      setSteps((all) => [...all, step])
    },
    showNext,
  }
  const skip = (): void => {
    const id = current()
    if (!id) return
    const next = choose(id)
    if (standing()?.is === 'waits') {
      if (next === id) {
        announce(words.onlyOne)
        return
      }
      setSkipped((all) => [...all.filter((one) => one !== id), id])
      setSteps((all) => [...all, { is: 'skipped', note: id }])
    }
    goOn()
  }
  const back = (): boolean => {
    const step = steps().at(-1)
    if (!step) return false
    setSteps((all) => all.slice(0, -1))
    if (step.is === 'skipped') setSkipped((all) => all.filter((one) => one !== step.note))
    else {
      others.unwatch(step.note)
      if (!step.takeBack()) showToast({ text: words.tooLate })
    }
    if (standingOf(canvas.view, step.note, scope()).is === 'waits') {
      announce(step.is === 'skipped' ? words.backAt : words.takenBack(progress().left))
      goTo(step.note)
    }
    return true
  }
  /** What is done again by it is done: nobody asks about that note any more. */
  const redo = (): void => {
    const id = current()
    const next = id && way.nextAfter(id)
    canvas.edits.undo.redo()
    if (standing()?.is === 'placed') goTo(next)
  }
  return {
    canvas,
    workshop,
    ready,
    open,
    groups,
    progress,
    note,
    standing,
    /** What somebody else has done with the note that is before this person. */
    news,
    alsoHere: others.here,
    turn,
    /** Focus goes to the note. */
    toNote: () => setTurn((count) => count + 1),
    lastStep: () => steps().at(-1)?.is,
    newHome: () => newHome(canvas.view.sections, current()),
    mayAnswer: way.mayAnswer,
    // what one does is one change on the page: what is between is not to be told of as if somebody else had done it
    answer: (into: ClusterId) => batch(() => answer(way, into)),
    answerNew: (title: string) => batch(() => answerNew(way, title)),
    skip: () => batch(skip),
    goOn,
    back: () => batch(back),
    redo: () => batch(redo),
  }
}

/**
 * The copy on this device is there before it is known what others have before them: a note is offered once that is, or once it
 * is plain that it will not be. From then on whatever happens to the line takes nothing off the screen.
 */
function createReady(canvas: Canvas, workshop: Workshop): Accessor<boolean> {
  return createMemo((before) => before || (canvas.ready() && workshop.status().is !== 'connecting'), false)
}

function wordsFor(standing: NoteStanding | undefined, mover: () => string | undefined): string | undefined {
  switch (standing?.is) {
    case 'placed':
      return words.put(untrack(mover), clusterTitle(standing.cluster))
    case 'parked':
      return words.put(untrack(mover), groupTitle({ section: standing.section.id, title: standing.section.title }))
    case 'locked':
      return words.lockedNote
    case 'gone':
      return words.deleted(untrack(mover))
    case 'waits':
    case undefined:
      return undefined
    default:
      return assertNever(standing)
  }
}

/** As it stands; and as it stood last, when somebody else has deleted it. */
function noteBefore(view: CanvasView, id: NoteId | undefined, before: NoteView | undefined): NoteView | undefined {
  if (id === undefined) return undefined
  const now = allNotes(view).find((one) => one.id === id)
  if (now) return now
  return before?.id === id ? before : undefined
}

function untrackedAfter<T>(read: () => unknown, choose: () => T): T {
  read()
  return untrack(choose)
}

/** Passing, like where one points; another document has other people in it, and is told again. */
function showWhatIsBefore(canvas: Canvas, note: () => NoteId | undefined): void {
  createEffect(() => {
    const sorting = note()
    canvas.document()
    canvas.showPresence(sorting === undefined ? {} : { sorting })
  })
  onCleanup(() => canvas.showPresence({}))
}
