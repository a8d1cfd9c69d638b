import { SPOTLIGHT_PAGES, type SpotlightPage } from '../../../shared/domain/attention'

/** The page of an address that everybody can be brought to; undefined: one that only some have, such as the plan. */
export function pageOf(pathname: string): SpotlightPage | undefined {
  const last = pathname.split('/')[3] ?? ''
  if (last === '' || last === 'list') return 'canvas'
  return SPOTLIGHT_PAGES.find((page) => page === last)
}
