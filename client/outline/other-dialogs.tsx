import { For, Show, untrack } from 'solid-js'
import { allClusters, type BinnedView } from '../../shared/domain/canvas-view'
import type { ClusterId, NoteId } from '../../shared/domain/ids'
import { drawingText } from '../text/drawings'
import { intakeText } from '../text/intake'
import { outlineText } from '../text/outline'
import { workshopText } from '../text/workshop'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/choice'
import { Dialog } from '../ui/dialog'
import { FieldGroup } from '../ui/field'
import { announce } from '../ui/live-region'
import { SideMark } from '../ui/mark'
import { findCluster } from '../workshop/canvas-spots'
import { drawnWords } from '../workshop/drawings/drawing-words'
import type { Intake } from '../workshop/intake/intake'
import { IntakeDialog } from '../workshop/intake/intake-dialog'
import { focusBeside, putBack } from '../workshop/put-back'
import { SplitDialog } from '../workshop/shapes/split-dialog'
import { createTicked } from '../workshop/ticked'
import { splitCluster } from './cluster-actions'
import { bringIntoView, sayAdded } from './note-actions'
import { useOutline } from './outline-context'
import styles from './outline-dialogs.module.css'
import { startOf, titleOf } from './places'

/** Which barriers a proposal answers. */
export function LinkDialog(props: { id: ClusterId }) {
  const outline = useOutline()
  const words = outlineText.link
  const barriers = () => allClusters(outline.canvas.view).filter((cluster) => cluster.kind === 'barrier')
  const ticked = createTicked(() => findCluster(outline.canvas.view, props.id)?.cluster.addresses ?? [])
  const save = () => {
    const live = ticked.of(barriers().map(({ id }) => id))
    if (outline.canvas.edits.linkBarriers(props.id, live)) announce(words.saved(live.length))
    outline.show(undefined)
  }
  return (
    <Dialog
      open
      size="small"
      title={words.title}
      onClose={() => outline.show(undefined)}
      actions={
        <>
          <Button onClick={() => outline.show(undefined)}>{words.cancel}</Button>
          <Button kind="main" onClick={save}>
            {words.save}
          </Button>
        </>
      }
    >
      <Show when={barriers().length > 0} fallback={<p>{words.none}</p>}>
        <FieldGroup label={words.title} labelHidden>
          <For each={barriers()}>
            {(barrier) => (
              <Checkbox
                label={titleOf(barrier)}
                checked={ticked.isOn(barrier.id)}
                onChecked={(on) => ticked.press(barrier.id, on)}
              />
            )}
          </For>
        </FieldGroup>
      </Show>
    </Dialog>
  )
}

/** Which notes of a cluster become one of their own. */
export function SplitClusterDialog(props: { id: ClusterId }) {
  const outline = useOutline()
  const cluster = () => findCluster(outline.canvas.view, props.id)?.cluster
  return (
    <Show when={cluster()}>
      {(found) => (
        <SplitDialog
          cluster={found()}
          title={titleOf(found())}
          onClose={() => outline.show(undefined)}
          onSplit={(notes, title) => splitCluster(outline, { from: props.id, notes, title })}
        />
      )}
    </Show>
  )
}

/** What was deleted, to be put back one by one. For facilitators. */
export function BinDialog() {
  const outline = useOutline()
  const words = outlineText.bin
  const back = (item: BinnedView, button: HTMLElement) => {
    const goOn = focusBeside(button)
    const where = putBack(outline.canvas, item)
    if (where && item.is === 'note') sayAdded(outline, [item.id], { text: where })
    else announce(where ?? workshopText.notPutBack)
    if (where) goOn()
  }
  return (
    <Dialog open size="medium" title={words.title} description={words.explain} onClose={() => outline.show(undefined)}>
      <Show when={outline.canvas.view.bin.length > 0} fallback={<p>{words.none}</p>}>
        <ul class="plain-list">
          <For each={outline.canvas.view.bin}>
            {(item) => (
              <li class={styles.binItem}>
                <div>
                  <p dir="auto">
                    {item.is === 'drawing' ? drawnWords(item) : item.text.trim() || outlineText.emptyNote}
                  </p>
                  <p class={styles.by}>
                    {item.is === 'note' ? (
                      <SideMark side={item.side} label={outline.sideWords(item.side)} />
                    ) : item.is === 'drawing' ? (
                      drawingText.bin
                    ) : (
                      words.heading(item.kind)
                    )}
                  </p>
                </div>
                <Button
                  small
                  aria-label={words.putBackNamed(startOf(item.text))}
                  onClick={(event) => back(item, event.currentTarget)}
                >
                  {words.putBack}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Dialog>
  )
}

/** Asks before one paste or file becomes many notes. They go where the add bar writes, unless they say where. */
export function Intaking(props: { intake: Intake }) {
  const outline = useOutline()
  const target = untrack(outline.target)
  const privately = untrack(outline.isPrivate)
    ? (texts: string[]) => {
        const made = outline.addNotes(texts)
        if (target && made.length > 0) announce(intakeText.addedTo(made.length, target.words))
        bringIntoView(made.at(-1))
        return made
      }
    : undefined
  const added = (ids: NoteId[]) => {
    if (ids.length > 0) sayAdded(outline, ids, { text: intakeText.added(ids.length), undoable: true })
  }
  return (
    <Show when={target}>
      {(where) => (
        <IntakeDialog
          intake={props.intake}
          canvas={outline.canvas}
          spot={outline.canvas.edits.endOf(where().holder)}
          words={where().words}
          stay={intakeText.stayInField}
          privately={privately}
          added={added}
          onClose={() => outline.show(undefined)}
          returnFocusTo={outline.returnFocus}
        />
      )}
    </Show>
  )
}
