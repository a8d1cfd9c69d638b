import { type Accessor, createEffect, createMemo, on, onCleanup } from 'solid-js'
import { lastMover } from '../../shared/document/last-mover'
import { allClusters, type CanvasView } from '../../shared/domain/canvas-view'
import type { ClusterId, NoteId } from '../../shared/domain/ids'
import { sortingText as words } from '../text/sorting'
import { announce } from '../ui/live-region'
import { showToast } from '../ui/toast'
import type { Canvas } from '../workshop/contract'
import { clusterTitle, firstWords } from './titles'

/** How many of one's last answers are followed: who had the note before them too answers within a few turns, or not at all. */
const FOLLOWED = 5

type Claim = { note: string; name: string; member: string }

/** What others have before them, and what becomes of one's own last answers. Both who meet at a note are told. */
export function createOthersSorting(canvas: Canvas, current: Accessor<NoteId | undefined>) {
  const claimed = createMemo(() => claimsOf(canvas), [], { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) })
  const claims = createMemo(() => {
    const count = new Map<NoteId, number>()
    for (const { note } of claimed()) count.set(note as NoteId, (count.get(note as NoteId) ?? 0) + 1)
    return count
  })
  const here = createMemo(() => claimed().flatMap(({ note, name }) => (note === current() ? [name] : [])), [], {
    equals: (a, b) => a.join('\n') === b.join('\n'),
  })
  createEffect(
    on([current, here], ([note, names], before) => {
      const known = before?.[0] === note ? before?.[1] : []
      if (names.some((name) => !known?.includes(name))) announce(words.alsoHere(names))
    }),
  )
  return { claims, here, ...followAnswers(canvas) }
}

/** Each person once a note, however many screens they have. */
function claimsOf(canvas: Canvas): Claim[] {
  const claims = new Map<string, Claim>()
  for (const { member, presence } of canvas.others())
    if (presence.sorting) {
      const claim = { note: presence.sorting, name: member.name, member: member.id }
      claims.set(`${claim.note} ${claim.member}`, claim)
    }
  return [...claims.values()]
}

function followAnswers(canvas: Canvas) {
  let followed: { note: NoteId; into: ClusterId }[] = []
  const unwatch = (note: NoteId) => {
    followed = followed.filter((one) => one.note !== note)
  }
  const read = (view: CanvasView) => {
    for (const { note, into } of followed) {
      const now = allClusters(view).find(({ notes }) => notes.some(({ id }) => id === note))
      if (now?.id === into) continue
      unwatch(note)
      const text = now?.notes.find(({ id }) => id === note)?.text ?? ''
      if (now && !isOwn(canvas, note))
        showToast({ text: words.movedOn(moverOf(canvas, note), firstWords(text), clusterTitle(now)) })
    }
  }
  onCleanup(canvas.subscribe(read))
  return {
    unwatch,
    watch(note: NoteId, into: ClusterId) {
      unwatch(note)
      followed = [...followed, { note, into }].slice(-FOLLOWED)
    },
  }
}

function isOwn(canvas: Canvas, note: NoteId): boolean {
  const document = canvas.document()
  return lastMover(document, note) === document.clientID
}

/** The name of who moved a note last; undefined when they are not here any more. */
export function moverOf(canvas: Canvas, note: NoteId | undefined): string | undefined {
  const client = note && lastMover(canvas.document(), note)
  return canvas.others().find(({ clientId }) => clientId === client)?.member.name
}
