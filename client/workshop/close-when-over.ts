import { createEffect, untrack } from 'solid-js'
import type { Deed } from '../../shared/domain/deeds'
import type { ClusterId, SectionId } from '../../shared/domain/ids'
import { workshopText } from '../text/workshop'
import { showToast } from '../ui/toast'
import { findCluster } from './canvas-spots'
import type { Canvas, Workshop } from './contract'

/** What an open dialog stands on: what it writes, and the item it is about. */
export type StandsOn = { deed?: Deed; clusters?: readonly ClusterId[]; section?: SectionId }

type Means = { canvas: Pick<Canvas, 'view' | 'ready'>; workshop: Pick<Workshop, 'may'>; close: () => void }

/**
 * Closes a dialog, and says why, once what it is for may not be done any more or somebody took away what it is about. One that
 * only hid would come back with the item, and what is closed while a dialog is open would stay closed until then.
 */
export function closeWhenOver(open: () => StandsOn | undefined, { canvas, workshop, close }: Means): void {
  const why = ({ deed, clusters = [], section }: StandsOn): string | undefined => {
    if (deed && !workshop.may(deed)) return workshopText.undoClosed
    if (!canvas.ready()) return undefined
    if (clusters.some((id) => !findCluster(canvas.view, id))) return workshopText.clusterGone
    if (section && !canvas.view.sections.some(({ id }) => id === section)) return workshopText.sectionGone
    return undefined
  }
  createEffect(() => {
    const stands = open()
    const over = stands && why(stands)
    if (over === undefined) return
    untrack(close)
    showToast({ text: over })
  })
}
