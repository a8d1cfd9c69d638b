import { Key } from '@solid-primitives/keyed'
import CornerDownRight from 'lucide-solid/icons/corner-down-right'
import Plus from 'lucide-solid/icons/plus'
import { createMemo, createSignal, type JSX, onMount, Show } from 'solid-js'
import { outlineText } from '../text/outline'
import { classes } from '../ui/classes'
import { Dialog } from '../ui/dialog'
import { createGrowing } from '../ui/growing'
import { KindGlyph, type KindShape } from '../ui/mark'
import { TextField } from '../ui/text-field'
import { useOutline } from './outline-context'
import styles from './outline-dialogs.module.css'

const words = outlineText.move

export type Choice = {
  key: string
  words: string
  kind?: KindShape
  /** Said at its end, quietly: how many notes. */
  aside?: string
  /** Where the thing is already: shown, not chosen. */
  here?: boolean
  /** Kept by a lock from this person: shown, not chosen. */
  locked?: boolean
  /** Shown whatever is searched for. */
  makes?: boolean
  choose: () => void
}
export type ChoiceGroup = { key: string; heading: string; choices: Choice[] }

/** Choosing one place of many: by reading down, by searching, by arrow keys. */
export function PickDialog(props: {
  title: string
  description?: string
  /** `query`: what was searched for, trimmed; a new cluster takes it as its title. */
  groups: (query: string) => ChoiceGroup[]
}): JSX.Element {
  const outline = useOutline()
  return (
    <Dialog
      open
      size="medium"
      title={props.title}
      description={props.description}
      onClose={() => outline.show(undefined)}
      returnFocusTo={outline.returnFocus}
    >
      <Choices groups={props.groups} />
    </Dialog>
  )
}

function Choices(props: { groups: (query: string) => ChoiceGroup[] }) {
  const [query, setQuery] = createSignal('')
  let root!: HTMLDivElement
  const groups = createMemo(() =>
    props
      .groups(query().trim())
      .map((group) => ({ ...group, choices: group.choices.filter((choice) => matches(choice, query())) }))
      .filter((group) => group.choices.length > 0),
  )
  const drawn = createGrowing(() => Math.max(0, ...groups().map((group) => group.choices.length)))
  const hasHits = () => groups().some((group) => group.choices.some((choice) => !choice.makes))
  const keys = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0 || event.isComposing) return
    event.preventDefault()
    const stops = [...root.querySelectorAll<HTMLElement>('input, button')]
    const at = stops.indexOf(document.activeElement as HTMLElement)
    stops[Math.min(Math.max(at + by, 0), stops.length - 1)]?.focus()
  }
  onMount(() => {
    root.addEventListener('keydown', keys)
    queueMicrotask(() => root.querySelector('input')?.focus())
  })
  const chooseFirst = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing || query().trim() === '') return
    event.preventDefault()
    const all = groups().flatMap((group) => group.choices.filter((choice) => !isClosed(choice)))
    const first = all.find((choice) => !choice.makes) ?? all[0]
    first?.choose()
  }
  return (
    <div ref={root}>
      <TextField label={words.find} value={query()} onValue={setQuery} onKeyDown={chooseFirst} autocomplete="off" />
      <div class={styles.choices}>
        <Show when={!hasHits()}>
          <p role="status">{query().trim() === '' ? words.noneAtAll : words.none}</p>
        </Show>
        {/* by key: others go on working, and what one is about to press must not be made anew under one's finger */}
        <Key each={groups()} by="key">
          {(group) => (
            <section aria-label={group().heading}>
              <h3 dir="auto">{group().heading}</h3>
              <ul class="plain-list">
                <Key each={group().choices.slice(0, drawn())} by="key">
                  {(choice) => (
                    <li>
                      <ChoiceButton choice={choice()} />
                    </li>
                  )}
                </Key>
              </ul>
            </section>
          )}
        </Key>
      </div>
    </div>
  )
}

function ChoiceButton(props: { choice: Choice }) {
  return (
    <button
      type="button"
      class={classes(styles.choice, props.choice.kind && styles[props.choice.kind])}
      aria-disabled={isClosed(props.choice) ? 'true' : undefined}
      onClick={() => !isClosed(props.choice) && props.choice.choose()}
    >
      <Show when={!props.choice.makes} fallback={<Plus aria-hidden="true" />}>
        <Show when={props.choice.kind} fallback={<CornerDownRight aria-hidden="true" />}>
          {(kind) => <KindGlyph kind={kind()} />}
        </Show>
      </Show>
      <span dir="auto">{props.choice.words}</span>
      <span class={styles.choiceNote}>{asideOf(props.choice)}</span>
    </button>
  )
}

function isClosed({ here, locked }: Choice): boolean {
  return here === true || locked === true
}

function asideOf({ here, locked, aside }: Choice) {
  if (here) return words.here
  return locked ? outlineText.lock.mark : aside
}

function matches(choice: Choice, query: string): boolean {
  if (choice.makes) return true
  const text = choice.words.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
