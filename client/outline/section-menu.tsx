import { Show } from 'solid-js'
import type { SectionView } from '../../shared/domain/canvas-view'
import { outlineText } from '../text/outline'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu'
import { foldOnBoard, setLocked } from './cluster-actions'
import { useOutline } from './outline-context'
import { removeSection } from './section-actions'

const words = outlineText.section

/** What facilitators do with a section. */
export function SectionMenu(props: { section: SectionView; title: string }) {
  const outline = useOutline()
  const id = () => props.section.id
  const folding = () => props.section.clusters.filter((cluster) => cluster.notes.length > 0)
  const anyOpen = () => folding().some((cluster) => !cluster.folded)
  const fold = () =>
    foldOnBoard(
      outline,
      folding().map((cluster) => cluster.id),
      anyOpen(),
    )
  return (
    <Show when={outline.may('change-sections')}>
      <Menu kind="quiet" small plain placement="bottom-end" label={words.more} name={words.moreNamed(props.title)}>
        {/* once the menu is gone: what opens next takes focus for itself */}
        <MenuItem onSelect={() => void setTimeout(() => outline.show({ is: 'section', id: id() }))}>
          {words.change}
        </MenuItem>
        <Show when={folding().length > 0}>
          <MenuItem onSelect={fold}>{anyOpen() ? words.foldAll : words.unfoldAll}</MenuItem>
        </Show>
        <MenuItem onSelect={() => setLocked(outline, [{ is: 'section', id: id() }], !props.section.locked)}>
          {props.section.locked ? outlineText.lock.unlock : outlineText.lock.lock}
        </MenuItem>
        <Show when={outline.canvas.view.sections.length > 1}>
          <MenuSeparator />
          <MenuItem
            danger
            detail={words.removeDetail}
            onSelect={() => void setTimeout(() => removeSection(outline, id()))}
          >
            {words.remove}
          </MenuItem>
        </Show>
      </Menu>
    </Show>
  )
}
