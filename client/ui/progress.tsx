import { createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { classes } from './classes'
import { SideMark, type SideShape } from './mark'
import styles from './progress.module.css'

/** Where one is in a row of steps. `current` counts from 1; `label` says the same in words: "Step 3 of 7". */
export function StepDots(props: { current: number; total: number; label: string; class?: string }) {
  return (
    <span role="img" aria-label={props.label} class={classes(styles.dots, props.class)}>
      <For each={Array.from({ length: props.total }, (_, index) => index + 1)}>
        {(step) => (
          <span
            class={classes(styles.dot, step < props.current && styles.done, step === props.current && styles.now)}
          />
        )}
      </For>
    </span>
  )
}

/** A bar with its number beside it in text: the bar itself says nothing new, so screen readers pass it by. */
export function Meter(props: {
  label: string
  value: number
  max: number
  /** The number as read: "3", "11 of 14". The value unless said otherwise. */
  text?: JSX.Element
  /** Gives the bar and the label the mark and colour of a side. */
  side?: SideShape
}) {
  const percent = () => (props.max > 0 ? Math.min(100, Math.max(0, (props.value / props.max) * 100)) : 0)
  return (
    <div class={styles.meter}>
      <Show when={props.side !== undefined} fallback={<span>{props.label}</span>}>
        <SideMark side={props.side ?? null} label={props.label} />
      </Show>
      <span class={styles.track} aria-hidden="true">
        <div
          class={classes(styles.fill, props.side && styles[props.side])}
          style={{ 'inline-size': `${percent()}%` }}
        />
      </span>
      <span class={styles.number}>{props.text ?? props.value}</span>
    </div>
  )
}

const SAY_AFTER_MS = 600

/** Something is on its way. Nothing is seen or said for half a second, so that what is quick does not flicker. */
export function Loading(props: { label: string }) {
  const [said, setSaid] = createSignal('')
  onMount(() => {
    const timer = setTimeout(() => setSaid(props.label), SAY_AFTER_MS)
    onCleanup(() => clearTimeout(timer))
  })
  return (
    <div class={styles.loading} role="status">
      <span class={styles.ring} aria-hidden="true" />
      <span>{said()}</span>
    </div>
  )
}

/** Grey lines where text will be. Put a `Loading` or heading beside it: screen readers get nothing from it. */
export function Skeleton(props: { lines?: number }) {
  return (
    <div class={styles.skeleton} aria-hidden="true">
      <For each={Array.from({ length: props.lines ?? 3 })}>{() => <div class={styles.bone} />}</For>
    </div>
  )
}
