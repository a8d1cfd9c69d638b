import ArrowUp from 'lucide-solid/icons/arrow-up'
import Construction from 'lucide-solid/icons/construction'
import Tag from 'lucide-solid/icons/tag'
import { type JSX, Match, Show, Switch } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { classes } from './classes'
import styles from './mark.module.css'
import { VisuallyHidden } from './visually-hidden'

/** The three shapes. `null`: belongs to no side. */
export type SideShape = 'central' | 'local' | 'other' | null

/** Only the shape, in the side's colour: square, circle or diamond; a dash without a side. Says nothing by itself. */
export function SideGlyph(props: { side: SideShape; class?: string }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" class={classes(styles[props.side ?? 'none'], props.class)}>
      <Switch fallback={<rect x="1" y="5" width="10" height="2" rx="1" fill="currentColor" />}>
        <Match when={props.side === 'central'}>
          <rect x="0.5" y="0.5" width="11" height="11" rx="1.6" fill="currentColor" />
        </Match>
        <Match when={props.side === 'local'}>
          <circle cx="6" cy="6" r="5.6" fill="currentColor" />
        </Match>
        <Match when={props.side === 'other'}>
          <path d="M6 0 12 6 6 12 0 6Z" fill="currentColor" />
        </Match>
      </Switch>
    </svg>
  )
}

/** A side by shape, word and colour: "● Local". With `labelHidden` the word is only heard. */
export function SideMark(props: { side: SideShape; label: string; labelHidden?: boolean; class?: string }) {
  return (
    <span class={classes(styles.side, styles[props.side ?? 'none'], props.class)}>
      <SideGlyph side={props.side} />
      <Show when={props.labelHidden} fallback={<bdi class={styles.wraps}>{props.label}</bdi>}>
        <VisuallyHidden>{props.label}</VisuallyHidden>
      </Show>
    </span>
  )
}

/** How many on a side: seen "● 6 notes", heard "6 notes, Local". */
export function SideCount(props: { side: SideShape; label: string; text: string; class?: string }) {
  return (
    <span class={classes(styles.side, styles[props.side ?? 'none'], props.class)}>
      <SideGlyph side={props.side} />
      <span>{props.text}</span>
      <VisuallyHidden>, {props.label}</VisuallyHidden>
    </span>
  )
}

export type KindShape = 'barrier' | 'proposal' | 'theme'

const KIND_ICON = { barrier: Construction, proposal: ArrowUp, theme: Tag } as const

/** Only the icon of a cluster's kind. */
export function KindGlyph(props: { kind: KindShape; class?: string }): JSX.Element {
  return <Dynamic component={KIND_ICON[props.kind]} aria-hidden="true" class={props.class} />
}

/** A cluster's kind by icon, word and colour. */
export function KindMark(props: { kind: KindShape; label: string; class?: string }) {
  return (
    <span class={classes(styles.kind, styles[props.kind], props.class)}>
      <KindGlyph kind={props.kind} />
      {props.label}
    </span>
  )
}
