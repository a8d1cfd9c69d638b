import MapIcon from 'lucide-solid/icons/map'
import { For } from 'solid-js'
import type { SectionView } from '../../shared/domain/canvas-view'
import { boardText as text } from '../text/board'
import { Menu, MenuGroup, MenuItem } from '../ui/menu'
import styles from './board-tools.module.css'
import type { Board } from './create-board'
import type { BoardSearch } from './create-search'
import { sectionTitle } from './describe-item'
import { showSelection } from './run-command'

/** Where one can look: all of it, what is selected, or one of the sections. */
export function WaysMenu(props: { board: Board; search: BoardSearch }) {
  const sections = () => props.board.canvas.view.sections
  // keys go on from there; the menu gives focus back to its button by itself
  const goTo = ({ id }: SectionView) => {
    props.board.control()?.select([id])
    props.board.control()?.frame(id)
  }
  return (
    <Menu
      icon={<MapIcon aria-hidden="true" />}
      name={text.ways.title}
      kind="quiet"
      placement="top-start"
      class={styles.ways}
    >
      <MenuItem onSelect={() => props.board.control()?.fit()}>{text.ways.whole}</MenuItem>
      <MenuItem disabled={props.board.selected().length === 0} onSelect={() => showSelection(props.board)}>
        {text.ways.selection}
      </MenuItem>
      {/* the menu gives focus back to its button first */}
      <MenuItem onSelect={() => setTimeout(() => props.search.open())}>{text.search.field}</MenuItem>
      <MenuGroup label={text.ways.sections}>
        <For each={sections()}>
          {(section) => (
            <MenuItem detail={text.notes(countOf(section))} onSelect={() => goTo(section)}>
              {sectionTitle(section)}
            </MenuItem>
          )}
        </For>
      </MenuGroup>
    </Menu>
  )
}

function countOf({ notes, clusters }: SectionView): number {
  return clusters.reduce((sum, cluster) => sum + cluster.notes.length, notes.length)
}
