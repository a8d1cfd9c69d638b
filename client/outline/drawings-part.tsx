import { createMemo, createSignal, For, Match, Show, Switch } from 'solid-js'
import type { SectionView } from '../../shared/domain/canvas-view'
import { type DrawingView, sketchesOf } from '../../shared/domain/drawing'
import type { DrawingId, SectionId } from '../../shared/domain/ids'
import { layoutCanvas } from '../../shared/layout/canvas-layout'
import { placesInSection } from '../../shared/layout/layout-drawings'
import { LIMITS } from '../../shared/protocol/limits'
import { drawingText as text } from '../text/drawings'
import { outlineText } from '../text/outline'
import { selectionText } from '../text/selection'
import { Button } from '../ui/button'
import { classes } from '../ui/classes'
import { announce } from '../ui/live-region'
import { growToContent, Select } from '../ui/text-field'
import { DescribeForm } from '../workshop/drawings/describe-form'
import { drawingWords } from '../workshop/drawings/drawing-words'
import { followText } from '../workshop/follow-text'
import { WritingField } from '../workshop/writing-field'
import { offerUndo } from './note-actions'
import styles from './outline.module.css'
import { type Outline, useOutline } from './outline-context'
import { startOf } from './places'
import { SelectBox } from './select-box'

const HEADING_ID = 'section-drawings'

/** What was drawn on the board, by what it is said to show: one row for what was drawn in one go. */
export function DrawingsPart() {
  const outline = useOutline()
  const names = createMemo(() => sketchesOf(outline.canvas.view.drawings).map(([first]) => first?.sketch ?? ''))
  return (
    <Show when={names().length > 0}>
      <section class={styles.section} aria-labelledby={HEADING_ID}>
        <div>
          <h2 id={HEADING_ID} tabindex="-1">
            {text.list.heading}
          </h2>
          <p class={styles.prompt}>{text.list.explain}</p>
        </div>
        <ul class={classes('plain-list', styles.card)} aria-label={text.list.heading}>
          {/* by name: the row stays, with the focus in it, while its drawings change */}
          <For each={names()}>{(name) => <DrawingRow sketch={name} />}</For>
        </ul>
      </section>
    </Show>
  )
}

function DrawingRow(props: { sketch: string }) {
  const outline = useOutline()
  const drawings = createMemo(() => outline.canvas.view.drawings.filter(({ sketch }) => sketch === props.sketch))
  const ids = () => drawings().map(({ id }) => id)
  const words = () => drawingWords(drawings())
  const section = () => outline.canvas.view.sections.find(({ id }) => id === drawings()[0]?.section)
  const may = createMemo(() => mayChange(outline, section()?.locked ?? false))
  const isText = () => drawings().every(({ record }) => record.kind === 'text')
  const [doing, setDoing] = createSignal<'describe' | 'move'>()
  let row!: HTMLLIElement
  const done = () => {
    setDoing(undefined)
    row.querySelector('button')?.focus()
  }
  const describe = (said: string) => {
    if (outline.canvas.edits.describeDrawings(ids(), said)) announce(text.panel.saved)
    done()
  }
  return (
    <li
      ref={row}
      class={classes(styles.row, styles.drawn, outline.selection.isOn() && styles.selecting)}
      data-drawing={props.sketch}
    >
      <div class={styles.text}>
        <p>{words()}</p>
        <p class={styles.by}>{section() ? text.inSection(titleOf(section())) : text.onCanvas}</p>
      </div>
      <Show when={outline.selection.isOn()}>
        <SelectBox is="drawing" id={props.sketch} label={selectionText.drawingNamed(startOf(words()))} />
      </Show>
      <Show when={may() && doing() === undefined}>
        <div class={styles.buttons}>
          <Button small aria-label={text.list.describeNamed(startOf(words()))} onClick={() => setDoing('describe')}>
            {isText() ? text.panel.edit : text.list.describe}
          </Button>
          <Show when={targetsFrom(outline, drawings()[0]?.section ?? null).length > 0}>
            <Button
              small
              kind="quiet"
              aria-label={text.list.moveNamed(startOf(words()))}
              onClick={() => setDoing('move')}
            >
              {text.panel.moveTo}
            </Button>
          </Show>
          <Show when={ids().every((id) => mayDelete(outline, id))}>
            <Button
              small
              kind="quiet"
              aria-label={text.list.deleteNamed(startOf(words()))}
              onClick={() => deleteRow(outline, ids())}
            >
              {text.panel.delete}
            </Button>
          </Show>
        </div>
      </Show>
      <Switch>
        <Match when={may() && doing() === 'describe' && isText() && ids()[0]}>
          {(id) => <TextEditor id={id()} onDone={done} />}
        </Match>
        <Match when={may() && doing() === 'describe'}>
          <div class={styles.panel} ref={focusFirst}>
            <DescribeForm
              always
              keptAs={props.sketch}
              label={text.list.field}
              hint={text.ask.why}
              words={drawings().find(({ description }) => description !== '')?.description ?? ''}
              limit={LIMITS.drawingDescription}
              onSave={describe}
              onCancel={done}
            />
          </div>
        </Match>
        <Match when={may() && doing() === 'move'}>
          <MoveRow ids={ids()} from={drawings()[0]?.section ?? null} onDone={done} />
        </Match>
      </Switch>
    </li>
  )
}

