import type { JSX, ParentProps } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import styles from './visually-hidden.module.css'

/** The class for what is heard and not seen. */
export const visuallyHidden = styles.hidden

/** Heard by a screen reader, not seen. `as` makes it a heading: `<VisuallyHidden as="h2">`. */
export function VisuallyHidden(
  props: ParentProps<{ as?: 'span' | 'div' | 'h1' | 'h2' | 'h3'; id?: string }>,
): JSX.Element {
  return (
    <Dynamic component={props.as ?? 'span'} id={props.id} class={styles.hidden}>
      {props.children}
    </Dynamic>
  )
}
