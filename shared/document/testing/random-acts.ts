import type * as Y from 'yjs'
import { allClusters, allNotes, type CanvasView } from '../../domain/canvas-view'
import { CLUSTER_KINDS } from '../../domain/cluster'
import type { ClusterId, MemberId, NoteId, SectionId } from '../../domain/ids'
import { pick } from '../../testing/random'
import type { Edit, EditName } from '../change'
import { foldClusters, splitCluster } from '../cluster-edits'
import { deleteItems } from '../delete-items'
import * as drawings from '../drawings'
import * as edits from '../edits'
import { lockItems } from '../lock-edits'
import { moveItems } from '../move-items'
import { readCanvas } from '../projection'
import * as sections from '../section-edits'

/** What somebody sees who is about to do something, and what they happen to point at. */
class Pointing {
  readonly view: CanvasView
  readonly author = { member: 'jon00000' as MemberId, side: 'local' as const, now: 1 }

  constructor(
    readonly document: Y.Doc,
    readonly random: () => number,
  ) {
    this.view = readCanvas(document)
  }

  get notes(): NoteId[] {
    return allNotes(this.view).map(({ id }) => id)
  }

  note(): NoteId | undefined {
    return pick(this.random, this.notes)
  }

  cluster() {
    return pick(this.random, allClusters(this.view))
  }

  section() {
    return pick(this.random, this.view.sections)
  }

  /** Between any two, which need not be neighbours any more when it arrives. */
  noteSpot(): edits.NoteSpot | undefined {
    const container = pick(this.random, [
      ...this.view.sections.map(({ id }) => id),
      ...allClusters(this.view).map(({ id }) => id),
    ])
    if (this.random() < 0.1) return { in: null, x: this.random() * 900, y: this.random() * 900 }
    const neighbour = () => pick(this.random, [null, ...this.notes]) ?? null
    return container && { in: container, after: neighbour(), before: neighbour() }
  }

  clusterSpot(): edits.ClusterSpot {
    const section = this.section()
    if (!section || this.random() < 0.1) return { in: null, x: this.random() * 900, y: this.random() * 900 }
    return {
      in: section.id,
      after: pick(this.random, [null, ...section.clusters.map(({ id }) => id)]) ?? null,
      before: null,
    }
  }
}

type Act = (at: Pointing) => Edit | undefined

