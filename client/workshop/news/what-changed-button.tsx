import ClockFading from 'lucide-solid/icons/clock-fading'
import { Show } from 'solid-js'
import { newsText } from '../../text/news'
import { Button } from '../../ui/button'
import { classes } from '../../ui/classes'
import { useCanvasNews } from './create-news'
import styles from './what-changed.module.css'

/** "What changed, 6 since you looked". Where no canvas is followed there is none. `short`: only its icon and the count are seen. */
export function WhatChangedButton(props: { class?: string; short?: boolean }) {
  const news = useCanvasNews()
  return (
    <Show when={news?.canvasId() !== undefined && news}>
      {(now) => (
        <Button
          small
          kind="quiet"
          class={classes(styles.button, props.class)}
          icon={<ClockFading />}
          aria-label={newsText.since(now().count())}
          title={props.short ? newsText.button : undefined}
          onClick={() => now().panel.show()}
        >
          <Show when={!props.short}>{newsText.button}</Show>
          <Show when={now().count() > 0}>
            <span class={styles.count}>{newsText.countShort(now().count())}</span>
          </Show>
        </Button>
      )}
    </Show>
  )
}
