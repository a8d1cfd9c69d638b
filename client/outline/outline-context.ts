import {
  type Accessor,
  createContext,
  createMemo,
  createSignal,
  getOwner,
  runWithOwner,
  type Setter,
  untrack,
  useContext,
} from 'solid-js'
import type { NoteView } from '../../shared/domain/canvas-view'
import type { Deed } from '../../shared/domain/deeds'
import type { ClusterId, NoteId, SectionId } from '../../shared/domain/ids'
import { SIDES, type Side, sideName } from '../../shared/domain/side'
import { outlineText } from '../text/outline'
import { closeWhenOver, type StandsOn } from '../workshop/close-when-over'
import type { Canvas, Workshop } from '../workshop/contract'
import type { Intake } from '../workshop/intake/intake'
import { usePrivateNotes } from '../workshop/private/private-notes'
import type { Several } from '../workshop/several-edits'
import { createKeyed, createSteady } from '../workshop/steady'
import type { Listed } from './as-listed'
import { createFilter, type ListFilter } from './create-filter'
import { createSelection, type Selection } from './create-selection'
import { createDrawnSoFar, type DrawnSoFar } from './drawn-so-far'
import { type ClusterLink, linksOf, sameLinks } from './links-of'
import { type Holder, holderTitle, isDeleted } from './places'

/** The one dialog that is open over the list. */
export type OutlineDialog =
  | { is: 'move-notes'; ids: readonly NoteId[] }
  | { is: 'move-cluster'; id: ClusterId }
  /** Of several kinds, or whole clusters. */
  | { is: 'move-items'; items: Several }
  /** One, into another; or several, into one of them. */
  | { is: 'merge'; ids: readonly ClusterId[] }
  | { is: 'link'; id: ClusterId }
  | { is: 'split'; id: ClusterId }
  | { is: 'section'; id: SectionId }
  | { is: 'intake'; intake: Intake }
  | { is: 'bin' }

/** Without it a dialog has nothing to do. Merging and moving look for their cluster when a place is chosen. */
const STANDS_ON: { [Is in OutlineDialog['is']]: (dialog: Extract<OutlineDialog, { is: Is }>) => StandsOn } = {
  'move-notes': () => ({ deed: 'move-note' }),
  'move-cluster': () => ({ deed: 'arrange' }),
  'move-items': () => ({ deed: 'arrange' }),
  merge: () => ({ deed: 'arrange' }),
  link: ({ id }) => ({ deed: 'arrange', clusters: [id] }),
  split: ({ id }) => ({ deed: 'arrange', clusters: [id] }),
  section: ({ id }) => ({ deed: 'change-sections', section: id }),
  // what was pasted stays before the person until they close it
  intake: () => ({}),
  bin: () => ({ deed: 'delete-note' }),
}

/** One note at a time is open: shows who wrote it, what can be done with it, and is edited in place. */
export type OpenNote = { id: NoteId; typing: boolean }

/** What the parts of the list share. */
export interface Outline {
  canvas: Canvas
  workshop: Workshop
  /** What I may do here just now. Tracks. */
  may(deed: Deed): boolean
  mayType(note: Pick<NoteView, 'author'>): boolean
  sideWords(side: Side | null): string
  opened: Accessor<OpenNote | undefined>
  /** Of one note, and told of that one alone. */
  isOpen(id: NoteId): boolean
  /** The note that this person writes in although somebody else has just deleted it. */
  writtenLost: Accessor<NoteId | undefined>
  /** Who else types in a note, by name; of one note alone. */
  typistIn(id: NoteId): string | undefined
  setOpened: Setter<OpenNote | undefined>
  /** What this person looks for here. */
  list: ListFilter
  drawn: DrawnSoFar
  selection: Selection
  /** Of a barrier the proposals that answer it, of a proposal the barriers; of one alone. */
  linksOf(cluster: ClusterId): readonly ClusterLink[]
  renaming: Accessor<ClusterId | undefined>
  setRenaming: Setter<ClusterId | undefined>
  dialog: Accessor<OutlineDialog | undefined>
  /** Opens a dialog, or closes it; `focus`, given at either, says where focus goes then instead of back. */
  show(dialog: OutlineDialog | undefined, focus?: () => HTMLElement | null | undefined): void
  returnFocus(): HTMLElement | null | undefined
  /** Where the add bar writes: chosen, else the first section. Undefined on a canvas without sections. */
  target: Accessor<{ holder: Holder; words: string } | undefined>
  writeInto(holder: Holder): void
  /** Whether what is written into the add bar is this person's alone. */
  isPrivate: Accessor<boolean>
  /** Something has been begun there, or not any more: what was begun privately stays private, whatever becomes of the step. */
  setBegun(begun: boolean, privately: boolean): void
  /** One note each, at the end of where the add bar writes; those that were added. */
  addNotes(texts: string[]): NoteId[]
  /** Where the list lies in the page. */
  root: Accessor<HTMLElement | undefined>
  setRoot(root: HTMLElement): void
}

/** Whether what is inside is kept by a lock on its section or cluster, from this person. Given down, never looked up by row. */
export const KeptContext = createContext<Accessor<boolean>>(() => false)

export const OutlineContext = createContext<Outline>()

export function useOutline(): Outline {
  const outline = useContext(OutlineContext)
  if (!outline) throw new Error('used outside of the list')
  return outline
}

