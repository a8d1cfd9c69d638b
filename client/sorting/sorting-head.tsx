import { For, Show } from 'solid-js'
import type { SectionId } from '../../shared/domain/ids'
import { sortingText as words } from '../text/sorting'
import { Select } from '../ui/text-field'
import type { Sorting } from './create-sorting'
import styles from './sorting.module.css'
import { groupTitle } from './titles'

type Props = {
  sorting: Sorting
  section: SectionId | undefined
  onSection: (section: SectionId | undefined) => void
  listHref: string
  boardHref: string | undefined
}

/** How far one is, of which sections, and the ways out. */
export function SortingHead(props: Props) {
  const progress = () => props.sorting.progress()
  const percent = () => (progress().total > 0 ? (progress().sorted / progress().total) * 100 : 0)
  const facilitates = () => props.sorting.workshop.me().role === 'facilitator'
  const sections = () => props.sorting.canvas.view.sections.filter((section) => !section.parked)
  return (
    <header class={styles.head}>
      <h2>{words.title}</h2>
      <p class={styles.ways}>
        <a href={props.listHref}>{words.toList}</a>
        <Show when={props.boardHref}>{(href) => <a href={href()}>{words.toBoard}</a>}</Show>
      </p>
      <Show when={props.sorting.open()}>
        <div class={styles.progress}>
          <p class="tabular">{words.progress(progress().sorted, progress().total)}</p>
          <span class={styles.track} aria-hidden="true">
            <span style={{ 'inline-size': `${percent()}%` }} />
          </span>
        </div>
        <Show when={facilitates() && sections().length > 1}>
          <Select
            class={styles.section}
            label={words.section}
            value={props.section ?? ''}
            onValue={(id) => props.onSection(id === '' ? undefined : (id as SectionId))}
          >
            <option value="">{words.allSections}</option>
            <For each={sections()}>
              {(section) => (
                <option value={section.id}>{groupTitle({ section: section.id, title: section.title })}</option>
              )}
            </For>
          </Select>
        </Show>
      </Show>
    </header>
  )
}
