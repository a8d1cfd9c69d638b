import X from 'lucide-solid/icons/x'
import type { JSX, ParentProps } from 'solid-js'
import { IconButton } from './button'
import { classes } from './classes'
import styles from './page-notice.module.css'

/** Something about the whole page, in a bar under its top, until the person has read it. It says nothing aloud by itself. */
export function PageNotice(
  props: ParentProps<{ label: string; warns?: boolean; icon?: JSX.Element; dismiss: string; onDismiss: () => void }>,
) {
  return (
    <section class={classes(styles.notice, props.warns && styles.warn)} aria-label={props.label}>
      {props.icon}
      <p>{props.children}</p>
      <IconButton small label={props.dismiss} onClick={() => props.onDismiss()}>
        <X aria-hidden="true" />
      </IconButton>
    </section>
  )
}
