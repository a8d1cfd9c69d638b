import { allClusters, type CanvasView } from '../../shared/domain/canvas-view'
import type { ClusterId, NoteId, SectionId } from '../../shared/domain/ids'
import { lockOn } from '../../shared/domain/locks'
import { outlineText } from '../text/outline'
import { workshopText } from '../text/workshop'
import { focusOn } from '../ui/focus'
import { announce } from '../ui/live-region'
import { focusTargetOf } from './note-actions'
import { clusterHeadId, moreButtonId, moveButtonId, noteId, selectId } from './outline-context'
import { type Holder, holderTitle, isBinned, whereIs } from './places'

/** What one is on: a note, a heading or a section. With it, what lay round it, nearest first, for when it is gone. */
type Spot =
  | { is: 'note'; id: NoteId; holder: Holder | null; next: readonly NoteId[]; section: SectionId | null }
  | { is: 'cluster'; id: ClusterId; title: string; next: readonly ClusterId[]; section: SectionId | null }
  | { is: 'section'; id: SectionId; title: string; next: readonly SectionId[] }

type Kept = { element: HTMLElement; spot: Spot | undefined }

/**
 * Keeps focus where the person put it while others move things [L24]: an element that only changed its place in the page
 * takes focus again; when what it stood on went away, focus goes to the nearest of its kind, else to the heading over it,
 * and it is said what became of it. `changed` is called after each new reading is on the screen.
 */
export function keepFocus(
  root: HTMLElement,
  view: () => CanvasView,
): { changed: () => void; forget: () => void; stop: () => void } {
  let kept: Kept | undefined
  const remember = (event: FocusEvent) => {
    if (event.target instanceof HTMLElement) kept = { element: event.target, spot: spotOf(event.target, view()) }
  }
  const forget = () => {
    kept = undefined
  }
  const left = (event: FocusEvent) => {
    // Elsewhere on the page, not into nothing: the person moved on.
    if (event.relatedTarget instanceof Element && !root.contains(event.relatedTarget)) forget()
  }
  const changed = () => {
    const { activeElement, body } = root.ownerDocument
    if (!kept || (activeElement !== null && activeElement !== body)) return
    if (kept.element.isConnected) kept.element.focus({ preventScroll: true })
    else if (kept.spot) {
      const { spot, element } = kept
      forget()
      const said = wentAlong(spot, element, view()) ?? onlyButtonGone(spot, element, view()) ?? goOn(spot, view())
      if (said !== '') announce(said)
    }
  }
  const pressed = (event: PointerEvent) => {
    if (event.target instanceof Element && !event.target.closest('button, textarea, input, a, [tabindex]')) forget()
  }
  root.addEventListener('focusin', remember)
  root.addEventListener('focusout', left)
  root.ownerDocument.addEventListener('pointerdown', pressed)
  return {
    changed,
    forget,
    stop() {
      root.removeEventListener('focusin', remember)
      root.removeEventListener('focusout', left)
      root.ownerDocument.removeEventListener('pointerdown', pressed)
    },
  }
}

function spotOf(element: HTMLElement, view: CanvasView): Spot | undefined {
  const note = element.closest<HTMLElement>('[data-note]')?.dataset.note as NoteId | undefined
  if (note) return noteSpotOf(note, view)
  const cluster = element.closest<HTMLElement>('[data-cluster]')?.dataset.cluster as ClusterId | undefined
  if (cluster) return clusterSpotOf(cluster, view)
  const heading = element.closest('section[aria-labelledby]')?.getAttribute('aria-labelledby')
  const at = view.sections.findIndex(({ id }) => heading === sectionHeadId(id))
  const section = view.sections[at]
  if (!section) return undefined
  const next = around(view.sections, at).map(({ id }) => id)
  return { is: 'section', id: section.id, title: holderTitle(view, section.id) ?? '', next }
}

function noteSpotOf(id: NoteId, view: CanvasView): Spot | undefined {
  const where = whereIs(view, id)
  if (!where) return undefined
  const next = around(where.notes, where.index).map((note) => note.id)
  return { is: 'note', id, holder: where.holder, next, section: sectionOf(where.holder, view) }
}

function clusterSpotOf(id: ClusterId, view: CanvasView): Spot | undefined {
  const holder = [...view.sections, view.loose].find(({ clusters }) => clusters.some((one) => one.id === id))
  const clusters = holder?.clusters ?? []
  const next = around(
    clusters,
    clusters.findIndex((one) => one.id === id),
  ).map((one) => one.id)
  return { is: 'cluster', id, title: holderTitle(view, id) ?? '', next, section: sectionOf(id, view) }
}

