import { allClusters, type CanvasView, type NoteView } from '../../../shared/domain/canvas-view'
import type { ClusterId, NoteId, SectionId } from '../../../shared/domain/ids'
import { newsText } from '../../text/news'
import { outlineText } from '../../text/outline'
import type { Wanted } from '../shell/attention'
import { differs, type Item } from './changed-items'
import { type Sight, sightOf } from './look'

/** Where a change can be looked at. */
export type ChangedAt = Wanted['item']
/** One sentence of what others did, and how many items it is about. */
export type Change = { text: string; count: number; at: ChangedAt | null }

type Cluster = Extract<Item, { is: 'cluster' }>
type Note = Extract<Item, { is: 'note' }>

/** Everything that differs between what somebody has seen and a reading, from scratch. */
export function differingIn(seen: Sight, view: CanvasView): Set<string> {
  const now = sightOf(view)
  return new Set([...seen.keys(), ...now.keys()].filter((id) => differs(seen.get(id), now.get(id))))
}

/**
 * What others did as sentences: sections, then headings, then notes by where they are now, then what was deleted. Notes that
 * went along with a heading are told with it. Every item that differs is in exactly one sentence.
 */
export function whatChanged(seen: Sight, view: CanvasView, differing: ReadonlySet<string>): Change[] {
  return new Telling(seen, view, differing).all()
}

class Telling {
  readonly #now: Sight
  /** What differs, in reading order, and then what is gone. */
  readonly #ids: readonly string[]
  readonly #clusters: Map<string, string>
  readonly #sections: Map<string, string>
  /** Headings that are new, with the notes that were moved into them; and those that are gone, with theirs. */
  readonly #withHeading = new Map<string, string[]>()

