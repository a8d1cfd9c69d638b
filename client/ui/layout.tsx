import { type JSX, type ParentProps, splitProps } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { classes } from './classes'
import styles from './layout.module.css'

/** Steps of the spacing scale: 4, 8, 12, 16, 24, 32 px. */
export type Gap = 1 | 2 | 3 | 4 | 5 | 6

type Tag = 'div' | 'section' | 'article' | 'aside' | 'form' | 'ul' | 'ol' | 'li' | 'header' | 'footer' | 'p' | 'span'
type Base = JSX.HTMLAttributes<HTMLElement> & { as?: Tag }

/** Things below each other. */
export function Stack(props: ParentProps<Base & { gap?: Gap }>) {
  const [own, rest] = splitProps(props, ['as', 'gap', 'class'])
  return (
    <Dynamic
      component={own.as ?? 'div'}
      {...rest}
      class={classes(styles.stack, styles[`gap${own.gap ?? 4}`], own.class)}
    />
  )
}

/** Things beside each other; wraps where there is no room. */
export function Row(
  props: ParentProps<
    Base & {
      gap?: Gap
      align?: 'middle' | 'top' | 'bottom' | 'baseline'
      justify?: 'between' | 'end'
      nowrap?: boolean
    }
  >,
) {
  const [own, rest] = splitProps(props, ['as', 'gap', 'align', 'justify', 'nowrap', 'class'])
  return (
    <Dynamic
      component={own.as ?? 'div'}
      {...rest}
      class={classes(
        styles.row,
        styles[`gap${own.gap ?? 2}`],
        styles[own.align ?? 'middle'],
        own.justify && styles[own.justify],
        own.nowrap && styles.nowrap,
        own.class,
      )}
    />
  )
}

export type Tone = 'central' | 'local' | 'other' | 'barrier' | 'proposal' | 'theme' | 'plain'

const TONE_CLASS: Record<Tone, string | undefined> = {
  central: styles.toneCentral,
  local: styles.toneLocal,
  other: styles.toneOther,
  barrier: styles.toneBarrier,
  proposal: styles.toneProposal,
  theme: styles.toneTheme,
  plain: styles.tonePlain,
}

/** A sheet of paper. `edge` draws a thick line in the colour of `tone`, at the top or at the start. */
export function Card(
  props: ParentProps<Base & { small?: boolean; flush?: boolean; edge?: 'top' | 'start'; tone?: Tone }>,
) {
  const [own, rest] = splitProps(props, ['as', 'small', 'flush', 'edge', 'tone', 'class'])
  return (
    <Dynamic
      component={own.as ?? 'div'}
      {...rest}
      class={classes(
        styles.card,
        own.small && styles.small,
        own.flush && styles.flush,
        own.edge === 'top' && styles.edgeTop,
        own.edge === 'start' && styles.edgeStart,
        TONE_CLASS[own.tone ?? 'plain'],
        own.class,
      )}
    />
  )
}
