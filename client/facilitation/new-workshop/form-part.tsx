import { createUniqueId, type ParentProps } from 'solid-js'
import { Card } from '../../ui/layout'
import styles from './form-part.module.css'

/** One group of questions: what it is for on the left, the questions on the right; below each other where it is narrow. */
export function FormPart(props: ParentProps<{ heading: string; lead: string }>) {
  const id = `part-${createUniqueId()}`
  return (
    <section class={styles.part} aria-labelledby={id}>
      <div class={styles.about}>
        <h2 id={id} class={styles.heading}>
          {props.heading}
        </h2>
        <p class={styles.lead}>{props.lead}</p>
      </div>
      <Card>{props.children}</Card>
    </section>
  )
}
