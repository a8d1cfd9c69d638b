import Search from 'lucide-solid/icons/search'
import X from 'lucide-solid/icons/x'
import { createSignal, createUniqueId, For, onCleanup, onMount, Show } from 'solid-js'
import { listFilterText as words } from '../text/list-filter'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/choice'
import { announce } from '../ui/live-region'
import { sayAfterPause } from '../ui/say-after-pause'
import { Select } from '../ui/text-field'
import { COMPACT, createMediaQuery } from '../workshop/shell/media'
import { singleKeys } from '../workshop/single-keys'
import styles from './filter-bar.module.css'
import { FILTER_PLACES, FILTER_SIDES, type FilterPlace, type FilterSide, NO_FILTER } from './filters'
import { useOutline } from './outline-context'

/**
 * Finds and filters in the list. `/` goes to the field, Escape in it empties it. On a phone the notes come first: it opens
 * with a press, and stays open while anything is filtered.
 */
export function FilterBar() {
  const outline = useOutline()
  const compact = createMediaQuery(COMPACT)
  const [isOpened, setOpened] = createSignal(outline.list.isOn())
  const isOpen = () => !compact() || isOpened() || outline.list.isOn()
  let field: HTMLInputElement | undefined
  followSlash(() => {
    if (outline.dialog() !== undefined) return undefined
    setOpened(true)
    return field
  })
  return (
    <>
      <Show when={compact() && !outline.list.isOn()}>
        <Button
          small
          kind="quiet"
          class={styles.opener}
          icon={<Search />}
          aria-expanded={isOpen()}
          onClick={() => setOpened((open) => !open)}
        >
          {words.region}
        </Button>
      </Show>
      <Show when={isOpen()}>
        <FilterFields
          field={(element) => {
            field = element
          }}
        />
      </Show>
    </>
  )
}

function FilterFields(props: { field: (element: HTMLInputElement) => void }) {
  const outline = useOutline()
  const { filter, setFilter, isOn, shown } = outline.list
  const id = createUniqueId()
  let field!: HTMLInputElement
  onMount(() => props.field(field))
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
    field.focus()
    announce(words.cleared)
  }
  return (
    <search class={styles.bar} aria-label={words.region}>
      <div class={styles.find}>
        <label for={id}>{words.search}</label>
        <span class={styles.fieldFrame}>
          <Search aria-hidden="true" />
          <input
            ref={field}
            id={id}
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
  )
}

/** `/` anywhere on the page but in a field, unless this person has switched single keys off. */
function followSlash(field: () => HTMLElement | undefined): void {
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