/** Every named edit, as a person does it who sees a moment of the canvas. */
export const RANDOM_ACTS: Record<EditName, Act> = {
  'add-note': (at) => {
    const spot = at.noteSpot()
    return spot && edits.addNote(at.document, { text: 'n', spot, author: at.author }).edit
  },
  'add-notes': (at) => {
    const spot = at.noteSpot()
    return spot && edits.addNotes(at.document, { texts: ['p', 'q'], spot, author: at.author }).edit
  },
  'move-notes': (at) => {
    const [note, spot] = [at.note(), at.noteSpot()]
    return note && spot && edits.moveNotes(at.document, [note], spot)
  },
  'move-items': (at) => {
    const [note, cluster, drawing, section] = [at.note(), at.cluster(), pick(at.random, at.view.drawings), at.section()]
    const spot = at.noteSpot()
    const also = at.random() < 0.4
    const notes = new Set([...(note ? [note] : []), ...(also ? at.notes.slice(0, 3) : [])])
    const clusters = new Set([...(cluster ? [cluster.id] : []), ...(also ? someClusters(at) : [])])
    return moveItems(at.document, {
      notes: spot && notes.size > 0 ? [{ ids: [...notes], spot }] : [],
      clusters: clusters.size > 0 ? [{ ids: [...clusters], spot: at.clusterSpot() }] : [],
      drawings: drawing ? [{ id: drawing.id, place: { in: section?.id ?? null, x: at.random() * 300, y: 40 } }] : [],
      sections: section ? [{ id: section.id, to: { x: at.random() * 900, y: at.random() * 900 } }] : [],
    })
  },
  'delete-notes': (at) => {
    const note = at.note()
    return note && edits.deleteNotes(at.document, [note], 2)
  },
  'delete-items': (at) => {
    const heads = someClusters(at)
    const headings = at.view.sections.flatMap(({ id, clusters }) => {
      const gone = clusters.filter((cluster) => heads.includes(cluster.id))
      if (gone.length === 0) return []
      const notes = gone.flatMap((cluster) => idsOf(cluster.notes))
      return [{ ids: idsOf(gone), notes, to: at.noteSpot() ?? endOf(id).notes }]
    })
    const some = at.notes.filter(() => at.random() < 0.1)
    return deleteItems(at.document, { notes: some, headings, drawings: idsOf(at.view.drawings).slice(0, 1) }, 2)
  },
  'add-cluster': (at) =>
    edits.addCluster(at.document, {
      title: 't',
      kind: pick(at.random, CLUSTER_KINDS) ?? 'theme',
      spot: at.clusterSpot(),
      notes: at.notes.slice(0, 3),
      now: 1,
    }).edit,
  'move-cluster': (at) => {
    const cluster = at.cluster()
    return cluster && edits.moveCluster(at.document, cluster.id, at.clusterSpot())
  },
  'delete-cluster': (at) => {
    const cluster = at.cluster()
    const home = at.view.sections.find((one) => one.clusters.some(({ id }) => id === cluster?.id)) ?? at.section()
    if (!cluster || !home) return undefined
    const to = { in: home.id, after: home.notes.at(-1)?.id ?? null, before: null }
    return edits.deleteCluster(at.document, { id: cluster.id, notes: idsOf(cluster.notes), to, now: 2 })
  },
  'merge-clusters': (at) => {
    const [one, into] = [at.cluster(), at.cluster()]
    const chosen = new Set([one?.id, ...(at.random() < 0.4 ? someClusters(at) : [])])
    const from = allClusters(at.view).filter(({ id }) => chosen.has(id) && id !== into?.id)
    if (!into || from.length === 0) return undefined
    const lastOfInto = into.notes.at(-1)?.id ?? null
    const notes = from.flatMap((cluster) => idsOf(cluster.notes))
    return edits.mergeClusters(at.document, { from: idsOf(from), into: into.id, notes, lastOfInto })
  },
  'change-kind': (at) => {
    const cluster = at.cluster()
    return cluster && edits.changeKind(at.document, cluster.id, pick(at.random, CLUSTER_KINDS) ?? 'theme')
  },
  'note-to-cluster': (at) => {
    const id = at.note()
    return id && edits.noteToCluster(at.document, { id, kind: 'barrier', spot: at.clusterSpot(), now: 1 }).edit
  },
  'link-barriers': (at) => {
    const [proposal, barrier] = [at.cluster(), at.cluster()]
    return proposal && barrier && edits.linkBarriers(at.document, proposal.id, [barrier.id])
  },
  'put-back': (at) => {
    const item = pick(at.random, at.view.bin)
    return item && edits.putBack(at.document, item)
  },
  'add-drawing': (at) => {
    const record = { v: 1, kind: 'pen', points: [0, 0, 40, 20], colour: 'ink', size: 'thin' } as const
    const place = { in: at.section()?.id ?? null, x: at.random() * 300, y: at.random() * 300 }
    return drawings.addDrawing(at.document, { record, place, author: at.author }).edit
  },
  'move-drawings': (at) => {
    const drawing = pick(at.random, at.view.drawings)
    const place = { in: at.section()?.id ?? null, x: at.random() * 300, y: at.random() * 300 }
    return drawing && drawings.moveDrawings(at.document, [{ id: drawing.id, place }])
  },
  'describe-drawing': (at) => drawings.describeDrawings(at.document, idsOf(at.view.drawings).slice(0, 2), 'd'),
  'delete-drawings': (at) => drawings.deleteDrawings(at.document, idsOf(at.view.drawings).slice(0, 1), 2),
  'fold-clusters': (at) => foldClusters(at.document, someClusters(at), true),
  'unfold-clusters': (at) => foldClusters(at.document, someClusters(at), false),
  'split-cluster': (at) => {
    const cluster = at.cluster()
    const notes = idsOf(cluster?.notes ?? []).filter(() => at.random() < 0.5)
    if (!cluster || notes.length === 0) return undefined
    return splitCluster(at.document, { from: cluster.id, notes, title: 's', spot: at.clusterSpot(), now: 1 }).edit
  },
  'lock-items': (at) => locked(at, true),
  'unlock-items': (at) => locked(at, false),
  'add-section': (at) =>
    sections.addSection(at.document, {
      title: 'x',
      prompt: '',
      layout: at.random() < 0.5 ? 'flow' : 'free',
      kind: 'theme',
      frame: { x: at.random() * 900, y: at.random() * 900, w: 520, h: 340 },
    }).edit,
  'change-section': (at) => {
    const section = at.section()
    if (!section) return undefined
    if (at.random() < 0.5) return sections.changeSection(at.document, section.id, { prompt: 'p', parked: true })
    const free = { notes: idsOf(section.notes), clusters: idsOf(section.clusters) }
    return sections.changeLayout(at.document, {
      id: section.id,
      layout: at.random() < 0.5 ? 'flow' : 'free',
      free,
      into: endOf(section.id),
    })
  },
  'move-section': (at) => {
    const [section, other] = [at.section(), at.section()]
    if (!section || !other) return undefined
    if (at.random() < 0.5) return sections.swapSections(at.document, section.id, other.id)
    return sections.moveSection(at.document, section.id, { x: at.random() * 900, y: at.random() * 900 })
  },
  'resize-section': (at) => {
    const section = at.section()
    return section && sections.resizeSection(at.document, section.id, { w: 400 + at.random() * 900, h: 300 })
  },
  'remove-section': (at) => {
    const section = at.section()
    const other = at.view.sections.find(({ id }) => id !== section?.id)
    if (!section || !other) return undefined
    const holds = { notes: idsOf(section.notes), clusters: idsOf(section.clusters) }
    return sections.removeSection(at.document, { id: section.id, holds, into: endOf(other.id) })
  },
}

/** Does one of them at random to somebody's own copy; undefined where there was nothing to do it to. */
export function randomAct(document: Y.Doc, random: () => number): Edit | undefined {
  const name = pick(random, Object.keys(RANDOM_ACTS) as EditName[]) ?? 'add-note'
  return RANDOM_ACTS[name](new Pointing(document, random))
}

function locked(at: Pointing, lock: boolean): Edit {
  const [note, cluster, section] = [at.note(), at.cluster(), at.section()]
  return lockItems(
    at.document,
    [
      ...(note ? [{ is: 'note' as const, id: note }] : []),
      ...(cluster ? [{ is: 'cluster' as const, id: cluster.id }] : []),
      ...(section ? [{ is: 'section' as const, id: section.id }] : []),
    ],
    lock,
  )
}

function someClusters(at: Pointing): ClusterId[] {
  return allClusters(at.view).flatMap(({ id }) => (at.random() < 0.5 ? id : []))
}

function endOf(section: SectionId) {
  const spot = { in: section, after: null, before: null }
  return { notes: spot, clusters: spot }
}

function idsOf<Id>(items: readonly { id: Id }[]): Id[] {
  return items.map(({ id }) => id)
}
