import { createMemo, createSignal, For, Show } from 'solid-js'
import type { NoteId } from '../../../shared/domain/ids'
import { DEFAULT_SIDE_NAMES, SIDES, type Side, sideName } from '../../../shared/domain/side'
import type { NoteSpot } from '../../../shared/domain/spot'
import { intakeText as text } from '../../text/intake'
import { Button } from '../../ui/button'
import { CopyButton } from '../../ui/copy-button'
import { Dialog } from '../../ui/dialog'
import { InlineNotice } from '../../ui/notice'
import { Select } from '../../ui/text-field'
import type { Canvas } from '../contract'
import { useWorkshop } from '../workshop-context'
import type { Intake } from './intake'
import styles from './intake.module.css'
import { type PlacedIntake, placeIntake } from './place-intake'

type Props = {
  intake: Intake
  canvas: Canvas
  /** Where notes go that name no place. */
  spot: NoteSpot
  words: string
  /** Where lines stay that are left out. */
  stay: string
  /** Adds them to one's own notes that nobody else has seen; their words are all that counts then. Those that were added. */
  privately?: ((texts: string[]) => readonly NoteId[]) | undefined
  added: (ids: NoteId[]) => void
  onClose: () => void
  returnFocusTo?: () => HTMLElement | null | undefined
}

/** Shows what a paste or a file becomes, what is left out and why, before anything is added. For board and list alike. */
export function IntakeDialog(props: Props) {
  const workshop = useWorkshop()
  const isFacilitator = () => workshop.me().role === 'facilitator'
  const [side, setSide] = createSignal<Side | null>(workshop.me().side)
  const placed = createMemo(() =>
    placeIntake(props.intake.notes, {
      view: props.canvas.view,
      spot: props.spot,
      words: props.words,
      side: side(),
      mayHold: (id) => isFacilitator() || !props.canvas.view.sections.some((one) => one.id === id && one.locked),
    }),
  )
  const count = () => props.intake.notes.length
  const [refused, setRefused] = createSignal(false)
  const addAll = () => {
    if (props.privately) return props.privately(props.intake.notes.map((note) => note.text))
    const ids = props.canvas.edits.addNoteGroups(placed().groups)
    props.added(ids)
    return ids
  }
  const add = () => {
    if (addAll().length > 0) props.onClose()
    else setRefused(true)
  }
  return (
    <Dialog
      open
      onClose={props.onClose}
      returnFocusTo={props.returnFocusTo}
      title={text.title(count())}
      description={count() > 0 && <Explained {...props} />}
      size="medium"
      startsAtTitle
      actions={
        <>
          <Button onClick={props.onClose}>{count() === 0 ? text.close : text.cancel}</Button>
          <Show when={count() > 0}>
            <Button kind="main" onClick={add}>
              {text.add(count())}
            </Button>
          </Show>
        </>
      }
    >
      <Show when={refused()}>
        <InlineNotice tone="danger" live="alert" actions={<CopyAll texts={props.intake.notes} label={text.copyAll} />}>
          {text.refused}
        </InlineNotice>
      </Show>
      <Show when={count() > 0}>
        <Preview intake={props.intake} />
        <Show when={isFacilitator() && !props.privately}>
          <SideChoice intake={props.intake} side={side()} onSide={setSide} />
        </Show>
        <Show when={!props.privately}>
          <Places placed={placed()} words={props.words} />
        </Show>
      </Show>
      <LeftOut intake={props.intake} stay={props.stay} />
    </Dialog>
  )
}

function Explained(props: Pick<Props, 'intake' | 'words' | 'privately'>) {
  return (
    <>
      {props.intake.is === 'table' && !props.privately ? text.table : text.lines(props.words)}
      <Show when={props.privately}> {text.privately}</Show>
    </>
  )
}

const SHOWN = 5

function Preview(props: { intake: Intake }) {
  const notes = () => props.intake.notes
  return (
    <div>
      <ul class={`plain-list ${styles.preview}`}>
        <For each={notes().slice(0, SHOWN)}>{(note) => <li dir="auto">{note.text}</li>}</For>
      </ul>
      <Show when={notes().length > SHOWN}>
        <p class={styles.quiet}>{text.more(notes().length - SHOWN)}</p>
      </Show>
    </div>
  )
}

function SideChoice(props: { intake: Intake; side: Side | null; onSide: (side: Side | null) => void }) {
  const workshop = useWorkshop()
  const names = () => workshop.stage.workshop?.sides ?? DEFAULT_SIDE_NAMES
  const someSay = () => props.intake.notes.some((note) => note.side !== undefined)
  return (
    <Select
      label={someSay() ? text.sideOfRows : text.side}
      value={props.side ?? ''}
      onValue={(value) => props.onSide(SIDES.find((side) => side === value) ?? null)}
    >
      <For each={SIDES}>{(side) => <option value={side}>{sideName(side, names())}</option>}</For>
      <option value="">{text.noSide}</option>
    </Select>
  )
}

/** Said only when there is something to choose between. */
function Places(props: { placed: PlacedIntake; words: string }) {
  return (
    <Show when={props.placed.groups.length > 1 || props.placed.unknown.length > 0}>
      <section class={styles.part}>
        <h3>{text.where}</h3>
        <ul>
          <For each={props.placed.groups}>{(group) => <li>{text.goes(group.words, group.notes.length)}</li>}</For>
        </ul>
        <For each={props.placed.unknown}>{({ title, count }) => <p>{text.unknown(title, count, props.words)}</p>}</For>
      </section>
    </Show>
  )
}

const REASONS_SHOWN = 20

function LeftOut(props: { intake: Intake; stay: string }) {
  const left = () => props.intake.leftOut
  return (
    <Show when={left().length > 0}>
      <section class={styles.part}>
        <h3>{text.leftOut(left().length)}</h3>
        <Show when={props.intake.is === 'lines'}>
          <p>{props.stay}</p>
        </Show>
        {/* scrolls, so that keys must reach it */}
        <ul class={styles.reasons} tabindex="0">
          <For each={left().slice(0, REASONS_SHOWN)}>
            {(one) => (
              <li>
                {one.row === 0 ? text.whyLine[one.why] : text.row(one.row, text.why[one.why](one.detail))}
                <span class={styles.words} dir="auto">
                  {one.text}
                </span>
              </li>
            )}
          </For>
        </ul>
        <Show when={left().length > REASONS_SHOWN}>
          <p class={styles.quiet}>{text.more(left().length - REASONS_SHOWN)}</p>
        </Show>
        <CopyAll texts={left()} label={text.copy} />
      </section>
    </Show>
  )
}

function CopyAll(props: { texts: readonly { text: string }[]; label: string }) {
  const lines = () => props.texts.map((one) => one.text).join('\n')
  return <CopyButton small label={props.label} text={lines} />
}
