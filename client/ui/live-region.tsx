import { createSignal, For, onCleanup, onMount } from 'solid-js'
import { visuallyHidden } from './visually-hidden'

/** polite: when the screen reader pauses · alert: at once, only for what cannot wait (see WORDS). */
export type AnnouncementKind = 'polite' | 'alert'

type Announcement = { readonly text: string }

/** Long enough for every message of one change to arrive, short enough to feel immediate. */
const GATHER_MS = 100
/** After this a message is taken out, so that nobody meets it again while reading through the page. */
const KEEP_MS = 10_000

const [polite, setPolite] = createSignal<readonly Announcement[]>([])
const [alert, setAlert] = createSignal<readonly Announcement[]>([])
const setters = { polite: setPolite, alert: setAlert }

let waiting: { kind: AnnouncementKind; text: string }[] = []
let mounted = 0
let gathering = false

/**
 * Says something to a screen reader without moving focus. Every call adds an element of its own to the region, so the
 * same words twice in a row are read twice. Works before the region is there: the words wait for it.
 */
export function announce(text: string, options: { kind?: AnnouncementKind } = {}): void {
  if (text.trim() === '') return
  waiting.push({ kind: options.kind ?? 'polite', text })
  if (mounted > 0) gather()
}

function gather(): void {
  if (gathering) return
  gathering = true
  setTimeout(flush, GATHER_MS)
}

function flush(): void {
  gathering = false
  const said = waiting
  waiting = []
  for (const { kind, text } of said) {
    const announcement: Announcement = { text }
    setters[kind]((all) => [...all, announcement])
    setTimeout(() => setters[kind]((all) => all.filter((one) => one !== announcement)), KEEP_MS)
  }
}

/** Takes back what was said and what waits: it was for somebody who is not before the screen any more. */
export function hush(): void {
  waiting = []
  setPolite([])
  setAlert([])
}

/** The two regions that `announce` speaks through. Mount once, at the root, before anything speaks. */
export function LiveRegion() {
  onMount(() => {
    mounted += 1
    if (waiting.length > 0) gather()
  })
  onCleanup(() => {
    mounted -= 1
  })
  // data-live-announcer: open dialogs hide the rest of the page from screen readers, but not what carries this
  return (
    <div class={visuallyHidden} data-live-announcer="true">
      <div role="log" aria-live="polite" aria-relevant="additions" data-live="polite">
        <For each={polite()}>{(one) => <p>{one.text}</p>}</For>
      </div>
      <div role="alert" aria-live="assertive" aria-atomic="false" aria-relevant="additions" data-live="alert">
        <For each={alert()}>{(one) => <p>{one.text}</p>}</For>
      </div>
    </div>
  )
}
