import { createSignal, For, Show } from 'solid-js'
import { allClusters } from '../../shared/domain/canvas-view'
import type { ClusterId } from '../../shared/domain/ids'
import { outlineText } from '../text/outline'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/choice'
import { ConfirmDialog, Dialog } from '../ui/dialog'
import { FieldGroup } from '../ui/field'
import { announce } from '../ui/live-region'
import { SideMark } from '../ui/mark'
import { findCluster } from '../workshop/canvas-spots'
import type { PastedLines } from '../workshop/paste-lines'
import { bringIntoView } from './note-actions'
import styles from './outline.module.css'
import { useOutline } from './outline-context'
import { startOf, titleOf } from './places'

/** Which barriers a proposal answers. */
export function LinkDialog(props: { id: ClusterId }) {
  const outline = useOutline()
  const words = outlineText.link
  const barriers = () => allClusters(outline.canvas.view).filter((cluster) => cluster.kind === 'barrier')
  const [chosen, setChosen] = createSignal<readonly ClusterId[]>(
    findCluster(outline.canvas.view, props.id)?.cluster.addresses ?? [],
  )
  const choose = (id: ClusterId, on: boolean) =>
    setChosen((all) => (on ? [...all, id] : all.filter((one) => one !== id)))
  const save = () => {
    const live = chosen().filter((id) => barriers().some((barrier) => barrier.id === id))
    outline.canvas.edits.linkBarriers(props.id, live)
    announce(words.saved(live.length))
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
                checked={chosen().includes(barrier.id)}
                onChecked={(on) => choose(barrier.id, on)}
              />
            )}
          </For>
        </FieldGroup>
      </Show>
    </Dialog>
  )
}

/** What was deleted, to be put back one by one. For facilitators. */
export function BinDialog() {
  const outline = useOutline()
  const words = outlineText.bin
  return (
    <Dialog open size="medium" title={words.title} description={words.explain} onClose={() => outline.show(undefined)}>
      <Show when={outline.canvas.view.bin.length > 0} fallback={<p>{words.none}</p>}>
        <ul class="plain-list">
          <For each={outline.canvas.view.bin}>
            {(item) => (
              <li class={styles.binItem}>
                <div>
                  <p>{item.text.trim() || outlineText.emptyNote}</p>
                  <p class={styles.by}>
                    {item.is === 'note' ? (
                      <SideMark side={item.side} label={outline.sideWords(item.side)} />
                    ) : (
                      words.heading(item.kind)
                    )}
                  </p>
                </div>
                <Button
                  small
                  aria-label={words.putBackNamed(startOf(item.text))}
                  onClick={() => {
                    outline.canvas.edits.putBack(item)
                    announce(words.done)
                  }}
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

const PREVIEWED = 5

/** Asks before one paste becomes many notes. */
export function PasteDialog(props: { lines: PastedLines }) {
  const outline = useOutline()
  const words = outlineText.paste
  const notes = () => props.lines.notes
  const add = () => {
    const target = outline.target()
    const made = outline.addNotes(notes())
    if (target && made.length > 0) announce(words.added(made.length, target.words))
    outline.show(undefined, outline.returnFocus)
    bringIntoView(made.at(-1))
  }
  return (
    <ConfirmDialog
      open
      title={words.title(notes().length)}
      description={words.explain(outline.target()?.words ?? '')}
      confirmLabel={words.confirm(notes().length)}
      cancelLabel={words.cancel}
      onConfirm={add}
      onCancel={() => outline.show(undefined)}
    >
      <ul class={styles.preview}>
        <For each={notes().slice(0, PREVIEWED)}>{(line) => <li>{line}</li>}</For>
      </ul>
      <Show when={notes().length > PREVIEWED}>
        <p>{words.more(notes().length - PREVIEWED)}</p>
      </Show>
      <Show when={props.lines.tooMany > 0}>
        <p>{words.tooMany(props.lines.tooMany)}</p>
      </Show>
      <Show when={props.lines.tooLong > 0}>
        <p>{words.tooLong(props.lines.tooLong)}</p>
      </Show>
    </ConfirmDialog>
  )
}
