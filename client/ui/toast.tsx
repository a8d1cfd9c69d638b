import CircleAlert from 'lucide-solid/icons/circle-alert'
import X from 'lucide-solid/icons/x'
import { createEffect, createSignal, For, on, onCleanup, Show } from 'solid-js'
import { classes } from './classes'
import { type AnnouncementKind, announce } from './live-region'
import styles from './toast.module.css'
import { useUiWords } from './words'

export type ToastMessage = {
  text: string
  /** alert: marked as something that went wrong; read like the others, in a pause. */
  kind?: 'plain' | 'alert'
  /** As what it is read out; by itself what came of something one did. */
  about?: AnnouncementKind
  /** One thing to do about it, such as Undo. */
  action?: { label: string; run: () => void }
  /** How long it stays when nobody points at it or has focus in it; 6 at the least, 20 with an action. */
  seconds?: number
}

type Shown = ToastMessage & { readonly id: number }

const LEAST_SECONDS = 6
const WITH_ACTION_SECONDS = 20
const MOST_AT_ONCE = 3

const [shown, setShown] = createSignal<readonly Shown[]>([])
let count = 0

/** Shows a short message over the page and reads it out. Returns its number, for `dismissToast`. */
export function showToast(message: ToastMessage): number {
  count += 1
  const id = count
  setShown((all) => [...all, { ...message, id }].slice(-MOST_AT_ONCE))
  announce(message.text, { kind: message.about ?? 'own' })
  return id
}

export function dismissToast(id: number): void {
  setShown((all) => all.filter((one) => one.id !== id))
}

/** All at once: they were for somebody who is not before the screen any more. */
export function dismissToasts(): void {
  setShown([])
}

/** Where toasts appear: above what sticks to the foot of the window, and never over what has focus. Mount once, at the root. */
export function Toasts() {
  const words = useUiWords()
  let list!: HTMLOListElement
  const edge = createEdge(() => list)
  // data-kb-top-layer: pressing a toast does not close the dialog beneath it
  return (
    <section aria-label={words.messages} data-kb-top-layer="">
      <ol ref={list} class={classes('plain-list', styles.toasts, edge() === 'head' && styles.atHead)}>
        <For each={shown()}>{(message) => <Toast message={message} />}</For>
      </ol>
    </section>
  )
}

/** At the foot of the window, but for as long as they would lie over what has focus there. */
function createEdge(list: () => HTMLElement): () => 'foot' | 'head' {
  const [edge, setEdge] = createSignal<'foot' | 'head'>('foot')
  const look = () => covers(list(), document.activeElement) && setEdge((now) => (now === 'foot' ? 'head' : 'foot'))
  createEffect(on(shown, (all) => (all.length === 0 ? setEdge('foot') : look())))
  document.addEventListener('focusin', look)
  onCleanup(() => document.removeEventListener('focusin', look))
  return edge
}

/** What is much higher than they are, such as a canvas, is seen all the same. */
function covers(list: HTMLElement, focused: Element | null): boolean {
  if (!focused || list.contains(focused)) return false
  const under = focused.getBoundingClientRect()
  const toasts = [...list.children].map((toast) => toast.getBoundingClientRect())
  const height = toasts.reduce((sum, toast) => sum + toast.height, 0)
  if (under.height === 0 || under.height > 2 * height) return false
  return toasts.some(
    ({ left, right, top, bottom }) =>
      left < under.right && right > under.left && top < under.bottom && bottom > under.top,
  )
}

function Toast(props: { message: Shown }) {
  const words = useUiWords()
  const [held, setHeld] = createSignal(false)
  let cameFrom: Element | null = null

  createEffect(() => {
    if (held()) return
    const least = props.message.action ? WITH_ACTION_SECONDS : LEAST_SECONDS
    const seconds = Math.max(props.message.seconds ?? least, LEAST_SECONDS)
    const timer = setTimeout(() => dismissToast(props.message.id), seconds * 1000)
    onCleanup(() => clearTimeout(timer))
  })

  const leave = () => {
    const back = cameFrom
    dismissToast(props.message.id)
    if (back instanceof HTMLElement && back.isConnected) back.focus()
  }
  const focusIn = (event: FocusEvent & { currentTarget: HTMLLIElement }) => {
    setHeld(true)
    const from = event.relatedTarget
    if (from instanceof Element && !event.currentTarget.contains(from)) cameFrom = from
  }
  return (
    <li
      class={styles.toast}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={(event) => setHeld(event.currentTarget.contains(document.activeElement))}
      onFocusIn={focusIn}
      onFocusOut={() => setHeld(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        leave()
      }}
    >
      <Show when={props.message.kind === 'alert'}>
        <CircleAlert aria-hidden="true" />
      </Show>
      <span class={styles.text} dir="auto">
        {props.message.text}
      </span>
      <Show when={props.message.action}>
        {(action) => (
          <button
            type="button"
            class={`${styles.button} ${styles.act}`}
            onClick={() => {
              leave()
              action().run()
            }}
          >
            {action().label}
          </button>
        )}
      </Show>
      <button type="button" class={styles.button} aria-label={words.dismiss} onClick={leave}>
        <X aria-hidden="true" />
      </button>
    </li>
  )
}
