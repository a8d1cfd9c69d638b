import type { ParentProps } from 'solid-js'
import styles from './badge.module.css'
import { classes } from './classes'

/** A small framed word: "A1", "Draft". Say what it means in words; the tone only underlines it. */
export function Badge(props: ParentProps<{ tone?: 'plain' | 'brand' | 'warn' | 'danger' | 'good'; class?: string }>) {
  return <span class={classes(styles.badge, props.tone && styles[props.tone], props.class)}>{props.children}</span>
}

/** The handling marking of a workshop: OFFICIAL, OFFICIAL-SENSITIVE. */
export function Banner(props: ParentProps<{ class?: string }>) {
  return <span class={classes(styles.badge, styles.handling, props.class)}>{props.children}</span>
}
