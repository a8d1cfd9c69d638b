import { createUniqueId, Show } from 'solid-js'
import type { NoteView } from '../../shared/domain/canvas-view'
import { sideName } from '../../shared/domain/side'
import { sortingText as words } from '../text/sorting'
import { classes } from '../ui/classes'
import { SideMark } from '../ui/mark'
import { InlineNotice } from '../ui/notice'
import type { Sorting } from './create-sorting'
import styles from './sorting.module.css'
import { groupTitle } from './titles'

/** The note, large, in its side's colours; below it what others do with it meanwhile. */
export function NoteCard(props: { sorting: Sorting; note: NoteView }) {
  const aboutId = createUniqueId()
  const side = () => {
    const names = props.sorting.workshop.stage.workshop?.sides
    return props.note.side && names ? sideName(props.note.side, names) : words.noSide
  }
  const section = () => {
    const standing = props.sorting.standing()
    return standing?.is === 'waits' && groupTitle(standing.group)
  }
  return (
    <div class={styles.before}>
      <article class={classes(styles.note, styles[props.note.side ?? 'none'])}>
        {/* scrolled by keys where it is longer than the screen */}
        <h3 class={styles.text} tabindex="-1" data-turn aria-describedby={aboutId} dir="auto">
          {props.note.text}
        </h3>
        <p class={styles.about} id={aboutId}>
          <SideMark side={props.note.side} label={side()} />
          <Show when={section()}>{(title) => <span>{title()}</span>}</Show>
        </p>
      </article>
      {/* read out where it is told, in create-sorting and others-sorting */}
      <Show when={props.sorting.news()}>
        {(news) => (
          <InlineNotice tone="warn" title={news()}>
            <Show when={props.sorting.mayAnswer()}>{words.putStill}</Show>
          </InlineNotice>
        )}
      </Show>
      <Show when={!props.sorting.news() && props.sorting.alsoHere().length > 0}>
        <InlineNotice>{words.alsoHere(props.sorting.alsoHere())}</InlineNotice>
      </Show>
    </div>
  )
}
