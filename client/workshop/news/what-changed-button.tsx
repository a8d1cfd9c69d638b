import ClockFading from 'lucide-solid/icons/clock-fading'
import { Show } from 'solid-js'
import { newsText } from '../../text/news'
import { Button } from '../../ui/button'
import { classes } from '../../ui/classes'
import { useCanvasNews } from './create-news'
import styles from './what-changed.module.css'

/** "What changed, 6 since you looked". Where no canvas is followed there is none. */
export function WhatChangedButton(props: { class?: string }) {
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
          onClick={() => now().panel.show()}
        >
          {newsText.button}
          <Show when={now().count() > 0}>
            <span class={styles.count}>{newsText.countShort(now().count())}</span>
          </Show>
        </Button>
      )}
    </Show>
  )
}
