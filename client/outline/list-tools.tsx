import ArchiveRestore from 'lucide-solid/icons/archive-restore'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import FileInput from 'lucide-solid/icons/file-input'
import ListChecks from 'lucide-solid/icons/list-checks'
import Redo from 'lucide-solid/icons/redo-2'
import SquareDashed from 'lucide-solid/icons/square-dashed'
import Undo from 'lucide-solid/icons/undo-2'
import { createSignal, createUniqueId, type JSX, Show } from 'solid-js'
import { intakeText } from '../text/intake'
import { outlineText } from '../text/outline'
import { selectionText } from '../text/selection'
import { Button, IconButton } from '../ui/button'
import { ImportFile } from '../workshop/intake/import-button'
import { COMPACT, createMediaQuery } from '../workshop/shell/media'
import { createFilterFold, FilterFields, FilterOpener } from './filter-bar'
import styles from './list-tools.module.css'
import { type Outline, SELECT_SWITCH } from './outline-context'
import { addSection } from './section-actions'
import { takeIn } from './take-in'

/**
 * [L70] What acts on the whole list. On a phone, where the notes come first, it is one row: search, undo and redo, and
 * behind one more press what is seldom wanted.
 */
export function ListTools(props: { outline: Outline }) {
  const compact = createMediaQuery(COMPACT)
  const fold = createFilterFold(props.outline)
  const id = createUniqueId()
  const [isOpened, setOpened] = createSignal(false)
  const mayEdit = () => props.outline.workshop.mayEdit() === 'yes' && props.outline.canvas.ready()
  // the switch of a selection stays where focus goes back to
  const isOpen = () => isOpened() || props.outline.selection.isOn()
  return (
    <div class={styles.all}>
      <div class={styles.row}>
        <Show when={compact() && props.outline.canvas.ready()}>
          <FilterOpener fold={fold} />
        </Show>
        <Show when={mayEdit()}>
          <section class={styles.tools} aria-label={outlineText.tools}>
            <UndoRedo outline={props.outline} compact={compact()} />
            <Show when={compact()} fallback={<OtherTools outline={props.outline} />}>
              <IconButton
                small
                label={outlineText.moreTools}
                aria-expanded={isOpen()}
                aria-controls={isOpen() ? id : undefined}
                onClick={() => setOpened(!isOpen())}
              >
                <Ellipsis aria-hidden="true" />
              </IconButton>
            </Show>
          </section>
        </Show>
      </div>
      <Show when={compact() && mayEdit() && isOpen()}>
        <section id={id} class={styles.tools} aria-label={outlineText.moreTools}>
          <OtherTools outline={props.outline} />
        </section>
      </Show>
      <Show when={props.outline.canvas.ready()}>
        <FilterFields fold={fold} />
      </Show>
    </div>
  )
}

/** In words, which say what would be undone; on a phone they are the names of two icons. */
function UndoRedo(props: { outline: Outline; compact: boolean }) {
  const { undo } = props.outline.canvas.edits
  return (
    <>
      <Act
        icon={<Undo aria-hidden="true" />}
        label={undo.undoLabel() ?? outlineText.undo}
        may={undo.undoLabel() !== undefined}
        compact={props.compact}
        onClick={() => undo.undo()}
      />
      <Act
        icon={<Redo aria-hidden="true" />}
        label={undo.redoLabel() ?? outlineText.redo}
        may={undo.redoLabel() !== undefined}
        compact={props.compact}
        onClick={() => undo.redo()}
      />
    </>
  )
}

function Act(props: { icon: JSX.Element; label: string; may: boolean; compact: boolean; onClick: () => void }) {
  const disabled = () => (props.may ? undefined : 'true')
  return (
    <Show
      when={props.compact}
      fallback={
        <Button
          small
          kind="quiet"
          class={styles.act}
          icon={props.icon}
          title={props.label}
          aria-disabled={disabled()}
          onClick={() => props.onClick()}
        >
          <span class={styles.words}>{props.label}</span>
        </Button>
      }
    >
      <IconButton small label={props.label} aria-disabled={disabled()} onClick={() => props.onClick()}>
        {props.icon}
      </IconButton>
    </Show>
  )
}

/** Bringing in, choosing several, and for facilitators new sections and what was deleted. */
function OtherTools(props: { outline: Outline }) {
  const binned = () => props.outline.canvas.view.bin.length
  return (
    <>
      <Show when={props.outline.may('add-note') && props.outline.target()}>
        <ImportFile
          onText={(words) => void takeIn(props.outline, words, { isFile: true })}
          button={(choose) => (
            <Button small kind="quiet" icon={<FileInput />} title={intakeText.fromFileTitle} onClick={choose}>
              {intakeText.fromFile}
            </Button>
          )}
        />
      </Show>
      <Button
        small
        kind="quiet"
        icon={<ListChecks />}
        id={SELECT_SWITCH}
        aria-pressed={props.outline.selection.isOn()}
        onClick={() => props.outline.selection.setOn(!props.outline.selection.isOn())}
      >
        {selectionText.select}
      </Button>
      <Show when={props.outline.may('change-sections')}>
        <Button small kind="quiet" icon={<SquareDashed />} onClick={() => addSection(props.outline)}>
          {outlineText.section.add}
        </Button>
      </Show>
      <Show when={props.outline.workshop.me().role === 'facilitator'}>
        <Button small kind="quiet" icon={<ArchiveRestore />} onClick={() => props.outline.show({ is: 'bin' })}>
          {outlineText.recentlyDeleted(binned())}
        </Button>
      </Show>
    </>
  )
}
