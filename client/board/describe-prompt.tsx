import { createEffect, createMemo, createSignal, on, Show, untrack } from 'solid-js'
import { LIMITS } from '../../shared/protocol/limits'
import { drawingText as text } from '../text/drawings'
import { Button } from '../ui/button'
import { announce } from '../ui/live-region'
import type { BoardActs } from './board-acts'
import type { Board } from './create-board'
import styles from './drawing-tools.module.css'

/**
 * Asks once what was just drawn shows. It waits quietly above the tools and never takes the focus: whoever goes on drawing
 * goes on, and what was begun in it is kept for the drawing it was about.
 */
export function DescribePrompt(props: { board: Board; acts: BoardActs }) {
  const { pens, canvas } = props.board
  const [typed, setTyped] = createSignal('')
  const drawings = createMemo(() => {
    const asked = new Set(pens.asked())
    return asked.size === 0 ? [] : canvas.view.drawings.filter(({ id }) => asked.has(id))
  })
  // selected, the panel asks the same
  const isOpen = createMemo(
    () =>
      drawings().length > 0 &&
      props.board.workshop.may('draw') &&
      !drawings().some(({ id }) => props.board.selected().includes(id)),
  )
  const name = createMemo(() => drawings()[0]?.sketch)
  createEffect(
    on(name, (_, before) => {
      const words = untrack(typed).trim()
      if (before !== undefined && words !== '') {
        const earlier = untrack(() => canvas.view.drawings.filter(({ sketch }) => sketch === before))
        untrack(() =>
          props.acts.describe(
            earlier.map(({ id }) => id),
            words,
          ),
        )
      }
      setTyped('')
    }),
  )
  const close = () => {
    setTyped('')
    pens.ask([])
    pens.sketches.end()
    props.board.control()?.focus()
  }
  const save = (event: Event) => {
    event.preventDefault()
    const words = typed().trim()
    if (words !== '') {
      props.acts.describe(
        drawings().map(({ id }) => id),
        words,
      )
      announce(text.ask.saved)
    }
    close()
  }
  return (
    <Show when={isOpen()}>
      <form class={styles.prompt} onSubmit={save} aria-label={text.ask.question}>
        <label class={styles.question}>
          <span>{text.ask.question}</span>
          <input
            type="text"
            value={typed()}
            maxLength={LIMITS.drawingDescription}
            placeholder={text.ask.placeholder}
            title={text.ask.why}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && !event.isComposing) close()
            }}
          />
        </label>
        <Button small kind={typed().trim() === '' ? 'plain' : 'main'} type="submit">
          {text.ask.save}
        </Button>
        <Button small kind="quiet" onClick={close}>
          {text.ask.skip}
        </Button>
      </form>
    </Show>
  )
}
