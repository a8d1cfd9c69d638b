import { useLocation } from '@solidjs/router'
import type { WorkshopId } from '../../../shared/domain/ids'
import { workshopShellText } from '../../text/workshop-shell'

/** Plan, earlier copies and the sorting mode are pages, but not among the links to the views of the work. */
export type WorkshopView = LinkedView | 'sort' | 'plan' | 'copies'
type LinkedView = 'board' | 'list' | 'results' | 'agreement' | 'record'

export type ViewLink = { id: LinkedView; href: string; label: string; current: boolean }

const PAGES = ['list', 'sort', 'results', 'agreement', 'record', 'plan', 'copies'] as const

/** Which page of the workshop an address is. */
export function viewOf(pathname: string): WorkshopView {
  const last = pathname.split('/')[3]
  return PAGES.find((page) => page === last) ?? 'board'
}

/** The pages of a workshop as links. What the address says besides (preview, which canvas) goes along. */
export function createViewLinks(options: {
  id: () => WorkshopId
  board: () => boolean
  ended: () => boolean
  /** There is, or was, something to vote on. */
  voting: () => boolean
}): () => ViewLink[] {
  const location = useLocation()
  return () => {
    const { pathname, query } = location
    const kept = new URLSearchParams()
    for (const key of ['preview', 'canvas']) {
      const value = query[key]
      if (typeof value === 'string') kept.set(key, value)
    }
    const at = (path: string, more: Record<string, string> = {}) => {
      const search = new URLSearchParams([...kept, ...Object.entries(more)]).toString()
      return `/w/${options.id()}${path}${search === '' ? '' : `?${search}`}`
    }
    const link = (view: LinkedView, href: string): ViewLink => ({
      id: view,
      href,
      label: workshopShellText[view],
      current: viewOf(pathname) === view,
    })
    const links: ViewLink[] = []
    // once it has ended, /w/<id> is the record; the board stays to be read under an address of its own
    if (options.board()) links.push(link('board', at('', options.ended() ? { view: 'board' } : {})))
    links.push(link('list', at('/list')))
    if (options.voting()) links.push(link('results', at('/results')))
    links.push(link('agreement', at('/agreement')))
    links.push(link('record', at('/record')))
    return links
  }
}