  constructor(
    private readonly seen: Sight,
    private readonly view: CanvasView,
    private readonly differing: ReadonlySet<string>,
  ) {
    this.#now = sightOf(view)
    this.#clusters = new Map(
      allClusters(view).map((one) => [one.id, one.title.trim() || outlineText.untitled(one.kind)]),
    )
    this.#sections = new Map(view.sections.map(({ id, title }) => [id, title.trim() || outlineText.untitledSection]))
    const gone = [...seen.keys()].filter((id) => !this.#now.has(id))
    this.#ids = [...this.#now.keys(), ...gone].filter((id) => differing.has(id))
    for (const id of this.#ids) this.#goesWithHeading(id)
  }

  all(): Change[] {
    const ids = this.#ids
    return [
      ...ids.flatMap((id) => this.#section(id)),
      ...ids.flatMap((id) => this.#cluster(id)),
      ...this.#notes(),
      ...this.#gone('note', newsText.notesDeleted),
      ...this.#came(newsText.drawingsAdded),
      ...this.#gone('drawing', newsText.drawingsDeleted),
    ]
  }

  #goesWithHeading(id: string): void {
    const [was, is] = [this.seen.get(id), this.#now.get(id)]
    if (was?.is !== 'note' || is?.is !== 'note' || was.in === is.in || was.words !== is.words) return
    const heading = [is.in, was.in].find((holder) => {
      const isNew = this.#now.get(holder)?.is === 'cluster' && !this.seen.has(holder)
      return isNew || (this.seen.get(holder)?.is === 'cluster' && !this.#now.has(holder))
    })
    if (heading) this.#withHeading.set(heading, [...(this.#withHeading.get(heading) ?? []), id])
  }

  #section(id: string): Change[] {
    const [was, is] = [this.seen.get(id), this.#now.get(id)]
    if ((was ?? is)?.is !== 'section') return []
    const [before, title] = [was?.is === 'section' ? titleOf(was.title) : '', this.#sections.get(id) ?? '']
    if (!is) return [{ text: newsText.sectionRemoved(before), count: 1, at: null }]
    const text = was ? newsText.sectionRenamed(before, title) : newsText.sectionAdded(title)
    return [{ text, count: 1, at: { is: 'section', id: id as SectionId } }]
  }

  #cluster(id: string): Change[] {
    const [was, is] = [this.seen.get(id), this.#now.get(id)]
    if (was?.is === 'cluster' && !is) return [this.#headingGone(id, was)]
    if (is?.is !== 'cluster') return []
    const at: ChangedAt = { is: 'cluster', id: id as ClusterId }
    const title = this.#clusters.get(id) ?? ''
    const along = this.#withHeading.get(id)?.length ?? 0
    if (was?.is !== 'cluster') return [{ text: newsText.headingAdded(is.kind, title, along), count: 1 + along, at }]
    return [{ text: this.#clusterSentences(was, is, title).join('. '), count: 1, at }]
  }

  #clusterSentences(was: Cluster, is: Cluster, title: string): string[] {
    const answers = is.answers.split(' ').filter(Boolean).length
    return [
      was.title !== is.title &&
        newsText.headingRenamed(is.kind, was.title.trim() || outlineText.untitled(was.kind), title),
      was.kind !== is.kind && newsText.headingKind(is.kind, title),
      was.in !== is.in && newsText.headingMoved(is.kind, title, this.#place(is.in)),
      was.answers !== is.answers && newsText.linked(title, answers),
    ].filter((words) => words !== false)
  }

  /** Of a heading that is not in the bin, the notes tell which other one it went into. */
  #headingGone(id: string, was: Cluster): Change {
    const along = this.#withHeading.get(id) ?? []
    const title = was.title.trim() || outlineText.untitled(was.kind)
    const count = 1 + along.length
    const into = this.view.bin.some((item) => item.id === id) ? undefined : this.#mostIn(along)
    if (into) {
      const text = newsText.headingMerged(was.kind, title, this.#clusters.get(into) ?? '', along.length)
      return { text, count, at: { is: 'cluster', id: into as ClusterId } }
    }
    const [first] = along
    const at: ChangedAt | null = first === undefined ? null : { is: 'note', id: first as NoteId }
    return { text: newsText.headingRemoved(was.kind, title, along.length), count, at }
  }

  #mostIn(notes: readonly string[]): string | undefined {
    const counts = new Map<string, number>()
    for (const id of notes) {
      const item = this.#now.get(id)
      if (item?.is === 'note' && this.#clusters.has(item.in)) counts.set(item.in, (counts.get(item.in) ?? 0) + 1)
    }
    return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
  }

  /** In reading order, by where they are now. */
  #notes(): Change[] {
    const told = new Set([...this.#withHeading.values()].flat())
    const changes: Change[] = []
    const of = (holder: string, notes: readonly NoteView[]) => {
      const ids = notes.map(({ id }) => id).filter((id) => this.differing.has(id) && !told.has(id))
      if (ids.length > 0) changes.push(...this.#notesIn(holder, ids))
    }
    for (const { id, notes, clusters } of [...this.view.sections, { id: '', ...this.view.loose }]) {
      of(id, notes)
      for (const cluster of clusters) of(cluster.id, cluster.notes)
    }
    return changes
  }

  #notesIn(holder: string, ids: readonly string[]): Change[] {
    const was = (id: string) => this.seen.get(id) as Note | undefined
    const lists = [
      { say: newsText.notesAdded, ids: ids.filter((id) => !was(id)) },
      { say: newsText.notesMoved, ids: ids.filter((id) => was(id) && was(id)?.in !== holder) },
      { say: newsText.notesReworded, ids: ids.filter((id) => was(id)?.in === holder) },
    ]
    return lists.flatMap(({ say, ids: [first, ...rest] }) => {
      if (first === undefined) return []
      const count = 1 + rest.length
      return [{ text: say(count, this.#place(holder)), count, at: { is: 'note', id: first as NoteId } }]
    })
  }

  #gone(is: 'note' | 'drawing', say: (count: number) => string): Change[] {
    const count = this.#ids.filter((id) => this.seen.get(id)?.is === is && !this.#now.has(id)).length
    return count === 0 ? [] : [{ text: say(count), count, at: null }]
  }

  #came(say: (count: number) => string): Change[] {
    const count = this.#ids.filter((id) => this.#now.get(id)?.is === 'drawing' && !this.seen.has(id)).length
    return count === 0 ? [] : [{ text: say(count), count, at: null }]
  }

  #place(holder: string): string {
    return this.#clusters.get(holder) ?? this.#sections.get(holder) ?? outlineText.onCanvas
  }
}

function titleOf(title: string): string {
  return title.trim() || outlineText.untitledSection
}
