import type { JSX } from 'solid-js'
import { SidePanel } from '../ui/side-panel'
import type { BoardActs } from './board-acts'
import styles from './board-panel.module.css'
import type { Board } from './create-board'
import type { Dialogs } from './dialogs'

export type PanelProps = { board: Board; acts: BoardActs; dialogs: Dialogs }

/** The panel itself: beside the canvas, below it on a narrow screen, never over tldraw's mark. */
export function Panel(props: PanelProps & { title: JSX.Element; above?: JSX.Element; children: JSX.Element }) {
  const close = () => {
    props.board.control()?.select([])
    props.board.control()?.focus()
  }
  return (
    <SidePanel class={styles.panel} title={props.title} above={props.above} onClose={close}>
      {props.children}
    </SidePanel>
  )
}
