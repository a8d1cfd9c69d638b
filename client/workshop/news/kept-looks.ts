import { CLUSTER_KINDS } from '../../../shared/domain/cluster'
import type { CanvasId, MemberId } from '../../../shared/domain/ids'
import { storageFor } from '../../ui/kept'
import type { Seen as SeenStage } from '../shell/away-news'
import type { Item } from './changed-items'
import type { Sight } from './look'

/** What is kept of a look: when, what lay on the canvas, and how far the workshop was. */
export type Kept = { at: number; seen: Sight; stage: SeenStage | undefined }

/** All looks of this device take at most so many characters; older ones of other canvases give way. */
const MOST_CHARACTERS = 600_000
const PREFIX = 'concordat/looked/'

/** Under the member's id, so that leaving the device takes it along (`forgetKeptTexts`). */
export const lookKey = (memberId: MemberId, canvasId: CanvasId): string => `${PREFIX}${memberId}/${canvasId}`

/** Keeps looks over reloads where the browser allows it, else as long as the page. */
export function createKeptLooks(storage: Storage | undefined = storageFor('device')) {
  const inMemory = new Map<string, string>()
  return {
    read(key: string): Kept | undefined {
      try {
        return readLook(storage?.getItem(key) ?? inMemory.get(key))
      } catch {
        return readLook(inMemory.get(key))
      }
    },
    write(key: string, kept: Kept): void {
      const text = keptLook(kept)
      inMemory.set(key, text)
      try {
        if (storage && text.length <= MOST_CHARACTERS) {
          makeRoom(storage, key, text.length)
          storage.setItem(key, text)
        } else storage?.removeItem(key)
      } catch {
        // full or blocked: the page has it
      }
    },
  }
}

export type KeptLooks = ReturnType<typeof createKeptLooks>

/** Words that were not added lie in the same storage and matter more: these never fill it. */
function makeRoom(storage: Storage, key: string, wanted: number): void {
  const others = Object.keys(storage)
    .filter((other) => other.startsWith(PREFIX) && other !== key)
    .map((other) => ({ key: other, text: storage.getItem(other) ?? '' }))
    .sort((a, b) => lookedAt(a.text) - lookedAt(b.text))
  let taken = wanted + others.reduce((sum, { text }) => sum + text.length, 0)
  for (const other of others) {
    if (taken <= MOST_CHARACTERS) return
    storage.removeItem(other.key)
    taken -= other.text.length
  }
}

/** Begins every text, so that it is found without reading the rest. */
function lookedAt(text: string): number {
  return Number(/^\{"at":(\d+)/.exec(text)?.[1] ?? 0)
}

type KeptCluster = [id: string, section: string, title: string, kind: string, answers: string]
type Shape = {
  at: number
  sections: [id: string, title: string][]
  clusters: KeptCluster[]
  /** By what holds them: id and hash of the words in turn, about 24 characters a note. */
  notes: Record<string, string[]>
  drawings: string[]
  stage?: { stepId: string | null; revealed: string[]; openBallots: string[]; actions: number; locked: boolean }
}

export function keptLook({ at, seen, stage }: Kept): string {
  const shape: Shape = { at, sections: [], clusters: [], notes: {}, drawings: [] }
  for (const [id, item] of seen) {
    if (item.is === 'section') shape.sections.push([id, item.title])
    else if (item.is === 'cluster') shape.clusters.push([id, item.in, item.title, item.kind, item.answers])
    else if (item.is === 'drawing') shape.drawings.push(id)
    else {
      const list = shape.notes[item.in] ?? []
      list.push(id, item.words.toString(36))
      shape.notes[item.in] = list
    }
  }
  if (stage)
    shape.stage = {
      ...stage,
      revealed: [...stage.revealed],
      openBallots: [...stage.openBallots],
    } satisfies Shape['stage']
  return JSON.stringify(shape)
}

/** What does not fit is as if it had never been kept. */
export function readLook(text: string | null | undefined): Kept | undefined {
  if (!text) return undefined
  try {
    const { at, sections, clusters, notes, drawings, stage } = JSON.parse(text) as Shape
    const seen: Sight = new Map()
    for (const [id, title] of sections) seen.set(id, { is: 'section', title })
    for (const cluster of clusters) seen.set(...clusterOf(cluster))
    for (const [holder, list] of Object.entries(notes))
      for (let index = 0; index + 1 < list.length; index += 2)
        seen.set(list[index] ?? '', { is: 'note', in: holder, words: Number.parseInt(list[index + 1] ?? '', 36) })
    for (const id of drawings) seen.set(id, { is: 'drawing' })
    if (typeof at !== 'number') return undefined
    return { at, seen, stage: stage && seenStage(stage) }
  } catch {
    return undefined
  }
}

function clusterOf([id, section, title, kind, answers]: KeptCluster): [string, Item] {
  return [
    id,
    { is: 'cluster', in: section, title, answers, kind: CLUSTER_KINDS.find((one) => one === kind) ?? 'theme' },
  ]
}

function seenStage({ stepId, revealed, openBallots, actions, locked }: NonNullable<Shape['stage']>): SeenStage {
  return { stepId, revealed: new Set(revealed), openBallots: new Set(openBallots), actions, locked, canvas: undefined }
}
