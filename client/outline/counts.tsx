import { For } from 'solid-js'
import type { NoteView } from '../../shared/domain/canvas-view'
import { countBySide, SIDES } from '../../shared/domain/side'
import { outlineText } from '../text/outline'
import { SideCount } from '../ui/mark'
import { VisuallyHidden } from '../ui/visually-hidden'
import { useOutline } from './outline-context'

/** How many notes, by side: seen as marks with numbers, heard as "9 notes: 3 notes, Central; 6 notes, Local". */
export function Counts(props: { notes: readonly NoteView[] }) {
  const { sideWords } = useOutline()
  const counts = () => countBySide(props.notes)
  const shown = () => [...SIDES, null].filter((side) => counts()[side ?? 'none'] > 0)
  return (
    <>
      <VisuallyHidden>{outlineText.notes(props.notes.length)}: </VisuallyHidden>
      <For each={shown()}>
        {(side) => <SideCount side={side} label={sideWords(side)} text={outlineText.notes(counts()[side ?? 'none'])} />}
      </For>
    </>
  )
}
