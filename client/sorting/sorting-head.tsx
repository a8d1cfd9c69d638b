import { For, Show } from 'solid-js'
import type { SectionId } from '../../shared/domain/ids'
import { sortingText as words } from '../text/sorting'
import { Checkbox } from '../ui/choice'
import { Meter } from '../ui/progress'
import { Select } from '../ui/text-field'
import { setSingleKeys, singleKeys } from '../workshop/single-keys'
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
  const facilitates = () => props.sorting.workshop.me().role === 'facilitator'
  const sections = () => props.sorting.canvas.view.sections.filter((section) => !section.parked)
  return (
    <header class={styles.head}>
      <div class={styles.headTitle}>
        <h2>{words.title}</h2>
        <a href={props.listHref}>{words.toList}</a>
        <Show when={props.boardHref}>{(href) => <a href={href()}>{words.toBoard}</a>}</Show>
      </div>
      <Show when={props.sorting.open()}>
        <div class={styles.progress}>
          <Meter
            label={words.sorted}
            value={progress().sorted}
            max={progress().total}
            text={words.progress(progress().sorted, progress().total)}
          />
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
        <Checkbox
          class={styles.keys}
          label={words.keys}
          hint={words.keysHint}
          checked={singleKeys()}
          onChecked={setSingleKeys}
        />
      </Show>
    </header>
  )
}
