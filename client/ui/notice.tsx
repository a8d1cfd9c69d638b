import CircleAlert from 'lucide-solid/icons/circle-alert'
import CircleCheck from 'lucide-solid/icons/circle-check'
import Info from 'lucide-solid/icons/info'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { type JSX, type ParentProps, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { classes } from './classes'
import { SideGlyph, type SideShape } from './mark'
import styles from './notice.module.css'
import { VisuallyHidden } from './visually-hidden'

export type NoticeTone = 'info' | 'warn' | 'danger' | 'good'

const ICON = { info: Info, warn: TriangleAlert, danger: CircleAlert, good: CircleCheck } as const

/** A message inside the page. `live` reads it out when it appears: politely, or at once. */
export function InlineNotice(
  props: ParentProps<{
    tone?: NoticeTone
    title?: JSX.Element
    actions?: JSX.Element
    live?: 'polite' | 'alert'
    class?: string
  }>,
) {
  const tone = () => props.tone ?? 'info'
  const role = () => (props.live === undefined ? undefined : props.live === 'alert' ? 'alert' : 'status')
  return (
    <div role={role()} class={classes(styles.notice, styles[tone()], props.class)}>
      <Dynamic component={ICON[tone()]} aria-hidden="true" />
      <div class={styles.text}>
        <Show when={props.title}>{(title) => <p class={styles.title}>{title()}</p>}</Show>
        <div>{props.children}</div>
        <Show when={props.actions}>{(actions) => <div class={styles.actions}>{actions()}</div>}</Show>
      </div>
    </div>
  )
}

/** Nothing here yet, and what to do first. `level` makes the title a heading. */
export function EmptyState(
  props: ParentProps<{ title: JSX.Element; icon?: JSX.Element; actions?: JSX.Element; level?: 2 | 3 }>,
) {
  return (
    <div class={styles.empty}>
      {props.icon}
      <Dynamic component={props.level ? `h${props.level}` : 'p'} class={styles.emptyTitle}>
        {props.title}
      </Dynamic>
      <Show when={props.children}>{(children) => <div class={styles.emptyText}>{children()}</div>}</Show>
      <Show when={props.actions}>{(actions) => <div class={styles.actions}>{actions()}</div>}</Show>
    </div>
  )
}

/** A person: shape of the side, name, organisation. No pictures: they help nobody here and some are made uneasy. */
export function PersonChip(props: {
  name: string
  detail?: JSX.Element
  side?: SideShape
  /** The side in words, heard after the name. */
  sideLabel?: string
  class?: string
}) {
  return (
    <span class={classes(styles.person, props.class)}>
      <span class={styles.personName}>
        <Show when={props.side !== undefined}>
          <SideGlyph side={props.side ?? null} />
        </Show>
        <bdi>{props.name}</bdi>
        <Show when={props.sideLabel}>
          <VisuallyHidden>, {props.sideLabel}</VisuallyHidden>
        </Show>
      </span>
      <Show when={props.detail}>{(detail) => <span class={styles.personDetail}>{detail()}</span>}</Show>
    </span>
  )
}
