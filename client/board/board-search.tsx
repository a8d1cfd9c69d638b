import ChevronDown from 'lucide-solid/icons/chevron-down'
import ChevronUp from 'lucide-solid/icons/chevron-up'
import Search from 'lucide-solid/icons/search'
import X from 'lucide-solid/icons/x'
import { onMount, Show } from 'solid-js'
import { boardText as text } from '../text/board'
import { IconButton } from '../ui/button'
import styles from './board-search.module.css'
import type { BoardSearch } from './create-search'

/** A field over the top of the canvas: finds notes and headings by their words, and goes through what it found. */
export function BoardSearchBar(props: { search: BoardSearch }) {
  return (
    <Show when={props.search.isOpen()}>
      <Bar search={props.search} />
    </Show>
  )
}

function Bar(props: { search: BoardSearch }) {
  let field!: HTMLInputElement
  onMount(() => field.focus())
  const { search } = props
  const found = () => {
    const count = search.matches().length
    if (search.words().trim() === '') return ''
    if (count === 0) return text.search.none
    return search.index() < 0 ? text.search.found(count) : text.search.at(search.index() + 1, count)
  }
  const keyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'Escape') search.close()
    else if (event.key === 'Enter' && event.target === field) search.step(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search class={styles.bar} aria-label={text.search.label} onKeyDown={keyDown}>
      <Search aria-hidden="true" class={styles.sign} />
      <input
        ref={field}
        type="text"
        inputmode="search"
        enterkeyhint="search"
        autocomplete="off"
        class={styles.field}
        aria-label={text.search.field}
        placeholder={text.search.field}
        value={search.words()}
        onInput={(event) => search.setWords(event.currentTarget.value)}
      />
      <output class={`${styles.found} tabular`}>{found()}</output>
      <IconButton
        small
        label={text.search.previous}
        aria-disabled={search.matches().length === 0 ? 'true' : undefined}
        onClick={() => search.step(-1)}
      >
        <ChevronUp aria-hidden="true" />
      </IconButton>
      <IconButton
        small
        label={text.search.next}
        aria-disabled={search.matches().length === 0 ? 'true' : undefined}
        onClick={() => search.step(1)}
      >
        <ChevronDown aria-hidden="true" />
      </IconButton>
      <IconButton small label={text.search.close} onClick={() => search.close()}>
        <X aria-hidden="true" />
      </IconButton>
    </search>
  )
}
