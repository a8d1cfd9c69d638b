import type { SectionId } from '../../shared/domain/ids'
import { outlineText } from '../text/outline'
import { focusOn } from '../ui/focus'
import { offerUndo } from './note-actions'
import type { Outline } from './outline-context'

/** A new section, in the dialog where it gets its title. */
export function addSection(outline: Outline): void {
  const id = outline.canvas.edits.addSection()
  if (id) outline.show({ is: 'section', id })
}

/** What lies in it goes to the first other section, where focus goes too. */
export function removeSection(outline: Outline, id: SectionId): void {
  const edit = outline.canvas.edits.removeSection(id)
  if (!edit) return
  offerUndo(outline, edit, outlineText.section.removed)
  const [first] = outline.canvas.view.sections
  if (first) setTimeout(() => focusOn(`section-${first.id}`))
}
