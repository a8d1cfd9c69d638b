import { For, Show } from 'solid-js'
import { allClusters } from '../../shared/domain/canvas-view'
import type { ClusterId } from '../../shared/domain/ids'
import { boardText as text } from '../text/board'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { KindMark } from '../ui/mark'
import type { BoardActs } from './board-acts'
import styles from './board-dialogs.module.css'
import type { Board } from './create-board'
import { clusterTitle, containerName } from './describe-item'
import type { Dialogs } from './dialogs'

/** Which other cluster takes the notes of this one. */
export function MergeDialog(props: { board: Board; acts: BoardActs; dialogs: Dialogs; cluster: string | undefined }) {
  const others = () => allClusters(props.board.canvas.view).filter(({ id }) => id !== props.cluster)
  const merge = (into: ClusterId, title: string) => {
    const from = props.cluster as ClusterId
    props.dialogs.close()
    if (!props.acts.open([from, into])) return
    const edit = props.board.canvas.edits.mergeClusters(from, into)
    if (!edit) return
    props.board.control()?.select([into])
    props.acts.undoable(edit, text.merge.done(title))
  }
  return (
    <Dialog
      open={props.cluster !== undefined}
      onClose={props.dialogs.close}
      title={text.merge.title(containerName(props.board.canvas.view, props.cluster ?? null))}
      description={text.merge.explain}
      size="medium"
    >
      <Show when={others().length > 0} fallback={<p class={styles.quiet}>{text.merge.none}</p>}>
        <div class={styles.places}>
          <For each={others()}>
            {(other) => (
              <Button kind="quiet" class={styles.place} onClick={() => merge(other.id, clusterTitle(other))}>
                <KindMark kind={other.kind} label={`${text.kinds[other.kind]}: `} />
                <span>{clusterTitle(other)}</span>
                <span>{text.notes(other.notes.length)}</span>
              </Button>
            )}
          </For>
        </div>
      </Show>
    </Dialog>
  )
}
