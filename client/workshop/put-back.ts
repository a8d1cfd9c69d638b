import type { CanvasView } from '../../shared/domain/canvas-view'
import { workshopText } from '../text/workshop'
import type { Canvas, CanvasEdits } from './contract'

type Deleted = Parameters<CanvasEdits['putBack']>[0]

/**
 * Puts a deleted item back and says where it is now: what held it may have been deleted or merged meanwhile. Undefined when
 * it may not be put back just now.
 */
export function putBack({ view, edits }: Pick<Canvas, 'view' | 'edits'>, item: Deleted): string | undefined {
  edits.putBack(item)
  if (view.bin.some(({ id }) => id === item.id)) return undefined
  const home = homeOf(view, item.id)
  return home ? workshopText.putBackIn(home) : workshopText.putBack
}

/** The title of the cluster or section that it lies in. */
function homeOf({ sections }: CanvasView, id: string): string | undefined {
  for (const section of sections) {
    const cluster = section.clusters.find(({ notes }) => notes.some((note) => note.id === id))
    const isHere = [...section.clusters, ...section.notes].some((item) => item.id === id)
    if (cluster?.title.trim()) return cluster.title.trim()
    if (cluster || isHere) return section.title.trim() || undefined
  }
  return undefined
}

/** The row of a list goes when its button is pressed: focus goes to the next one, else to what the list is in. */
export function focusBeside(button: HTMLElement): () => void {
  const row = button.closest('li')
  const beside = row?.nextElementSibling ?? row?.previousElementSibling
  const next = beside?.querySelector('button') ?? button.closest<HTMLElement>('[role="dialog"]')
  return () => next?.focus()
}
