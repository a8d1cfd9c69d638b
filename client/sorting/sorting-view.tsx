import { createEffect, createSignal, on, onCleanup, onMount, Show } from 'solid-js'
import type { SectionId } from '../../shared/domain/ids'
import { sortingText as words } from '../text/sorting'
import { focusOn } from '../ui/focus'
import { InlineNotice } from '../ui/notice'
import { Loading } from '../ui/progress'
import type { Canvas } from '../workshop/contract'
import { singleKeys } from '../workshop/single-keys'
import { followUndoKeys, isTextField } from '../workshop/undo-keys'
import { useWorkshop } from '../workshop/workshop-context'
import { ClusterChoices } from './cluster-choices'
import { createChoices } from './create-choices'
import { createSorting, type Sorting } from './create-sorting'
import { Ending } from './ending'
import { NoteCard } from './note-card'
import styles from './sorting.module.css'
import { SortingActs, SortingKeys } from './sorting-acts'
import { SortingHead } from './sorting-head'
import { type SortingKey, sortingKeyOf } from './sorting-keys'

export type Ways = { listHref: string; boardHref: string | undefined }
type Props = Ways & {
  canvas: Canvas
  section: SectionId | undefined
  onSection: (section: SectionId | undefined) => void
}

/** The sorting mode: one note at a time, large, with the clusters as buttons. */
export function SortingView(props: Props) {
  const workshop = useWorkshop()
  // One canvas a view: the route makes another when another canvas is opened.
  const sorting = createSorting(props.canvas, workshop, () => props.section)
  const choices = createChoices(sorting)
  const [naming, setNaming] = createSignal(false)
  let root!: HTMLDivElement

  const press = (key: SortingKey) => {
    if (key.do === 'choose') {
      const id = choices.slots()[key.index]
      if (id) choices.choose(id)
    } else if (key.do === 'new') setNaming(sorting.newHome() !== undefined && sorting.mayAnswer())
    else if (key.do === 'skip') sorting.skip()
    else if (key.do === 'find') root.querySelector<HTMLElement>('[data-find]')?.focus()
    else sorting.back()
  }
  const keyDown = (event: KeyboardEvent) => {
    const key = isTextField(event.target) || !singleKeys() || !sorting.open() ? undefined : sortingKeyOf(event)
    if (!key) return
    event.preventDefault()
    press(key)
  }
  const { undo } = props.canvas.edits
  followUndoKeys(
    { ...undo, undo: () => void (sorting.back() || undo.undo()), redo: sorting.redo },
    { closed: () => false },
  )
  onMount(() => root.addEventListener('keydown', keyDown))
  const isShown = () => sorting.open() && sorting.note() !== undefined
  keepFocus(sorting, { isShown, root: () => root })
  return (
    <div ref={root} class={styles.page} tabindex="-1">
      <SortingHead sorting={sorting} section={props.section} onSection={props.onSection} {...waysOf(props)} />
      <Show when={sorting.ready()} fallback={<Loading label={words.loading} />}>
        <Show when={sorting.open()} fallback={<Closed />}>
          <Show when={sorting.note()} fallback={<Ending sorting={sorting} {...waysOf(props)} />}>
            {(note) => (
              <div class={styles.desk}>
                <NoteCard sorting={sorting} note={note()} />
                <ClusterChoices sorting={sorting} choices={choices} />
                <SortingActs sorting={sorting} naming={naming()} onNaming={setNaming} />
                <SortingKeys />
              </div>
            )}
          </Show>
        </Show>
      </Show>
    </div>
  )
}

function waysOf({ listHref, boardHref }: Ways): Ways {
  return { listHref, boardHref }
}

/** What role and step do not allow is told here; locks, the end and previews are told above every page. */
function Closed() {
  const workshop = useWorkshop()
  const why = () => {
    const now = workshop.mayEdit()
    return now === 'observer' || now === 'step' ? now : now === 'yes' ? ('step' as const) : ('other' as const)
  }
  return <InlineNotice>{words.closed[why()]}</InlineNotice>
}

/**
 * Focus is where the next key is heard: on the note after each answer, and whenever it comes to the page as a whole, as after a
 * link or a skip link.
 */
function keepFocus(sorting: Sorting, { isShown, root }: { isShown: () => boolean; root: () => HTMLElement }): void {
  const toNote = (options?: FocusOptions) =>
    queueMicrotask(() => focusOn(root().querySelector<HTMLElement>('[data-turn]'), options))
  createEffect(on(sorting.turn, () => toNote(), { defer: true }))
  createEffect(
    on(isShown, (isThere, before) => {
      const { activeElement, body } = document
      if (isThere && !before && (activeElement === body || activeElement?.id === 'main'))
        toNote({ preventScroll: true })
    }),
  )
  onMount(() => {
    const main = root().closest('main')
    const came = (event: FocusEvent) => event.target === main && toNote({ preventScroll: true })
    main?.addEventListener('focusin', came)
    onCleanup(() => main?.removeEventListener('focusin', came))
  })
}
