import Search from 'lucide-solid/icons/search'
import X from 'lucide-solid/icons/x'
import { type Accessor, createSignal, createUniqueId, For, onCleanup, onMount, Show } from 'solid-js'
import { listFilterText as words } from '../text/list-filter'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/choice'
import { focusOn } from '../ui/focus'
import { announce } from '../ui/live-region'
import { sayAfterPause } from '../ui/say-after-pause'
import { Select } from '../ui/text-field'
import { COMPACT, createMediaQuery } from '../workshop/shell/media'
import { singleKeys } from '../workshop/single-keys'
import styles from './filter-bar.module.css'
import { FILTER_PLACES, FILTER_SIDES, type FilterPlace, type FilterSide, NO_FILTER } from './filters'
import { type Outline, useOutline } from './outline-context'

/** Whether the fields are shown. On a phone, where the notes come first, they are behind a press. */
export type FilterFold = {
  isOpen: Accessor<boolean>
  toggle: () => void
  /** The opener, for focus when there is no field to go to. */
  opener: { id: string }
}

/** Open from the start where something is filtered. `/` opens it and goes to the field, Escape in the field empties that. */
export function createFilterFold(outline: Outline): FilterFold {
  const compact = createMediaQuery(COMPACT)
  const [isOpened, setOpened] = createSignal(outline.list.isOn())
  const opener = { id: createUniqueId() }
  followSlash(() => {
    if (outline.dialog() !== undefined || !outline.canvas.ready()) return undefined
    setOpened(true)
    return document.getElementById(FIELD_ID)
  })
  return { isOpen: () => !compact() || isOpened(), toggle: () => setOpened((open) => !open), opener }
}

const FIELD_ID = 'search-in-list'

/** Opens and folds the fields; says that a filter is on also while they are folded. */
export function FilterOpener(props: { fold: FilterFold }) {
  const { list } = useOutline()
  return (
    <Button
      small
      kind="quiet"
      class={styles.opener}
      id={props.fold.opener.id}
      icon={<Search />}
      aria-expanded={props.fold.isOpen()}
      onClick={() => props.fold.toggle()}
    >
      {words.region}
      <Show when={list.isOn()}>
        <span class={styles.on}>{words.on}</span>
      </Show>
    </Button>
  )
}

/** Finds and filters in the list. What a filter hides is told, and shown again with one press, also while it is folded. */
export function FilterFields(props: { fold: FilterFold }) {
  const outline = useOutline()
  const { filter, setFilter, isOn, shown } = outline.list
  const count = () => shown()?.notes.size ?? 0
  const said = () => {
    const now = shown()
    if (!now) return ''
    return now.notes.size + now.clusters.size === 0 ? words.none : words.showing(now.notes.size, now.of)
  }
  // only after the person changed something: not at each edit of others
  sayAfterPause(filter, said)
  const clear = () => {
    setFilter(NO_FILTER)
    if (!focusOn(FIELD_ID)) focusOn(props.fold.opener.id)
    announce(words.cleared)
  }
  return (
    <Show when={props.fold.isOpen() || isOn()}>
      <search class={styles.bar} aria-label={words.region}>
        <Show when={props.fold.isOpen()}>
          <Fields />
        </Show>
        <Show when={isOn()}>
          <div class={styles.result}>
            <p>
              <Show when={count() > 0 || (shown()?.clusters.size ?? 0) > 0} fallback={words.none}>
                {said()}
              </Show>
            </p>
            <Button small icon={<X />} onClick={clear}>
              {words.clear}
            </Button>
          </div>
        </Show>
      </search>
    </Show>
  )
}

/** Words, place, side, and what is new. */
function Fields() {
  const outline = useOutline()
  const { filter, setFilter } = outline.list
  return (
    <>
      <div class={styles.find}>
        <label for={FIELD_ID}>{words.search}</label>
        <span class={styles.fieldFrame}>
          <Search aria-hidden="true" />
          <input
            id={FIELD_ID}
            type="text"
            dir="auto"
            inputmode="search"
            enterkeyhint="search"
            autocomplete="off"
            aria-keyshortcuts={singleKeys() ? '/' : undefined}
            value={filter().words}
            onInput={(event) => setFilter({ words: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || event.isComposing || filter().words === '') return
              event.preventDefault()
              setFilter({ words: '' })
            }}
          />
        </span>
      </div>
      <Select class={styles.select} label={words.where} onValue={(place) => setFilter({ place: place as FilterPlace })}>
        <For each={FILTER_PLACES}>
          {(place) => (
            <option value={place} selected={filter().place === place}>
              {words.place[place]}
            </option>
          )}
        </For>
      </Select>
      <Select class={styles.select} label={words.side} onValue={(side) => setFilter({ side: side as FilterSide })}>
        <For each={FILTER_SIDES}>
          {(side) => (
            <option value={side} selected={filter().side === side}>
              {side === 'all' ? words.allSides : outline.sideWords(side === 'none' ? null : side)}
            </option>
          )}
        </For>
      </Select>
      <Checkbox
        class={styles.changed}
        label={words.changed}
        checked={filter().changed}
        onChecked={(changed) => setFilter({ changed })}
      />
    </>
  )
}

/** `/` anywhere on the page but in a field, unless this person has switched single keys off. */
function followSlash(field: () => HTMLElement | null | undefined): void {
  const press = (event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : undefined
    const isTyping = target?.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]')
    const isPlain = event.key === '/' && !(event.ctrlKey || event.metaKey || event.altKey)
    if (!isPlain || isTyping || event.defaultPrevented || event.isComposing || !singleKeys()) return
    const goTo = field()
    if (!goTo) return
    event.preventDefault()
    goTo.focus()
  }
  onMount(() => document.addEventListener('keydown', press))
  onCleanup(() => document.removeEventListener('keydown', press))
}
