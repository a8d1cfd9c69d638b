import { useSearchParams } from '@solidjs/router'
import { createContext, createSignal, useContext } from 'solid-js'
import { call } from '../../connection/call'
import type { PanelName } from '../../facilitation/workshop-menu'
import { useWorkshop } from '../../workshop/workshop-context'

type Open = { is: 'none' } | { is: PanelName; first: boolean }

export type PanelControl = {
  open: () => Open
  show: (panel: PanelName) => void
  close: () => void
}

const ShowPanel = createContext<(panel: PanelName) => void>(() => undefined)
/** Lets a page open a panel over itself. */
export const ShowPanelProvider = ShowPanel.Provider

export function useShowPanel(): (panel: PanelName) => void {
  return useContext(ShowPanel)
}

/** Which panel is open: one at most. The address may ask for one as the page opens: `?open=share`, `?open=brief`. */
export function createPanels(): PanelControl {
  const workshop = useWorkshop()
  const [search, setSearch] = useSearchParams<{ open?: string }>()
  const asked = search.open
  const may = !workshop.me().preview
  const first: Open = may && (asked === 'share' || asked === 'brief') ? { is: asked, first: true } : { is: 'none' }
  const [open, setOpen] = createSignal<Open>(first)
  return {
    open,
    show: (panel) => setOpen({ is: panel, first: false }),
    close: () => {
      const now = open()
      if (now.is === 'brief' && now.first) void call('POST', `/api/workshops/${workshop.id}/brief-read`, { body: {} })
      // a reload, or a link to this page that somebody copies, must not open it again
      if (search.open !== undefined) setSearch({ open: undefined }, { replace: true })
      setOpen({ is: 'none' })
    },
  }
}
