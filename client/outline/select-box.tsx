import type { NoteView } from '../../shared/domain/canvas-view'
import { selectionText } from '../text/selection'
import { selectId, useOutline } from './outline-context'
import { startOf } from './places'
import styles from './selection.module.css'

/** Chooses a note; with Shift, by press or Space, everything from the one chosen before it. */
export function SelectBox(props: { note: NoteView }) {
  const { selection } = useOutline()
  return (
    <label class={styles.box}>
      <input
        type="checkbox"
        id={selectId(props.note.id)}
        aria-label={selectionText.named(startOf(props.note.text))}
        checked={selection.has(props.note.id)}
        onClick={(event) =>
          selection.choose(props.note.id, { chosen: event.currentTarget.checked, range: event.shiftKey })
        }
      />
    </label>
  )
}
