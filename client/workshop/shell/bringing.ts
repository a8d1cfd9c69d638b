import { useLocation } from '@solidjs/router'
import type { Accessor } from 'solid-js'
import type { CanvasId } from '../../../shared/domain/ids'
import { attentionText } from '../../text/attention'
import { announce } from '../../ui/live-region'
import { useWorkshop } from '../workshop-context'
import type { SpotlightItem } from './attention'
import { createCanvasChoice } from './canvas-choice'
import { createCommand } from './create-command'
import { pageOf } from './spotlight-pages'

export type Bringing = {
  /** A facilitator of a workshop that runs. */
  may: Accessor<boolean>
  /** Why it has to wait just now, in words. */
  waits: Accessor<string | undefined>
  /** To a section or cluster of a canvas. */
  toItem(canvasId: CanvasId, item: SpotlightItem): Promise<void>
  stop(): Promise<void>
}

/** Brings everybody to one place; offered by every view that shows something to be brought to. */
export function createBringing(): Bringing {
  const workshop = useWorkshop()
  const command = createCommand()
  return {
    may: () => mayLead(workshop),
    waits: command.waits,
    async toItem(canvasId, item) {
      // the server looks the item up, and it may have been made a moment ago
      await workshop.saved()
      await command.run('spotlight', { body: { page: 'canvas', canvasId, item } })
    },
    async stop() {
      const called = await command.run('spotlight', { method: 'DELETE' })
      if (called.ok) announce(attentionText.stopped)
    },
  }
}

/** The same for the page that one sees; needs a router, which views of a canvas do without. */
export function createPageBringing(): { offered: Accessor<boolean>; bring(): Promise<void> } {
  const workshop = useWorkshop()
  const command = createCommand()
  const location = useLocation()
  const canvas = createCanvasChoice()
  const page = () => pageOf(location.pathname)
  return {
    offered: () => mayLead(workshop) && page() !== undefined,
    async bring() {
      const canvasId = page() === 'canvas' ? canvas() : null
      await command.run('spotlight', { body: { page: page(), canvasId } })
    },
  }
}

function mayLead(workshop: ReturnType<typeof useWorkshop>): boolean {
  const { role, preview } = workshop.me()
  return role === 'facilitator' && !preview && (workshop.stage.workshop?.endedAt ?? null) === null
}
