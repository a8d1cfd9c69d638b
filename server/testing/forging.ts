import * as Y from 'yjs'
import type { CanvasDocument } from '../../shared/document/authorship'
import { foldClusters, splitCluster } from '../../shared/document/cluster-edits'
import * as pens from '../../shared/document/drawings'
import * as edits from '../../shared/document/edits'
import { lockItems } from '../../shared/document/lock-edits'
import { fillCanvas } from '../../shared/document/new-canvas'
import { addSection, removeSection } from '../../shared/document/section-edits'
import { type Touch, touchesOf } from '../../shared/document/touches'
import type { ClusterId, MemberId, SectionId } from '../../shared/domain/ids'
import { policyCanvas } from '../../shared/templates/policy-canvas'
import { pick } from '../../shared/testing/random'
import { findHarm } from './harm'
import { AMINA, type Honest, JON, NOW, type World } from './honest'
import { honestSeveral } from './honest-several'
import { itemsOf, newItem } from './judging-table'

const FRAME = { x: 0, y: 940, w: 520, h: 340 }
/** A canvas in the middle of a workshop: two people's notes, some deleted, a locked section and a locked cluster. */
export function openWorld(random: () => number): World {
  const document = new Y.Doc()
  const [template] = policyCanvas.canvases
  const sections = template ? fillCanvas(document, template) : []
  const end = (id: SectionId) => ({ in: id, after: null, before: null })
  const section = () => pick(random, sections) as SectionId
  const notes = Array.from({ length: 12 }, () => {
    const author = random() < 0.5 ? AMINA : JON
    const side = author === AMINA ? ('central' as const) : ('local' as const)
    const { id } = edits.addNote(document, {
      text: 'Words',
      spot: end(section()),
      author: { member: author, side, now: 1 },
    })
    return { id, author, binned: random() < 0.25 }
  })
  const clusters = Array.from({ length: 4 }, (_, index) => {
    const inside = notes.slice(index * 2, index * 2 + 2).map((note) => note.id)
    return edits.addCluster(document, { title: 'Title', kind: 'barrier', spot: end(section()), notes: inside, now: 1 })
      .id
  })
  edits.deleteNotes(
    document,
    notes.flatMap((note) => (note.binned ? note.id : [])),
    2,
  )
  const drawings = Array.from({ length: 6 }, () => {
    const author = random() < 0.5 ? AMINA : JON
    const { id } = pens.addDrawing(document, drawingOf(author, section()))
    return { id, author, binned: random() < 0.25 }
  })
  const erased = drawings.flatMap((drawing) => (drawing.binned ? drawing.id : []))
  pens.deleteDrawings(document, erased, 2)
  const lockedSection = section()
  const lockedCluster = clusters[0] as ClusterId
  itemsOf(document, 'sections').get(lockedSection)?.set('locked', true)
  itemsOf(document, 'clusters').get(lockedCluster)?.set('locked', true)
  return { document, sections, clusters, notes, drawings, locked: new Set<string>([lockedSection, lockedCluster]) }
}

function drawingOf(member: MemberId, section: SectionId) {
  return {
    record: { v: 1, kind: 'text', points: [], colour: 'ink', size: 'medium' },
    place: { in: section, x: 10, y: 10 },
    author: { member, side: null, now: 1 },
  } as const
}

