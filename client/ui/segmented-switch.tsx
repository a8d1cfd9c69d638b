import { For, type JSX } from 'solid-js'
import { classes } from './classes'
import styles from './segmented-switch.module.css'

export type SegmentedItem = { href: string; label: JSX.Element; current: boolean; icon?: JSX.Element }

/** Board, List, Agreement: a navigation of links drawn as one switch. `label` names it for screen readers ("Views"). */
export function SegmentedSwitch(props: { label: string; items: readonly SegmentedItem[]; wide?: boolean }) {
  return (
    <nav aria-label={props.label} class={props.wide ? styles.wide : undefined}>
      <ul class={classes('plain-list', styles.list)}>
        <For each={props.items}>
          {(item) => (
            <li>
              <a href={item.href} class={styles.link} aria-current={item.current ? 'page' : undefined}>
                {item.icon}
                {item.label}
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  )
}
