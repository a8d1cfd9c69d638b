import { For, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { ReadingPart, ReadingText } from '../text/pages'
import { createPageTitle } from '../ui/page-title'
import { PageHeader } from '../ui/shell'
import { PageFrame } from './page-frame'
import styles from './reading-page.module.css'

/** A page that is only read: headings with paragraphs and lists. */
export function ReadingPage(props: { text: ReadingText }) {
  createPageTitle(() => props.text.pageTitle ?? props.text.title)
  return (
    <PageFrame>
      <PageHeader title={props.text.title} lead={props.text.lead} />
      <div class={styles.text}>
        <For each={props.text.parts}>{(part) => <Part part={part} level={2} />}</For>
      </div>
    </PageFrame>
  )
}

function Part(props: { part: ReadingPart; level: 2 | 3 }) {
  return (
    <section>
      <Dynamic component={`h${props.level}`}>{props.part.heading}</Dynamic>
      <For each={props.part.paragraphs}>{(paragraph) => <p>{paragraph}</p>}</For>
      <Show when={props.part.steps}>
        <ol>
          <For each={props.part.steps}>{(step) => <li>{step}</li>}</For>
        </ol>
      </Show>
      <Show when={props.part.points}>
        <ul>
          <For each={props.part.points}>{(point) => <li>{point}</li>}</For>
        </ul>
      </Show>
      <For each={props.part.links}>
        {(link) => (
          <p>
            <Show when={link.href} fallback={link.label}>
              {(href) => <a href={href()}>{link.label}</a>}
            </Show>
          </p>
        )}
      </For>
      <For each={props.part.after}>{(paragraph) => <p>{paragraph}</p>}</For>
      <For each={props.part.under}>{(part) => <Part part={part} level={3} />}</For>
    </section>
  )
}
