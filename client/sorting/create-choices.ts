import { createMemo, createSignal } from 'solid-js'
import type { ClusterView, SectionView } from '../../shared/domain/canvas-view'
import { folded } from '../../shared/domain/find-items'
import type { ClusterId } from '../../shared/domain/ids'
import { sortingText as words } from '../text/sorting'
import { showToast } from '../ui/toast'
import { KEYS, type KeySlots, keepKeys } from './cluster-keys'
import type { Sorting } from './create-sorting'
import { clusterTitle, groupTitle } from './titles'

export type ChoiceGroup = { key: string; title: string; clusters: readonly ClusterView[] }
export type Choices = ReturnType<typeof createChoices>

/** Where the note may go: the clusters of its own section first, and those that the keys stand for. */
export function createChoices(sorting: Sorting) {
  const { view } = sorting.canvas
  const [query, setQuery] = createSignal('')
  const home = createMemo(() => sorting.newHome()?.id)
  const all = createMemo<ChoiceGroup[]>(() => {
    const sections = view.sections.map((one) => groupOf(one.id, one.title, one.clusters))
    const own = sections.filter(({ key }) => key === home())
    const loose = { key: '', title: groupTitle({ section: null, title: '' }), clusters: view.loose.clusters }
    return [...own, ...sections.filter(({ key }) => key !== home()), loose].filter(
      ({ key, clusters }) => clusters.length > 0 || key === home(),
    )
  })
  const order = createMemo(() => all().flatMap(({ clusters }) => clusters.map(({ id }) => id)))
  const keys = createMemo<{ home: string | undefined; slots: KeySlots }>((before) => {
    const same = before?.home === home()
    return { home: home(), slots: keepKeys(same ? (before?.slots ?? []) : [], order()) }
  })
  const shown = createMemo(() => {
    const fits = matcher(query())
    return all()
      .map((group) => ({ ...group, clusters: group.clusters.filter((one) => fits(clusterTitle(one))) }))
      .filter(({ key, clusters }) => clusters.length > 0 || (key === home() && query() === ''))
  })
  const isLocked = (cluster: ClusterView) => {
    if (sorting.workshop.may('change-locked')) return false
    return cluster.locked === true || sectionOf(view.sections, cluster.id)?.locked === true
  }
  const choose = (id: ClusterId) => {
    const cluster = all()
      .flatMap(({ clusters }) => clusters)
      .find((one) => one.id === id)
    if (cluster && isLocked(cluster)) return void showToast({ text: words.lockedCluster })
    setQuery('')
    sorting.answer(id)
  }
  return {
    groups: shown,
    slots: () => keys().slots,
    /** More than there are keys for. */
    many: () => order().length > KEYS,
    query,
    setQuery,
    isLocked,
    choose,
    /** What Enter chooses while one searches. */
    first: () =>
      shown()
        .flatMap(({ clusters }) => clusters)
        .find((cluster) => !isLocked(cluster)),
  }
}

function groupOf(key: string, title: string, clusters: readonly ClusterView[]): ChoiceGroup {
  return { key, title: groupTitle({ section: key, title }), clusters }
}

function sectionOf(sections: readonly SectionView[], id: ClusterId): SectionView | undefined {
  return sections.find(({ clusters }) => clusters.some((one) => one.id === id))
}

function matcher(query: string): (title: string) => boolean {
  const sought = folded(query).split(/\s+/).filter(Boolean)
  return (title) => {
    const plain = folded(title)
    return sought.every((word) => plain.includes(word))
  }
}
