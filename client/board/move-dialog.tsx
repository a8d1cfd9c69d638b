import { createMemo, createSignal, For, Show } from 'solid-js'
import type { SectionView } from '../../shared/domain/canvas-view'
import type { ClusterId, SectionId } from '../../shared/domain/ids'
import { staysPut } from '../../shared/layout/spot-at'
import { boardText as text } from '../text/board'
import { itemsText } from '../text/items'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { announce } from '../ui/live-region'
import { KindMark } from '../ui/mark'
import { TextField } from '../ui/text-field'
import type { BoardActs } from './board-acts'
import styles from './board-dialogs.module.css'
import type { Board } from './create-board'
import { clusterTitle, sectionTitle } from './describe-item'
import type { Dialogs, Moving } from './dialogs'
import { createMixedActs } from './mixed-acts'
import { countsOf } from './moved-together'

type Props = { board: Board; acts: BoardActs; dialogs: Dialogs; moving: Moving | undefined }

/** Where to, without a drag: every cluster and section, in reading order, found by typing. */
export function MoveDialog(props: Props) {
  return (
    <Dialog open={props.moving !== undefined} onClose={props.dialogs.close} title={titleOf(props)} size="medium">
      <Show when={props.moving} keyed>
        {(moving) => <Places {...props} moving={moving} />}
      </Show>
    </Dialog>
  )
}

function titleOf({ board, moving }: Props): string {
  if (moving?.is === 'cluster') return text.move.cluster
  if (moving?.is === 'notes' && moving.ids.length === 1) return text.move.one
  return text.move.many(itemsText(countsOf(board.drawing().layout, moving?.ids ?? [])))
}

function Places(props: Props & { moving: Moving }) {
  const [sought, setSought] = createSignal('')
  const { edits } = props.board.canvas
  const matches = (words: string) => words.toLocaleLowerCase().includes(sought().trim().toLocaleLowerCase())
  const done = (place: string) => {
    props.dialogs.close()
    announce(text.move.done(place))
  }
  const moveNotes = (container: SectionId | ClusterId, place: string) => {
    if (props.moving.is !== 'notes' || !props.acts.open([container, ...props.moving.ids])) return
    const spot = edits.endOf(container)
    const isThere = staysPut(props.acts.view(), props.moving.ids, spot)
    if (isThere || edits.moveNotes(props.moving.ids, spot)) done(place)
    else props.dialogs.close()
  }
  const moveCluster = (section: SectionView) => {
    if (props.moving.is !== 'cluster' || !props.acts.open([section.id, props.moving.id])) return
    if (edits.moveCluster(props.moving.id as ClusterId, edits.endOfSection(section.id))) done(sectionTitle(section))
    else props.dialogs.close()
  }
  const mixed = createMixedActs(props.board, props.acts)
  const moveItems = (section: SectionView) => {
    if (props.moving.is !== 'items' || !props.acts.open([section.id])) return
    const ids = props.board.movable(props.moving.ids)
    const stays = props.moving.ids.filter((id) => !ids.includes(id))
    const moved = mixed.moveTo(section.id, ids)
    mixed.tellStays(stays)
    if (moved) done(sectionTitle(section))
    else props.dialogs.close()
  }
  const newCluster = (section: SectionView) => {
    if (props.moving.is !== 'notes' || !props.acts.open([section.id, ...props.moving.ids])) return
    const notes = props.moving.ids
    props.dialogs.close()
    const id = edits.addCluster({ kind: section.kind, spot: edits.endOfSection(section.id), notes })
    // the dialog gives focus back first
    if (id) setTimeout(() => props.board.control()?.edit(id))
  }
  const sections = createMemo(() =>
    props.board.canvas.view.sections.filter(
      (section) => matches(section.title) || section.clusters.some((cluster) => matches(cluster.title)),
    ),
  )
  return (
    <>
      <TextField label={text.move.find} value={sought()} onValue={setSought} type="search" autocomplete="off" />
      <Show when={sections().length > 0} fallback={<p class={styles.quiet}>{text.move.none}</p>}>
        <div class={styles.places}>
          <For each={sections()}>
            {(section) => (
              <Show
                when={props.moving.is === 'notes'}
                fallback={
                  <Button
                    kind="quiet"
                    class={styles.place}
                    onClick={() => (props.moving.is === 'items' ? moveItems(section) : moveCluster(section))}
                  >
                    <span>{sectionTitle(section)}</span>
                    <span>{text.clusters(section.clusters.length)}</span>
                  </Button>
                }
              >
                <p class={styles.group}>{sectionTitle(section)}</p>
                <For each={section.clusters.filter((cluster) => matches(cluster.title) || matches(section.title))}>
                  {(cluster) => (
                    <Button
                      kind="quiet"
                      class={styles.place}
                      onClick={() => moveNotes(cluster.id, clusterTitle(cluster))}
                    >
                      <KindMark kind={cluster.kind} label={`${text.kinds[cluster.kind]}: `} />
                      <span>{clusterTitle(cluster)}</span>
                      <span>{text.notes(cluster.notes.length)}</span>
                    </Button>
                  )}
                </For>
                <Button kind="quiet" class={styles.place} onClick={() => moveNotes(section.id, sectionTitle(section))}>
                  <span>{text.move.notSortedIn(sectionTitle(section))}</span>
                  <span>{text.notes(section.notes.length)}</span>
                </Button>
                <Button kind="quiet" class={styles.place} onClick={() => newCluster(section)}>
                  <span>{text.move.newIn(section.kind, sectionTitle(section))}</span>
                  <span />
                </Button>
              </Show>
            )}
          </For>
        </div>
      </Show>
    </>
  )
}
