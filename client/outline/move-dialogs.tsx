import { createMemo } from 'solid-js'
import type { CanvasView } from '../../shared/domain/canvas-view'
import type { ClusterId, NoteId } from '../../shared/domain/ids'
import { outlineText } from '../text/outline'
import { findCluster } from '../workshop/canvas-spots'
import { mergeInto, moveClusterTo } from './cluster-actions'
import { moveNotesIntoNew, moveNotesTo } from './note-actions'
import { type Outline, useOutline } from './outline-context'
import { type Choice, type ChoiceGroup, PickDialog } from './pick-dialog'
import { type Holder, titleOf, whereIs } from './places'

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

export function MergeDialog(props: { id: ClusterId }) {
  const outline = useOutline()
  const groups = (): ChoiceGroup[] =>
    outline.canvas.reading().sections.map((section) => ({
      key: section.id,
      heading: section.title || outlineText.untitledSection,
      choices: section.clusters
        .filter((cluster) => cluster.id !== props.id)
        .map((cluster) => ({
          key: cluster.id,
          words: titleOf(cluster),
          kind: cluster.kind,
          aside: outlineText.notes(cluster.notes.length),
          locked: (section.locked || cluster.locked === true) && !outline.may('change-locked'),
          choose: () => mergeInto(outline, props.id, cluster),
        })),
    }))
  return <PickDialog title={words.merge} description={words.mergeExplain} groups={groups} />
}
