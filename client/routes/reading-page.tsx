import { For, Show } from 'solid-js'
import type { ReadingText } from '../text/pages'
import { createPageTitle } from '../ui/page-title'
import { PageHeader } from '../ui/shell'
import { PageFrame } from './page-frame'
import styles from './reading-page.module.css'

/** A page that is only read: headings with paragraphs and lists. */
export function ReadingPage(props: { text: ReadingText }) {
  createPageTitle(() => props.text.title)
  return (
    <PageFrame>
      <PageHeader title={props.text.title} lead={props.text.lead} />
      <div class={styles.text}>
        <For each={props.text.parts}>
          {(part) => (
            <section>
              <h2>{part.heading}</h2>
              <For each={part.paragraphs}>{(paragraph) => <p>{paragraph}</p>}</For>
              <Show when={part.steps}>
                <ol>
                  <For each={part.steps}>{(step) => <li>{step}</li>}</For>
                </ol>
              </Show>
              <Show when={part.points}>
                <ul>
                  <For each={part.points}>{(point) => <li>{point}</li>}</For>
                </ul>
              </Show>
            </section>
          )}
        </For>
      </div>
    </PageFrame>
  )
}
