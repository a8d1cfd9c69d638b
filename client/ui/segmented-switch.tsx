import { Key } from '@solid-primitives/keyed'
import type { JSX } from 'solid-js'
import { classes } from './classes'
import styles from './segmented-switch.module.css'

/** `id`: what stays the same while the rest changes, so that a link is not made anew under somebody's finger. */
export type SegmentedItem = { id: string; href: string; label: JSX.Element; current: boolean; icon?: JSX.Element }

/** Board, List, Agreement: a navigation of links drawn as one switch. `label` names it for screen readers ("Views"). */
export function SegmentedSwitch(props: { label: string; items: readonly SegmentedItem[]; wide?: boolean }) {
  return (
    <nav aria-label={props.label} class={props.wide ? styles.wide : undefined}>
      <ul class={classes('plain-list', styles.list)}>
        <Key each={props.items} by="id">
          {(item) => (
            <li>
              <a href={item().href} class={styles.link} aria-current={item().current ? 'page' : undefined}>
                {item().icon}
                {item().label}
              </a>
            </li>
          )}
        </Key>
      </ul>
    </nav>
  )
}
