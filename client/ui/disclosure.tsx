import ChevronRight from 'lucide-solid/icons/chevron-right'
import { createEffect, createSignal, createUniqueId, type JSX, onCleanup, type ParentProps } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import styles from './disclosure.module.css'

/**
 * A button that shows and hides what follows it. What is hidden stays in the page where the browser can find it
 * (Ctrl+F opens it). `level` puts the button inside a heading. Opens itself unless `open` is given.
 */
export function Disclosure(
  props: ParentProps<{
    label: JSX.Element
    open?: boolean
    onOpen?: (open: boolean) => void
    startOpen?: boolean
    level?: 2 | 3 | 4
    class?: string
  }>,
) {
  const [own, setOwn] = createSignal(props.startOpen ?? false)
  const open = () => props.open ?? own()
  const id = `disclosed-${createUniqueId()}`
  let body!: HTMLDivElement

  const change = (next: boolean) => {
    setOwn(next)
    props.onOpen?.(next)
  }
  createEffect(() => {
    if (open()) body.removeAttribute('hidden')
    else body.setAttribute('hidden', 'until-found')
  })
  createEffect(() => {
    const found = () => change(true)
    body.addEventListener('beforematch', found)
    onCleanup(() => body.removeEventListener('beforematch', found))
  })
  return (
    <div class={props.class}>
      <Dynamic component={props.level ? `h${props.level}` : 'div'} class={styles.heading}>
        <button
          type="button"
          class={styles.button}
          aria-expanded={open()}
          aria-controls={id}
          onClick={() => change(!open())}
        >
          <ChevronRight aria-hidden="true" />
          <span>{props.label}</span>
        </button>
      </Dynamic>
      <div ref={body} id={id} class={styles.body}>
        {props.children}
      </div>
    </div>
  )
}
