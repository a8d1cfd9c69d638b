import { createMemo } from 'solid-js'
import type { CanvasView, ClusterView } from '../../shared/domain/canvas-view'
import type { ClusterId, NoteId } from '../../shared/domain/ids'
import { mergingText } from '../text/items'
import { outlineText } from '../text/outline'
import { selectionText } from '../text/selection'
import { findCluster } from '../workshop/canvas-spots'
import { inWords } from '../workshop/several'
import type { Several } from '../workshop/several-edits'
import { mergeInto, moveClusterTo } from './cluster-actions'
import { moveNotesIntoNew, moveNotesTo } from './note-actions'
import { type Outline, useOutline } from './outline-context'
import { type Choice, type ChoiceGroup, PickDialog } from './pick-dialog'
import { type Holder, titleOf, whereIs } from './places'
import { moveSeveralTo, outermost } from './selection-actions'

const words = outlineText.move

/** Moves notes into a cluster, back to *Not sorted* of a section, or into a new cluster named as searched for. */
export function MoveNotesDialog(props: { ids: readonly NoteId[] }) {
  const outline = useOutline()
  const from = createMemo(() => new Set(props.ids.map((id) => whereIs(outline.canvas.reading(), id)?.holder)))
  return (
    <PickDialog
      title={words.title(props.ids.length)}
      groups={(query) =>
        outline.canvas.reading().sections.map((section) => ({
          key: section.id,
          heading: section.title || outlineText.untitledSection,
          choices: choicesIn(outline, { section, from: from(), ids: props.ids, query }),
        }))
      }
    />
  )
}

type Section = CanvasView['sections'][number]

function choicesIn(
  outline: Outline,
  {
    section,
    from,
    ids,
    query,
  }: { section: Section; from: ReadonlySet<Holder | null | undefined>; ids: readonly NoteId[]; query: string },
): Choice[] {
  const { canvas } = outline
  const isKept = (own: boolean | undefined) => (section.locked || own === true) && !outline.may('change-locked')
  const into = (holder: Holder, place: string, locked?: boolean) => ({
    key: holder,
    locked: isKept(locked),
    words: place,
    here: from.size === 1 && from.has(holder),
    choose: () => moveNotesTo(outline, ids, { spot: canvas.edits.endOf(holder), place }),
  })
  return [
    { ...into(section.id, outlineText.notSorted), aside: outlineText.notes(section.notes.length) },
    ...section.clusters.map((cluster) => ({
      ...into(cluster.id, titleOf(cluster), cluster.locked),
      kind: cluster.kind,
      aside: outlineText.notes(cluster.notes.length),
    })),
    {
      key: `new-${section.id}`,
      words: words.newOne(section.kind, query),
      kind: section.kind,
      makes: true,
      locked: isKept(false),
      choose: () => moveNotesIntoNew(outline, ids, { title: query, kind: section.kind, section: section.id }),
    },
  ]
}

export function MoveClusterDialog(props: { id: ClusterId }) {
  const outline = useOutline()
  const home = () => findCluster(outline.canvas.reading(), props.id)?.section?.id
  const groups = (): ChoiceGroup[] => [
    {
      key: 'sections',
      heading: outlineText.add.sections,
      choices: outline.canvas.reading().sections.map((section) => ({
        key: section.id,
        words: section.title || outlineText.untitledSection,
        here: section.id === home(),
        locked: section.locked && !outline.may('change-locked'),
        choose: () => moveClusterTo(outline, props.id, section),
      })),
    },
  ]
  return <PickDialog title={words.cluster} groups={groups} />
}

/** Of several kinds, or whole clusters: to a section, since clusters never lie in clusters. */
export function MoveItemsDialog(props: { items: Several }) {
  const outline = useOutline()
  const view = () => outline.canvas.reading()
  const items = createMemo(() => outermost(view(), props.items))
  const groups = (): ChoiceGroup[] => [
    {
      key: 'sections',
      heading: outlineText.add.sections,
      choices: view().sections.map((section) => ({
        key: section.id,
        words: section.title || outlineText.untitledSection,
        here: isAllIn(view(), items(), section),
        locked: section.locked && !outline.may('change-locked'),
        choose: () => moveSeveralTo(outline, props.items, section),
      })),
    },
  ]
  return <PickDialog title={selectionText.moveTitle(inWords(view(), items()))} groups={groups} />
}

function isAllIn({ drawings }: CanvasView, items: Several, section: Section): boolean {
  const there = new Set<string>([...section.notes, ...section.clusters].map(({ id }) => id))
  for (const drawing of drawings) if (drawing.section === section.id) there.add(drawing.id)
  return [...items.notes, ...items.clusters, ...items.drawings].every((id) => there.has(id))
}

/** Which other cluster takes the notes of this one; of several, which of them stays. */
export function MergeDialog(props: { ids: readonly ClusterId[] }) {
  const outline = useOutline()
  const isOfSeveral = () => props.ids.length > 1
  const choices = (clusters: readonly ClusterView[], isLocked: boolean): Choice[] =>
    clusters
      .filter((cluster) => props.ids.includes(cluster.id) === isOfSeveral())
      .map((cluster) => ({
        key: cluster.id,
        words: titleOf(cluster),
        kind: cluster.kind,
        aside: outlineText.notes(cluster.notes.length),
        locked: (isLocked || cluster.locked === true) && !outline.may('change-locked'),
        choose: () => mergeInto(outline, props.ids, cluster),
      }))
  const groups = (): ChoiceGroup[] => {
    const { sections, loose } = outline.canvas.reading()
    const inSections = sections.map((section) => ({
      key: section.id,
      heading: section.title || outlineText.untitledSection,
      choices: choices(section.clusters, section.locked),
    }))
    return [...inSections, { key: 'loose', heading: outlineText.onCanvas, choices: choices(loose.clusters, false) }]
  }
  return (
    <PickDialog
      title={isOfSeveral() ? mergingText.title(props.ids.length) : words.merge}
      description={isOfSeveral() ? mergingText.explain : words.mergeExplain}
      groups={groups}
    />
  )
}
