import type { ClusterView } from '../../shared/domain/canvas-view'
import { sortingText as words } from '../text/sorting'

export function clusterTitle({ title, kind }: Pick<ClusterView, 'title' | 'kind'>): string {
  return title.trim() || words.untitled(kind)
}

/** `null`: outside the sections. */
export function groupTitle({ section, title }: { section: string | null; title: string }): string {
  return section === null ? words.outside : title.trim() || words.untitledSection
}

/** The first words of a note, to speak of it. */
export function firstWords(text: string, most = 40): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const cut = line.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))}…`
}