export function honestEdit(world: World, random: () => number): Honest {
  const { sections, clusters, notes, drawings } = world
  const note = pick(random, notes) as World['notes'][number]
  const [section, cluster, other] = [pick(random, sections), pick(random, clusters), pick(random, clusters)] as [
    SectionId,
    ClusterId,
    ClusterId,
  ]
  const own = note.author === AMINA
  const author = { member: AMINA, side: 'central', now: NOW } as const
  const at = clusters.indexOf(cluster) * 2
  const inside = notes.slice(at, at + 2).flatMap((one) => (one.binned ? [] : one.id))
  const to = { in: section, after: null, before: null }
  const all: Honest[] = [
    {
      name: 'add',
      needs: ['add-note'],
      on: [section],
      edit: (d) => edits.addNote(d, { text: 'New', spot: to, author }),
    },
    {
      name: 'paste',
      needs: ['add-note'],
      on: [cluster],
      edit: (d) => edits.addNotes(d, { texts: ['One', 'Two'], spot: { ...to, in: cluster }, author }),
    },
    {
      name: 'type',
      needs: [own ? 'write-own-note' : 'write-note'],
      on: [note.id],
      edit: (d) => edits.noteText(d, note.id)?.insert(1, 'more'),
    },
    note.binned
      ? {
          name: 'put back',
          needs: [own ? 'delete-own-note' : 'move-note'],
          on: [note.id],
          edit: (d) => edits.putBack(d, { is: 'note', id: note.id }),
        }
      : {
          name: 'delete',
          needs: [own ? 'delete-own-note' : 'delete-note'],
          on: [note.id],
          edit: (d) => edits.deleteNotes(d, [note.id], NOW),
        },
    { name: 'move', needs: ['move-note'], on: [note.id, section], edit: (d) => edits.moveNotes(d, [note.id], to) },
    {
      name: 'cluster',
      needs: ['arrange', 'move-note'],
      on: [note.id, section],
      edit: (d) => edits.addCluster(d, { title: 'T', kind: 'theme', spot: to, notes: [note.id], now: NOW }),
    },
    {
      name: 'rename',
      needs: ['write-cluster'],
      on: [cluster],
      edit: (d) => edits.clusterText(d, cluster, 'title')?.insert(0, 'T'),
    },
    { name: 'kind', needs: ['arrange'], on: [cluster], edit: (d) => edits.changeKind(d, cluster, 'proposal') },
    { name: 'link', needs: ['arrange'], on: [cluster], edit: (d) => edits.linkBarriers(d, cluster, [other]) },
    {
      name: 'move cluster',
      needs: ['arrange'],
      on: [cluster, section],
      edit: (d) => edits.moveCluster(d, cluster, to),
    },
    { name: 'fold', needs: ['arrange'], on: [cluster], edit: (d) => foldClusters(d, [cluster], true) },
    {
      name: 'split',
      needs: inside.length > 0 ? ['arrange', 'move-note'] : ['arrange'],
      on: [section, ...inside],
      edit: (d) => splitCluster(d, { from: cluster, notes: inside, title: 'Half', spot: to, now: NOW }),
    },
    {
      name: 'merge',
      needs: inside.length > 0 ? ['arrange', 'move-note'] : ['arrange'],
      on: [cluster, ...inside, ...(inside.length > 0 ? [other] : [])],
      edit: (d) => edits.mergeClusters(d, { from: [cluster], into: other, notes: inside, lastOfInto: null }),
    },
    {
      name: 'lock',
      needs: ['lock-items'],
      on: [note.id],
      edit: (d) => lockItems(d, [{ is: 'note', id: note.id }], true),
    },
    {
      name: 'add section',
      needs: ['change-sections'],
      on: [],
      edit: (d) => addSection(d, { title: 'X', prompt: '', layout: 'flow', kind: 'theme', frame: FRAME }),
    },
    {
      name: 'remove section',
      needs: ['change-sections'],
      on: [],
      edit: (d) =>
        removeSection(d, { id: section, holds: { notes: [], clusters: [] }, into: { notes: to, clusters: to } }),
    },
  ]
  all.push(...honestSeveral(world, random))
  all.push(...honestDrawing(pick(random, drawings) as World['drawings'][number], section))
  return pick(random, all) as Honest
}