export function createOutline(canvas: Canvas, workshop: Workshop): Outline {
  const [opened, setOpened] = createSignal<OpenNote>()
  const [renaming, setRenaming] = createSignal<ClusterId>()
  const [dialog, setDialog] = createSignal<OutlineDialog>()
  const [chosen, setChosen] = createSignal<Holder>()
  const [root, setRoot] = createSignal<HTMLElement>()
  const may = createAnswers((deed: Deed) => workshop.may(deed) && canvas.ready())
  // a page is one person's as long as it is open
  const me = untrack(workshop.me).id
  const isOpen = createKeyed(() => new Map(justOne(opened()?.id)))
  const writtenLost = createMemo(() => {
    const open = opened()
    return open?.typing && isDeleted({ canvas }, open.id) ? open.id : undefined
  })
  const typistIn = createKeyed(() => typists(canvas))
  const links = createKeyed(() => linksOf(canvas.reading()), sameLinks)
  const sides = createSteady(() => sideNames(workshop), sameNames)
  const mine = usePrivateNotes()
  const [begunPrivately, setBegunPrivately] = createSignal(false)
  const isPrivate = createMemo(() => mine.isOn(canvas.id) || begunPrivately())
  let focus: (() => HTMLElement | null | undefined) | undefined
  const target = createMemo(() => {
    const mayHold = (id: Holder) => !isPrivate() || canvas.view.sections.some((section) => section.id === id)
    const holders = [chosen(), canvas.view.sections[0]?.id]
    const holder = holders.find((id) => id && mayHold(id) && holderTitle(canvas.view, id))
    return holder && { holder, words: holderTitle(canvas.view, holder) ?? '' }
  })
  const list = createFilter(canvas)
  const standsOn = () => {
    const open = dialog()
    return open && STANDS_ON[open.is](open as never)
  }
  closeWhenOver(standsOn, { canvas, workshop, close: () => setDialog(undefined) })
  return {
    canvas,
    workshop,
    list,
    drawn: createDrawnSoFar(canvas),
    selection: createSelection(canvas, list),
    may,
    mayType: ({ author }) => may(author === me ? 'write-own-note' : 'write-note'),
    sideWords(side) {
      const names = sides()
      return side && names ? names[side] : outlineText.noSide
    },
    opened,
    isOpen: (id) => isOpen(id) === true,
    writtenLost,
    typistIn,
    linksOf: (cluster) => links(cluster) ?? [],
    setOpened,
    renaming,
    setRenaming,
    dialog,
    show(next, goTo) {
      if (next || goTo) focus = goTo
      setDialog(next)
    },
    returnFocus: () => focus?.(),
    target,
    isPrivate,
    setBegun: (begun, privately) => void setBegunPrivately(begun && privately),
    addNotes(texts) {
      const holder = target()?.holder
      if (!holder) return []
      if (isPrivate()) return mine.addMany({ texts, canvas: canvas.id, section: holder as SectionId })
      const [text = ''] = texts
      const spot = canvas.edits.endOf(holder)
      if (texts.length > 1) return canvas.edits.addNotes({ texts, spot })
      const id = canvas.edits.addNote({ text, spot })
      return id ? [id] : []
    },
    writeInto(holder) {
      setChosen(holder)
      document.getElementById(ADD_FIELD)?.focus()
    },
    root,
    setRoot,
  }
}

/** Each question answered once for all rows, and their owners told only when the answer is another one. */
function createAnswers<Question>(answer: (question: Question) => boolean): (question: Question) => boolean {
  const owner = getOwner()
  const answers = new Map<Question, Accessor<boolean>>()
  return (question) => {
    const known = answers.get(question) ?? runWithOwner(owner, () => createSteady(() => answer(question)))
    if (!known) return answer(question)
    answers.set(question, known)
    return known()
  }
}

function justOne<Key>(key: Key | undefined): [Key, true][] {
  return key === undefined ? [] : [[key, true]]
}

function typists({ others }: Canvas): Map<string, string> {
  const all = others().flatMap(({ member, presence: { typing } }): [string, string][] =>
    typing === undefined ? [] : [[typing, member.name]],
  )
  // of several in one note the first is named
  return new Map(all.reverse())
}

type SideNames = Record<Side, string>

function sideNames({ stage }: Workshop): SideNames | undefined {
  const names = stage.workshop?.sides
  return names && (Object.fromEntries(SIDES.map((side) => [side, sideName(side, names)])) as SideNames)
}

function sameNames(a: SideNames | undefined, b: SideNames | undefined): boolean {
  return SIDES.every((side) => a?.[side] === b?.[side])
}

/** Ids that others may link to: skip links of the page lead to the first two. */
export const NOTES_ID = 'notes'
export const SELECT_SWITCH = 'select-notes'
export const ADD_ID = 'add-note'
export const ADD_FIELD = 'add-note-text'
export const noteId = (id: NoteId) => `note-${id}`
export const moveButtonId = (id: NoteId) => `note-${id}-move`
export const moreButtonId = (id: NoteId) => `note-${id}-more`
export const selectId = (id: Listed['id'], is: Listed['is'] = 'note') => `${is}-${id}-select`
export const clusterHeadId = (id: ClusterId) => `cluster-${id}`
