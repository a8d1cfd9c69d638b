import { Key } from '@solid-primitives/keyed'
import { createEffect, Show } from 'solid-js'
import { allNotes, type ClusterView, type NoteView, type SectionView } from '../../shared/domain/canvas-view'
import { showText } from '../text/show'
import { classes } from '../ui/classes'
import { SideGlyph } from '../ui/mark'
import type { Canvas } from '../workshop/contract'
import styles from './canvas-columns.module.css'

/** The canvas in words, where the board is switched off: a column for each section, smaller the more there is. */
export function CanvasColumns(props: { canvas: Canvas; look: string | null }) {
  const size = () => {
    const count = allNotes(props.canvas.view).length
    if (count < 16) return undefined
    return count < 60 ? styles.many : styles.most
  }
  return (
    <div class={classes(styles.columns, size())}>
      <Key each={props.canvas.view.sections} by="id">
        {(section) => <Section section={section()} look={props.look} />}
      </Key>
    </div>
  )
}

function Section(props: { section: SectionView; look: string | null }) {
  return (
    <section ref={(element) => followed(element, () => props.look === props.section.id)} class={styles.section}>
      <h2 class={styles.title} dir="auto">
        {props.section.title || showText.untitledSection}
      </h2>
      <Key each={props.section.clusters} by="id">
        {(cluster) => <Cluster cluster={cluster()} look={props.look} />}
      </Key>
      <Notes notes={props.section.notes} />
    </section>
  )
}

function Cluster(props: { cluster: ClusterView; look: string | null }) {
  const isLookedAt = () => props.look === props.cluster.id
  return (
    <section
      ref={(element) => followed(element, isLookedAt)}
      class={classes(styles.cluster, styles[props.cluster.kind], isLookedAt() && styles.looked)}
    >
      <h3 class={styles.heading}>{props.cluster.title || showText.untitled}</h3>
      <Notes notes={props.cluster.notes} />
    </section>
  )
}

function Notes(props: { notes: readonly NoteView[] }) {
  return (
    <Show when={props.notes.length > 0}>
      <ul class={`plain-list ${styles.notes}`}>
        <Key each={props.notes} by="id">
          {(note) => (
            <li class={styles.note}>
              <Show when={note().side}>{(side) => <SideGlyph side={side()} class={styles.side} />}</Show>
              <span dir="auto">{note().text}</span>
            </li>
          )}
        </Key>
      </ul>
    </Show>
  )
}

/** Brought into view when everybody is to look at it. */
function followed(element: HTMLElement, isLookedAt: () => boolean): void {
  createEffect(() => {
    if (isLookedAt()) element.scrollIntoView({ block: 'nearest' })
  })
}