function honestDrawing({ id, author, binned }: World['drawings'][number], section: SectionId): Honest[] {
  const own = author === AMINA
  const take: Omit<Honest, 'on' | 'edit'> = binned
    ? { name: 'put a drawing back', needs: ['draw'] }
    : { name: 'erase', needs: [own ? 'draw' : 'delete-drawing'] }
  return [
    { name: 'draw', needs: ['draw'], on: [section], edit: (d) => pens.addDrawing(d, drawingOf(AMINA, section)) },
    {
      ...take,
      on: [id],
      edit: (d) => (binned ? edits.putBack(d, { is: 'drawing', id }) : pens.deleteDrawings(d, [id], NOW)),
    },
    { name: 'describe', needs: ['draw'], on: [id], edit: (d) => pens.describeDrawings(d, [id], 'A map') },
    {
      name: 'write on the canvas',
      needs: ['write-drawing'],
      on: [id],
      edit: (d) => pens.drawingText(d, id)?.insert(0, 'x'),
    },
    ...(binned
      ? []
      : [
          {
            name: 'move a drawing',
            needs: ['draw' as const],
            on: [id, section],
            edit: (d: CanvasDocument) => pens.moveDrawings(d, [{ id, place: { in: section, x: 30, y: 40 } }]),
          },
        ]),
  ]
}

/** What a client without manners might send. */
export function forge(
  document: CanvasDocument,
  { sections, clusters, notes, drawings }: World,
  random: () => number,
): void {
  const root = pick(random, ['notes', 'clusters', 'sections', 'notes', 'drawings', 'secrets']) as string
  const known = { notes: notes.map((note) => note.id), clusters, sections, drawings: drawings.map((one) => one.id) }[
    root
  ] ?? ['garbage1']
  const id = pick(random, known as string[]) as string
  const items = itemsOf(document, root)
  const key = pick(random, [
    'place',
    'author',
    'side',
    'createdAt',
    'locked',
    'kind',
    'addresses',
    'goneTo',
    'folded',
    'frame',
    'removed',
    'text',
    'title',
    'record',
    'description',
    'sketch',
  ])
  const section = () => pick(random, sections)
  const order = { in: pick(random, [...sections, ...clusters]), order: 'a5' }
  const value = pick(random, [
    order,
    { in: 'bin', from: order, at: 1 },
    AMINA,
    JON,
    'central',
    'local',
    'proposal',
    { in: section(), x: 5, y: 5 },
    { v: 1, kind: 'pen', points: [1, 1, 2, 2], colour: 'ink', size: 'thin' },
    { v: 1, kind: 'pen', points: [1, Number.NaN], colour: 'ink', size: 'thin' },
    true,
    7,
    null,
    new Y.Text('Mine now'),
  ])
  const dice = random()
  if (dice < 0.12) items.delete(id)
  else if (dice < 0.24) items.set(random() < 0.5 ? id : 'fresh1', random() < 0.7 ? noteOf(random, order) : newItem())
  else if (dice < 0.36)
    (items.get(id)?.get(pick(random, ['text', 'title']) ?? '') as Y.Text | undefined)?.insert?.(0, 'x')
  else if (dice < 0.42) items.get(id)?.delete(key ?? 'place')
  else items.get(id)?.set(key ?? 'place', value)
}

/** A new note in somebody's name, true or not. */
function noteOf(random: () => number, place: object): Y.Map<unknown> {
  const fields = { text: new Y.Text('Forged'), place, createdAt: 1 }
  const author = pick(random, [{ author: AMINA }, { author: JON }, {}])
  const side = pick(random, [{ side: 'central' }, { side: 'local' }, {}])
  return new Y.Map<unknown>(Object.entries({ ...fields, ...author, ...side }))
}

/** What an edit on a copy of a canvas would come to: its touches, and the canvas before and after. */
export function tryOut(document: CanvasDocument, edit: (document: CanvasDocument) => void) {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(document))
  const known = Y.encodeStateVector(copy)
  const before = findHarm.stateOf(copy)
  copy.transact(() => edit(copy))
  const touches: readonly Touch[] = touchesOf(document, Y.encodeStateAsUpdate(copy, known)).touches
  return { touches, before, after: findHarm.stateOf(copy) }
}
