import { For, Show } from 'solid-js'
import type { SectionView } from '../../shared/domain/canvas-view'
import { boardText as text } from '../text/board'
import { Button } from '../ui/button'
import styles from './board-panel.module.css'
import { BringHere } from './bring-here'
import { sectionTitle } from './describe-item'
import { LockButton, LockReason } from './lock-parts'
import { Panel, type PanelProps } from './panel'

/** What facilitators do with a section; to others, why it stays as it is. */
export function SectionPanel(props: PanelProps & { section: SectionView }) {
  const { may } = props.board.workshop
  const id = () => props.section.id
  const folding = () => props.section.clusters.filter((cluster) => cluster.notes.length > 0)
  const anyOpen = () => folding().some((cluster) => !cluster.folded)
  const fold = () =>
    props.acts.fold(
      folding().map((cluster) => cluster.id),
      anyOpen(),
    )
  const isOnly = () => props.board.canvas.view.sections.length === 1
  return (
    <Panel
      {...props}
      title={sectionTitle(props.section)}
      above={<span class={styles.quiet}>{text.notes(countOf(props.section))}</span>}
    >
      <For each={[props.section.prompt.trim()].filter(Boolean)}>{(prompt) => <p>{prompt}</p>}</For>
      <LockReason board={props.board} ids={[id()]} />
      <div class={styles.acts}>
        <Show when={may('change-sections')}>
          <Button kind="main" start wide onClick={() => props.dialogs.open.section(id())}>
            {text.section.change}
          </Button>
        </Show>
        <Show when={may('arrange') && folding().length > 0}>
          <Button start wide onClick={fold}>
            {anyOpen() ? text.section.foldAll : text.section.unfoldAll}
          </Button>
        </Show>
        <LockButton {...props} item={{ is: 'section', id: id() }} locked={props.section.locked} />
        <BringHere board={props.board} item={{ is: 'section', id: id() }} />
        <Show when={may('change-sections') && !isOnly()}>
          <Button kind="quiet" start wide onClick={() => props.acts.removeSection(id())}>
            {text.section.remove}
          </Button>
        </Show>
      </div>
      <Show when={may('change-sections')}>
        <p class={styles.quiet}>{text.section.drag}</p>
      </Show>
    </Panel>
  )
}

function countOf({ notes, clusters }: SectionView): number {
  return clusters.reduce((sum, cluster) => sum + cluster.notes.length, notes.length)
}
