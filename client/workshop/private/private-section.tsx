import { Key } from '@solid-primitives/keyed'
import Lock from 'lucide-solid/icons/lock'
import { Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { Draft } from '../../../shared/document/drafts'
import type { CanvasView } from '../../../shared/domain/canvas-view'
import type { CanvasId, SectionId } from '../../../shared/domain/ids'
import { privateText } from '../../text/private-writing'
import { classes } from '../../ui/classes'
import { usePrivateNotes } from './private-notes'
import styles from './private-notes.module.css'
import { PrivateRow, type SectionChoice } from './private-row'

/** One's own private notes of one section, plainly apart from what everybody sees. Nothing when there are none. */
export function PrivateSection(props: {
  canvas: { id: CanvasId; view: Pick<CanvasView, 'sections'> }
  section: SectionChoice
  level: 3 | 4
}) {
  const mine = usePrivateNotes()
  const sections = () => sectionChoices(props.canvas.view)
  const here = () => {
    const shown = mine.isOn(props.canvas.id)
    const notes = mine.notes(props.canvas.id).filter((draft) => shown || draft.id === mine.opened())
    return notes.filter((draft) => holderOf(draft, sections()) === props.section.id)
  }
  return (
    <Show when={here().length > 0}>
      <div class={styles.card}>
        <Dynamic component={`h${props.level}`} class={styles.head}>
          <Lock aria-hidden="true" />
          {privateText.onlyYou}
        </Dynamic>
        <ul class={classes('plain-list', styles.rows)} aria-label={privateText.listOf(props.section.title)}>
          <Key each={here()} by="id">
            {(draft) => <PrivateRow draft={draft()} sections={sections()} />}
          </Key>
        </ul>
      </div>
    </Show>
  )
}

export function sectionChoices(view: Pick<CanvasView, 'sections'>): SectionChoice[] {
  return view.sections.map(({ id, title }) => ({ id, title: title.trim() || privateText.panel.untitled }))
}

/** What was written for a section that is gone stands in the first, as it will on the canvas. */
function holderOf({ place }: Draft, sections: readonly SectionChoice[]): SectionId | undefined {
  return (sections.find(({ id }) => id === place.in) ?? sections[0])?.id
}