/** A note stays in its heading, which others moved: one goes along. */
function wentAlong(spot: Spot, element: HTMLElement, view: CanvasView): string | undefined {
  if (spot.is !== 'note' || whereIs(view, spot.id)?.holder !== spot.holder) return undefined
  const section = sectionOf(spot.holder, view)
  const again = document.getElementById(element.id) ?? document.getElementById(noteId(spot.id))
  if (!again || !spot.holder || !section || section === spot.section) return undefined
  again.focus({ preventScroll: true })
  return outlineText.gone.headingMoved(holderTitle(view, spot.holder) ?? '', holderTitle(view, section) ?? '')
}

/**
 * Only what one pressed is gone, and what it stood on is where it was: its own heading takes focus, or a note's first button.
 * That it is locked now is said; else nothing, as nothing has become of it.
 */
function onlyButtonGone(spot: Spot, element: HTMLElement, view: CanvasView): string | undefined {
  const stays = spot.is === 'section' ? view.sections.some(({ id }) => id === spot.id) : holderNow(spot, view)
  const ids = spot.is === 'note' ? [selectId, moveButtonId, moreButtonId].map((of) => of(spot.id)) : [headOf(spot)]
  const shown = ids.find((id) => document.getElementById(id)?.closest('[hidden]') === null)
  if (!stays || !shown || !focusOn(shown, { preventScroll: true })) return undefined
  // who wrote in a field is told by what closed it
  const lock = element.matches('input, textarea') ? undefined : lockOn(view, [spot.id])
  return lock && spot.is !== 'section' ? workshopText.lockedItem(lock) : ''
}

function headOf(spot: Exclude<Spot, { is: 'note' }>): string {
  return spot.is === 'cluster' ? clusterHeadId(spot.id) : sectionHeadId(spot.id)
}

/** Whether a note or heading lies in what it lay in. */
function holderNow(spot: Exclude<Spot, { is: 'section' }>, view: CanvasView): boolean {
  if (spot.is === 'note') return whereIs(view, spot.id)?.holder === spot.holder
  return allClusters(view).some(({ id }) => id === spot.id) && sectionOf(spot.id, view) === spot.section
}

/** Moves focus to what is nearest to something that is gone; the words that say so. */
function goOn(spot: Spot, view: CanvasView): string {
  if (spot.is === 'note') return goOnFromNote(spot, view)
  const words = outlineText.gone
  const next = spot.is === 'cluster' ? spot.next.find((id) => focusOn(clusterHeadId(id))) : undefined
  const near = spot.is === 'cluster' ? [spot.section] : spot.next
  const section = next === undefined ? near.find((id) => id !== null && focusOn(sectionHeadId(id))) : undefined
  const at = next ?? section
  const now = at ? words.youAreOn(holderTitle(view, at) ?? '') : ''
  if (spot.is === 'section') return `${words.section(spot.title)}${now}`
  const moved = allClusters(view).some(({ id }) => id === spot.id) && sectionOf(spot.id, view)
  if (moved) return `${words.headingMoved(spot.title, holderTitle(view, moved) ?? '')}${now}`
  const isRemoved = view.bin.some((item) => item.id === spot.id)
  return `${isRemoved ? words.headingRemoved(spot.title) : words.headingMerged(spot.title)}${now}`
}

function goOnFromNote(spot: Extract<Spot, { is: 'note' }>, view: CanvasView): string {
  const stays = spot.next.find((id) => document.getElementById(noteId(id)) && whereIs(view, id))
  if (stays) focusTargetOf(stays)?.focus({ preventScroll: true })
  else {
    // nothing of its list is left to be on: the heading over it, of the section where that is gone too
    const heading = [
      spot.holder && clusterHeadId(spot.holder as ClusterId),
      spot.section && sectionHeadId(spot.section),
    ]
    if (!heading.some((id) => id && focusOn(id))) focusTargetOf(undefined)?.focus({ preventScroll: true })
  }
  const where = whereIs(view, spot.id)
  if (!where) return isBinned(view, spot.id) && stays ? outlineText.deletedAway : outlineText.deletedAwayLast
  // still where it was, and not on the page: what one looks for does not hold for it any more
  if (where.holder === spot.holder) return stays ? outlineText.hiddenAway : outlineText.hiddenAwayLast
  const place = (where.holder && holderTitle(view, where.holder)) || where.words
  return stays ? outlineText.movedAway(place) : outlineText.movedAwayLast(place)
}

function sectionHeadId(id: SectionId): string {
  return `section-${id}`
}

function sectionOf(holder: Holder | null, view: CanvasView): SectionId | null {
  return (
    view.sections.find(({ id, clusters }) => id === holder || clusters.some((one) => one.id === holder))?.id ?? null
  )
}

/** Those after one in a list, then those before it, nearest first. */
function around<Row>(list: readonly Row[], index: number): Row[] {
  return [...list.slice(index + 1), ...list.slice(0, Math.max(index, 0)).reverse()]
}
