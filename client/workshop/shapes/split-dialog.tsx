import { createSignal, For, Show, untrack } from 'solid-js'
import type { ClusterView } from '../../../shared/domain/canvas-view'
import type { NoteId } from '../../../shared/domain/ids'
import { LIMITS } from '../../../shared/protocol/limits'
import { shapesText } from '../../text/shapes'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/choice'
import { Dialog } from '../../ui/dialog'
import { FieldGroup } from '../../ui/field'
import { TextField } from '../../ui/text-field'
import { createKeptField, formKey } from '../kept-texts'
import { useWorkshop } from '../workshop-context'
import styles from './shapes.module.css'

const words = shapesText.split

/** Which notes of a cluster become one of their own. The way that needs no selection on the board. */
export function SplitDialog(props: {
  cluster: ClusterView
  title: string
  onSplit: (notes: readonly NoteId[], title: string) => void
  onClose: () => void
}) {
  const [chosen, setChosen] = createSignal<readonly NoteId[]>([])
  const [title, setTitle] = createKeptField(
    formKey(useWorkshop().me().id, `split/${untrack(() => props.cluster.id)}`),
    '',
  )
  /** Somebody may have moved some of them away meanwhile. */
  const going = () => props.cluster.notes.flatMap((note) => (chosen().includes(note.id) ? note.id : []))
  const refused = () => {
    if (going().length === 0) return words.none
    return going().length === props.cluster.notes.length ? words.all : undefined
  }
  const [told, setTold] = createSignal(false)
  const choose = (id: NoteId, on: boolean) => setChosen((ids) => (on ? [...ids, id] : ids.filter((one) => one !== id)))
  const split = () => {
    setTold(true)
    if (refused() === undefined) props.onSplit(going(), title().trim())
  }
  return (
    <Dialog
      open
      size="medium"
      title={words.title(props.title)}
      description={words.explain}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{words.cancel}</Button>
          <Button kind="main" onClick={split}>
            {words.confirm(going().length)}
          </Button>
        </>
      }
    >
      <div class={styles.fields}>
        <TextField
          label={words.name}
          hint={words.nameHint}
          value={title()}
          onValue={(value) => setTitle(value.slice(0, LIMITS.clusterTitle))}
          autocomplete="off"
        />
        <FieldGroup label={words.which} error={told() ? refused() : undefined}>
          <div class={styles.choices}>
            <For each={props.cluster.notes}>
              {(note) => (
                <Checkbox
                  label={note.text.trim() || words.emptyNote}
                  checked={chosen().includes(note.id)}
                  onChecked={(on) => choose(note.id, on)}
                />
              )}
            </For>
          </div>
        </FieldGroup>
        <Show when={told() ? refused() : undefined}>
          {(why) => (
            <p role="alert" class={styles.quiet}>
              {why()}
            </p>
          )}
        </Show>
      </div>
    </Dialog>
  )
}