/** A drawn text is words like any other: typed where it stands, by several people at once. */
function TextEditor(props: { id: DrawingId; onDone: () => void }) {
  const { canvas } = useOutline()
  const { id } = props
  const [tooLong, setTooLong] = createSignal(false)
  let area!: HTMLTextAreaElement
  followText(
    () => area,
    () => canvas.drawingText(id),
    {
      maxLength: LIMITS.drawingText,
      onTooLong: () => setTooLong(true),
      onTyping: () => setTooLong(false),
      onShown: () => growToContent(area),
    },
  )
  return (
    <div class={styles.panel} ref={focusFirst}>
      <WritingField
        ref={area}
        aria-label={text.kind.text}
        error={tooLong() ? text.tooLong : undefined}
        errorClass={styles.error}
        onEnter={props.onDone}
        onEscape={props.onDone}
      />
      <div>
        <Button small onClick={props.onDone}>
          {outlineText.row.done}
        </Button>
      </div>
    </div>
  )
}

function MoveRow(props: { ids: readonly DrawingId[]; from: SectionId | null; onDone: () => void }) {
  const outline = useOutline()
  const { canvas } = outline
  const sections = () => targetsFrom(outline, props.from)
  const [chosen, setChosen] = createSignal<SectionId | undefined>(sections()[0]?.id)
  const move = () => {
    const to = sections().find(({ id }) => id === chosen())
    const places = to && placesInSection(layoutCanvas(canvas.view), props.ids, to.id)
    if (places && canvas.edits.moveDrawings(places)) announce(text.list.movedTo(titleOf(to)))
    props.onDone()
  }
  return (
    <div class={styles.panel} ref={focusFirst}>
      <Select label={text.list.where} value={chosen()} onValue={(id) => setChosen(id as SectionId)}>
        <For each={sections()}>{(one) => <option value={one.id}>{titleOf(one)}</option>}</For>
      </Select>
      <div>
        <Button small kind="main" onClick={move}>
          {text.list.move}
        </Button>{' '}
        <Button small kind="quiet" onClick={props.onDone}>
          {text.list.cancel}
        </Button>
      </div>
    </div>
  )
}

function deleteRow(outline: Outline, ids: readonly DrawingId[]): void {
  const edit = outline.canvas.edits.deleteDrawings(ids)
  if (!edit) return
  offerUndo(outline, edit, text.deleted)
  document.getElementById(HEADING_ID)?.focus()
}

/** Where else it can go. */
function targetsFrom({ canvas, workshop }: Outline, from: SectionId | null): SectionView[] {
  const isOpen = ({ locked }: SectionView) => !locked || workshop.me().role === 'facilitator'
  return canvas.view.sections.filter((one) => one.id !== from && isOpen(one))
}

function mayChange(outline: Outline, isLocked: boolean): boolean {
  return outline.may('draw') && (!isLocked || outline.workshop.me().role === 'facilitator')
}

function mayDelete({ canvas, may, workshop }: Outline, id: DrawingId): boolean {
  const drawing: DrawingView | undefined = canvas.view.drawings.find((one) => one.id === id)
  return may('delete-drawing') || (drawing?.author != null && drawing.author === workshop.me().id)
}

function titleOf(section: { title: string } | undefined): string {
  return section?.title.trim() || outlineText.untitledSection
}

function focusFirst(element: HTMLElement): void {
  queueMicrotask(() => element.querySelector<HTMLElement>('textarea, select')?.focus())
}
