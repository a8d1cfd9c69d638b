import ArrowDown from 'lucide-solid/icons/arrow-down'
import ArrowLeft from 'lucide-solid/icons/arrow-left'
import ArrowRight from 'lucide-solid/icons/arrow-right'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import { For, Show } from 'solid-js'
import type { DrawingView } from '../../shared/domain/drawing'
import type { SectionId } from '../../shared/domain/ids'
import { LIMITS } from '../../shared/protocol/limits'
import { drawingText as text } from '../text/drawings'
import { Button, IconButton } from '../ui/button'
import { announce } from '../ui/live-region'
import { Select } from '../ui/text-field'
import { DescribeForm } from '../workshop/drawings/describe-form'
import { drawingWords } from '../workshop/drawings/drawing-words'
import styles from './board-panel.module.css'
import { sectionTitle } from './describe-item'
import { Panel, type PanelProps } from './panel'
import { SHOWS_FIELD } from './pen'

/** What was drawn in one go, or several drawings selected: what it shows, and how to move it without a pointer. */
export function DrawingPanel(props: PanelProps & { drawings: readonly DrawingView[] }) {
  const { may } = props.board.workshop
  const ids = () => props.drawings.map(({ id }) => id)
  const first = () => props.drawings[0]
  const isText = () => props.drawings.every(({ record }) => record.kind === 'text')
  const mine = () => ids().every((id) => props.board.mayErase(id))
  return (
    <Panel
      {...props}
      title={drawingWords(props.drawings)}
      above={<span class={styles.quiet}>{text.kind[first()?.record.kind ?? 'pen']}</span>}
    >
      <Drawer {...props} />
      <Show when={may('draw')}>
        <Show when={!isText() && first()?.sketch} keyed>
          {(sketch) => (
            <DescribeForm
              id={SHOWS_FIELD}
              keptAs={sketch}
              label={text.panel.shows}
              words={props.drawings.find(({ description }) => description !== '')?.description ?? ''}
              limit={LIMITS.drawingDescription}
              onSave={(words) => {
                props.acts.describe(ids(), words)
                announce(text.panel.saved)
              }}
            />
          )}
        </Show>
        <div class={styles.acts}>
          <Show when={isText() && props.drawings.length === 1 && may('write-drawing')}>
            <Button start wide kind="main" onClick={() => props.board.control()?.edit(first()?.id ?? '')}>
              {text.panel.edit}
            </Button>
          </Show>
          <Moving {...props} />
          <Show when={mine()} fallback={<p class={styles.quiet}>{text.panel.onlyDrawer}</p>}>
            <Button kind="quiet" start wide onClick={() => props.acts.deleteDrawings(ids())}>
              {text.panel.delete}
            </Button>
          </Show>
        </div>
      </Show>
    </Panel>
  )
}

function Drawer(props: PanelProps & { drawings: readonly DrawingView[] }) {
  const name = () => {
    const [author, other] = new Set(props.drawings.map((drawing) => drawing.author))
    if (!author || other !== undefined) return undefined
    if (author === props.board.workshop.me().id) return text.panel.byYou
    const member = props.board.workshop.member(author)
    return member && text.panel.by(member.name)
  }
  return <Show when={name()}>{(by) => <p>{by()}</p>}</Show>
}

const STEP = 24
const WAYS = [
  { way: 'left', by: { x: -STEP, y: 0 }, icon: ArrowLeft },
  { way: 'up', by: { x: 0, y: -STEP }, icon: ArrowUp },
  { way: 'down', by: { x: 0, y: STEP }, icon: ArrowDown },
  { way: 'right', by: { x: STEP, y: 0 }, icon: ArrowRight },
] as const

/** Step by step, or to the top of a section. */
function Moving(props: PanelProps & { drawings: readonly DrawingView[] }) {
  const ids = () => props.drawings.map(({ id }) => id)
  const sections = () => props.board.canvas.view.sections
  return (
    <>
      <fieldset class={styles.ways}>
        <legend>{text.panel.moveBy}</legend>
        <For each={WAYS}>
          {({ way, by, icon: Icon }) => (
            <IconButton
              label={text.panel[way]}
              onClick={() => {
                if (props.acts.nudge(ids(), by)) announce(text.panel.moved[way])
              }}
            >
              <Icon aria-hidden="true" />
            </IconButton>
          )}
        </For>
      </fieldset>
      <Show when={sections().length > 0}>
        <Select
          label={text.panel.moveTo}
          value={props.drawings[0]?.section ?? ''}
          onValue={(section) => {
            const chosen = sections().find(({ id }) => id === section)
            if (!chosen) return
            if (props.acts.moveDrawingsTo(ids(), section as SectionId))
              announce(text.list.movedTo(sectionTitle(chosen)))
          }}
        >
          <Show when={props.drawings[0]?.section === null}>
            <option value="">{text.onCanvas}</option>
          </Show>
          <For each={sections()}>{(section) => <option value={section.id}>{sectionTitle(section)}</option>}</For>
        </Select>
      </Show>
    </>
  )
}
