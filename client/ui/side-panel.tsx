import X from 'lucide-solid/icons/x'
import { createUniqueId, type JSX, type ParentProps, Show } from 'solid-js'
import { IconButton } from './button'
import { classes } from './classes'
import styles from './side-panel.module.css'
import { useUiWords } from './words'

/** What is known about the chosen thing, beside the board. Not modal: the page stays usable. Escape inside closes it. */
export function SidePanel(
  props: ParentProps<{
    title: JSX.Element
    /** Above the title: kind and counts. */
    above?: JSX.Element
    onClose?: () => void
    class?: string
  }>,
) {
  const words = useUiWords()
  const id = `panel-${createUniqueId()}`
  return (
    <aside
      aria-labelledby={id}
      class={classes(styles.panel, props.class)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || !props.onClose) return
        event.preventDefault()
        props.onClose()
      }}
    >
      <div class={styles.head}>
        <div class={styles.headText}>
          {props.above}
          <h2 id={id} class={styles.title}>
            {props.title}
          </h2>
        </div>
        <Show when={props.onClose}>
          {(close) => (
            <IconButton small label={words.close} onClick={() => close()()}>
              <X aria-hidden="true" />
            </IconButton>
          )}
        </Show>
      </div>
      {props.children}
    </aside>
  )
}
