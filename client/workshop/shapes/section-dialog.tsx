import { createSignal, For, Show, untrack } from 'solid-js'
import type { Frame, SectionView } from '../../../shared/domain/canvas-view'
import { CLUSTER_KINDS, type ClusterKind } from '../../../shared/domain/cluster'
import type { SectionId } from '../../../shared/domain/ids'
import { SECTION } from '../../../shared/layout/sizes'
import { LIMITS } from '../../../shared/protocol/limits'
import { shapesText } from '../../text/shapes'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/choice'
import { Dialog } from '../../ui/dialog'
import { Field, FieldGroup } from '../../ui/field'
import { announce } from '../../ui/live-region'
import { Select, TextField } from '../../ui/text-field'
import { showToast } from '../../ui/toast'
import type { Canvas } from '../contract'
import { followText } from '../follow-text'
import { createKeptText, formKey } from '../kept-texts'
import { useWorkshop } from '../workshop-context'
import { lineLook } from '../writing-field'
import styles from './shapes.module.css'

const words = shapesText.section

/** Everything that a facilitator changes on a section, for board and list. Each field is an edit of its own, made at once. */
export function SectionDialog(props: { canvas: Canvas; section: SectionId | undefined; onClose: () => void }) {
  const section = () => props.canvas.view.sections.find(({ id }) => id === props.section)
  /** By Escape too, what is being typed is left first, and so made. */
  const close = () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    props.onClose()
  }
  return (
    <Show when={section()}>
      {(shown) => (
        <Dialog
          open
          size="medium"
          title={words.title}
          description={words.explain}
          onClose={close}
          actions={
            <Button kind="main" onClick={close}>
              {words.done}
            </Button>
          }
        >
          <div class={styles.fields}>
            <Show when={shown().id} keyed>
              {(id) => <TitleField canvas={props.canvas} id={id} />}
            </Show>
            <Show when={shown().id} keyed>
              {(id) => <PromptField canvas={props.canvas} id={id} prompt={shown().prompt} />}
            </Show>
            <Uses canvas={props.canvas} section={shown()} />
            <Place canvas={props.canvas} section={shown()} />
            <Swap canvas={props.canvas} section={shown()} />
          </div>
        </Dialog>
      )}
    </Show>
  )
}

type Props = { canvas: Canvas; section: SectionView }

/** Bound to the text that everybody reads: two who name it at once both see what the other writes. */
function TitleField(props: { canvas: Canvas; id: SectionId }) {
  let field!: HTMLInputElement
  followText(
    () => field,
    () => props.canvas.sectionTitle(props.id),
    { maxLength: LIMITS.stepTitle, onTooLong: () => showToast({ text: words.tooLong(LIMITS.stepTitle) }) },
  )
  return (
    <Field label={words.name}>
      {(wiring) => <input {...wiring} ref={field} class={lineLook} type="text" autocomplete="off" />}
    </Field>
  )
}

/** One edit, once it is left. [L33] What a reload or a crash cut short is there again. */
function PromptField(props: { canvas: Canvas; id: SectionId; prompt: string }) {
  const { id } = props
  const kept = createKeptText(formKey(useWorkshop().me().id, `prompt/${id}`))
  const [typed, setTyped] = createSignal<string | undefined>(kept.read() || undefined)
  const type = (text: string) => {
    setTyped(text)
    kept.keep(text)
  }
  const save = () => {
    const prompt = untrack(typed)
    setTyped(undefined)
    kept.keep('')
    if (prompt !== undefined && prompt !== untrack(() => props.prompt)) props.canvas.edits.changeSection(id, { prompt })
  }
  return (
    <TextField
      label={words.prompt}
      hint={words.promptHint}
      value={typed() ?? props.prompt}
      maxlength={LIMITS.stepPrompt}
      autocomplete="off"
      onValue={type}
      onChange={save}
      onBlur={save}
    />
  )
}

function Uses(props: Props) {
  const { edits } = props.canvas
  return (
    <>
      <div class={styles.pair}>
        <Select
          label={words.kind}
          value={props.section.kind}
          onValue={(kind) => edits.changeSection(props.section.id, { kind: kind as ClusterKind })}
        >
          <For each={CLUSTER_KINDS}>
            {(kind) => (
              <option value={kind} selected={kind === props.section.kind}>
                {words.kinds[kind]}
              </option>
            )}
          </For>
        </Select>
        <Select
          label={words.layout}
          value={props.section.layout}
          onValue={(layout) => edits.changeLayout(props.section.id, layout === 'free' ? 'free' : 'flow')}
        >
          <option value="flow" selected={props.section.layout === 'flow'}>
            {words.flow}
          </option>
          <option value="free" selected={props.section.layout === 'free'}>
            {words.free}
          </option>
        </Select>
      </div>
      <Checkbox
        label={words.parked}
        checked={props.section.parked}
        onChecked={(parked) => edits.changeSection(props.section.id, { parked })}
      />
    </>
  )
}

/** The same as dragging it and its corner, by numbers. */
function Place(props: Props) {
  const { edits } = props.canvas
  const change = (key: keyof Frame, value: number) => {
    if (!Number.isFinite(value)) return
    const frame = { ...props.section.frame, [key]: value }
    if (key === 'x' || key === 'y') edits.moveSection(props.section.id, { x: frame.x, y: frame.y })
    else {
      const w = Math.max(frame.w, SECTION.leastWidth)
      const h = Math.max(frame.h, SECTION.leastHeight)
      edits.resizeSection(props.section.id, { w, h })
    }
  }
  const fields = [
    ['x', words.left],
    ['y', words.top],
    ['w', words.width],
    ['h', words.height],
  ] as const
  return (
    <FieldGroup label={words.place} hint={words.placeHint}>
      <div class={styles.numbers}>
        <For each={fields}>
          {([key, label]) => (
            <TextField
              label={label}
              type="number"
              step={20}
              value={props.section.frame[key]}
              onChange={(event) => change(key, event.currentTarget.valueAsNumber)}
            />
          )}
        </For>
      </div>
    </FieldGroup>
  )
}

function Swap(props: Props) {
  const others = () => props.canvas.view.sections.filter(({ id }) => id !== props.section.id)
  const [wanted, setWanted] = createSignal('')
  const other = () => others().find(({ id }) => id === wanted()) ?? others()[0]
  const swap = (to: SectionView) => {
    props.canvas.edits.swapSections(props.section.id, to.id)
    announce(words.swapped(titleOf(to)))
  }
  return (
    <Show when={other()}>
      {(to) => (
        <div class={styles.pair}>
          <Select label={words.swap} value={to().id} onValue={setWanted}>
            <For each={others()}>
              {(one) => (
                <option value={one.id} selected={one.id === to().id}>
                  {titleOf(one)}
                </option>
              )}
            </For>
          </Select>
          <Button onClick={() => swap(to())}>{words.swapButton}</Button>
        </div>
      )}
    </Show>
  )
}

function titleOf(section: SectionView): string {
  return section.title.trim() || words.untitled
}
