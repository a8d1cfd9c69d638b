import type { Listed } from './as-listed'
import { selectId, useOutline } from './outline-context'
import styles from './selection.module.css'

/** Chooses an item; with Shift, by press or Space, everything of its kind from the one chosen before it. */
export function SelectBox(props: { is: Listed['is']; id: Listed['id']; label: string }) {
  const { selection } = useOutline()
  return (
    <label class={styles.box}>
      <input
        type="checkbox"
        id={selectId(props.id, props.is)}
        aria-label={props.label}
        checked={selection.has(props.id)}
        onClick={(event) => selection.choose(props, { chosen: event.currentTarget.checked, range: event.shiftKey })}
      />
    </label>
  )
}
