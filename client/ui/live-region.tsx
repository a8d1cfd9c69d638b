import { createSignal, For, onCleanup, onMount, untrack } from 'solid-js'
import { visuallyHidden } from './visually-hidden'
import { type VolumeKind, volume } from './volumes'

/**
 * What an announcement is about, which says how loud it is.
 *
 * own: what came of something one did oneself · step: where everybody is, and for how long; voting, signing, the connection ·
 * notes: what others write · people: who comes, and who else is at what one is at. All these wait for a pause of the screen
 * reader; the first two are always said. alert: at once, and only that one is offline, that words were not taken, that one
 * was removed.
 */
export type AnnouncementKind = 'own' | 'step' | VolumeKind | 'alert'

type Announcement = { readonly text: string }

/** Long enough for every message of one change to arrive, short enough to feel immediate. */
const GATHER_MS = 100
/** After this a message is taken out, so that nobody meets it again while reading through the page. */
const KEEP_MS = 10_000

const [polite, setPolite] = createSignal<readonly Announcement[]>([])
const [alert, setAlert] = createSignal<readonly Announcement[]>([])
const setters = { polite: setPolite, alert: setAlert }

let waiting: { region: keyof typeof setters; text: string }[] = []
let mounted = 0
let gathering: ReturnType<typeof setTimeout> | undefined

/**
 * Says something to a screen reader without moving focus. Every call adds an element of its own to the region, so the
 * same words twice in a row are read twice. Works before the region is there: the words wait for it. What this person has
 * turned off is not said.
 */
export function announce(text: string, options: { kind?: AnnouncementKind } = {}): void {
  const kind = options.kind ?? 'own'
  if (text.trim() === '' || isOff(kind)) return
  waiting.push({ region: kind === 'alert' ? 'alert' : 'polite', text })
  if (mounted > 0) gather()
}

function isOff(kind: AnnouncementKind): boolean {
  return (kind === 'notes' || kind === 'people') && untrack(() => volume(kind)) === 'off'
}

function gather(): void {
  gathering ??= setTimeout(flush, GATHER_MS)
}

function flush(): void {
  gathering = undefined
  const said = waiting
  waiting = []
  for (const { region, text } of said) {
    const announcement: Announcement = { text }
    setters[region]((all) => [...all, announcement])
    setTimeout(() => setters[region]((all) => all.filter((one) => one !== announcement)), KEEP_MS)
  }
}

/** Takes back what was said and what waits: it was for somebody who is not before the screen any more. */
export function hush(): void {
  waiting = []
  clearTimeout(gathering)
  gathering = undefined
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
