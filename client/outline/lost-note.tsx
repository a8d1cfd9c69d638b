import { onMount } from 'solid-js'
import type { NoteId } from '../../shared/domain/ids'
import { outlineText } from '../text/outline'
import { Button } from '../ui/button'
import { announce } from '../ui/live-region'
import styles from './outline.module.css'
import { useOutline } from './outline-context'

const words = outlineText.lost

/** Under a note that somebody else deleted while this person writes in it. */
export function LostNote(props: { id: NoteId }) {
  const outline = useOutline()
  onMount(() => announce(words.words))
  return (
    <div class={styles.panel}>
      <p class={styles.by}>{words.words}</p>
      <div class={styles.acts}>
        <Button small onClick={() => outline.canvas.edits.putBack({ is: 'note', id: props.id })}>
          {words.putBack}
        </Button>
      </div>
    </div>
  )
}
