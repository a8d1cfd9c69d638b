import { createMemo, For } from 'solid-js'
import type { NoteView } from '../../shared/domain/canvas-view'
import { countBySide, SIDES } from '../../shared/domain/side'
import { outlineText } from '../text/outline'
import { SideCount } from '../ui/mark'
import { VisuallyHidden } from '../ui/visually-hidden'
import { useOutline } from './outline-context'

/** How many notes, by side: seen as marks with numbers, heard as "9 notes, 3 Central, 6 Local". */
export function Counts(props: { notes: readonly NoteView[] }) {
  const { sideWords } = useOutline()
  const counts = createMemo(() => countBySide(props.notes))
  const countOf = (side: (typeof SIDES)[number] | null) => counts()[side ?? 'none']
  const shown = () => [...SIDES, null].filter((side) => countOf(side) > 0)
  const heard = () => [
    outlineText.notes(props.notes.length),
    ...shown().map((side) => outlineText.onSide(countOf(side), side && sideWords(side))),
  ]
  return (
    <>
      <VisuallyHidden>{heard().join(', ')}</VisuallyHidden>
      <For each={shown()}>
        {(side) => (
          <span aria-hidden="true">
            <SideCount side={side} label={sideWords(side)} text={outlineText.notes(countOf(side))} />
          </span>
        )}
      </For>
    </>
  )
}
