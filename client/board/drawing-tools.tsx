import Eraser from 'lucide-solid/icons/eraser'
import Arrow from 'lucide-solid/icons/move-up-right'
import PenLine from 'lucide-solid/icons/pen-line'
import Square from 'lucide-solid/icons/square'
import Type from 'lucide-solid/icons/type'
import Close from 'lucide-solid/icons/x'
import { createEffect, createUniqueId, For, Show } from 'solid-js'
import { DRAWING_COLOURS, DRAWING_SIZES } from '../../shared/domain/drawing'
import { drawingText as text } from '../text/drawings'
import { IconButton } from '../ui/button'
import { ToolButton, Toolbar, ToolSeparator } from '../ui/toolbar'
import type { BoardActs } from './board-acts'
import type { Board } from './create-board'
import styles from './drawing-tools.module.css'

const TOOLS = [
  { tool: 'pen', icon: PenLine },
  { tool: 'arrow', icon: Arrow },
  { tool: 'rectangle', icon: Square },
  { tool: 'text', icon: Type },
  { tool: 'eraser', icon: Eraser },
] as const

/** Pens and inks, above the other tools; there only while one draws, so that the few tools of everybody stay few. */
export function DrawingTools(props: { board: Board; acts: BoardActs }) {
  const { pens, workshop } = props.board
  const tool = () => pens.pen().tool
  // a step or a lock that ends drawing takes the pen out of the hand
  createEffect(() => {
    if (tool() !== 'select' && !workshop.may('draw')) pens.setPen({ tool: 'select' })
  })
  return (
    <Show when={tool() !== 'select' && workshop.may('draw')}>
      <div class={styles.strip}>
        <Toolbar label={text.tools.toolbar} class={styles.tools}>
          <For each={TOOLS}>
            {({ tool: one, icon: Icon }) => (
              <ToolButton
                label={text.tools[one]}
                icon={<Icon aria-hidden="true" />}
                chosen={tool() === one}
                onClick={() => props.acts.takeUp(one)}
              />
            )}
          </For>
          <ToolSeparator />
        </Toolbar>
        <Show when={tool() !== 'eraser'}>
          <Inks board={props.board} />
        </Show>
        <IconButton label={text.tools.close} onClick={() => props.acts.takeUp('select')}>
          <Close aria-hidden="true" />
        </IconButton>
      </div>
    </Show>
  )
}

/** Colour and thickness: each one of several, by native radios. */
function Inks(props: { board: Board }) {
  const { pens } = props.board
  const name = createUniqueId()
  return (
    <>
      <fieldset class={styles.inks} aria-label={text.tools.colours}>
        <For each={DRAWING_COLOURS}>
          {(colour) => (
            <label class={styles.ink} title={text.colour[colour]}>
              <input
                type="radio"
                name={`colour-${name}`}
                checked={pens.pen().colour === colour}
                aria-label={text.colour[colour]}
                onChange={() => pens.setPen({ colour })}
              />
              <span class={`${styles.dot} ${styles[colour]}`} aria-hidden="true" />
            </label>
          )}
        </For>
      </fieldset>
      <fieldset class={styles.inks} aria-label={text.tools.sizes}>
        <For each={DRAWING_SIZES}>
          {(size) => (
            <label class={styles.ink} title={text.size[size]}>
              <input
                type="radio"
                name={`size-${name}`}
                checked={pens.pen().size === size}
                aria-label={text.size[size]}
                onChange={() => pens.setPen({ size })}
              />
              <span class={`${styles.line} ${styles[size]}`} aria-hidden="true" />
            </label>
          )}
        </For>
      </fieldset>
    </>
  )
}
