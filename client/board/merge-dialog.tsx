import { For, Show } from 'solid-js'
import { allClusters } from '../../shared/domain/canvas-view'
import type { ClusterId } from '../../shared/domain/ids'
import { boardText as text } from '../text/board'
import { mergingText } from '../text/items'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { KindMark } from '../ui/mark'
import { mergeSeveral } from '../workshop/several'
import type { BoardActs } from './board-acts'
import styles from './board-dialogs.module.css'
import type { Board } from './create-board'
import { clusterTitle, containerName } from './describe-item'
import type { Dialogs } from './dialogs'

type Props = { board: Board; acts: BoardActs; dialogs: Dialogs; clusters: readonly ClusterId[] | undefined }

/** Which other cluster takes the notes of this one; of several, which of them stays. */
export function MergeDialog(props: Props) {
  const chosen = () => props.clusters ?? []
  const isOfSeveral = () => chosen().length > 1
  const others = () => allClusters(props.board.canvas.view).filter(({ id }) => chosen().includes(id) === isOfSeveral())
  const merge = (into: ClusterId, title: string) => {
    const all = chosen()
    props.dialogs.close()
    if (!props.acts.open(all.length > 1 ? [into] : [...all, into])) return
    const edit = mergeSeveral(props.board, all, into)
    if (!edit) return
    props.board.control()?.select([into])
    props.acts.undoable(edit, text.merge.done(title))
  }
  return (
    <Dialog
      open={props.clusters !== undefined}
      onClose={props.dialogs.close}
      title={
        isOfSeveral()
          ? mergingText.title(chosen().length)
          : text.merge.title(containerName(props.board.canvas.view, chosen()[0] ?? null))
      }
      description={isOfSeveral() ? mergingText.explain : text.merge.explain}
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
