import { For, type JSX, type ParentProps } from 'solid-js'
import styles from './table-frame.module.css'

/** Round a `<table>`: quiet lines, and scrolling inside itself where the window is too narrow. */
export function TableFrame(props: ParentProps<{ label: string }>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class={styles.frame} aria-label={props.label} tabIndex={0}>
      {props.children}
    </section>
  )
}

/** Small pairs of term and value: who, by when. */
export function Facts(props: { rows: readonly { term: string; value: JSX.Element }[] }) {
  return (
    <dl class={styles.facts}>
      <For each={props.rows}>
        {(row) => (
          <>
            <dt>{row.term}</dt>
            <dd>{row.value}</dd>
          </>
        )}
      </For>
    </dl>
  )
}
