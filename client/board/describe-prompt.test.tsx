import { cleanup, render, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import { LiveRegion } from '../ui/live-region'
import { DescribePrompt } from './describe-prompt'
import { openBoard } from './testing/open-board'

const stroke = (x: number) => ({
  kind: 'pen' as const,
  points: [
    { x, y: 260 },
    { x: x + 40, y: 300 },
  ],
})

let opened: ReturnType<typeof openBoard> | undefined
afterEach(() => {
  cleanup()
  opened?.close()
})

function open() {
  opened = openBoard()
  const { board, acts } = opened
  render(() => (
    <>
      <button type="button">Elsewhere</button>
      <DescribePrompt board={board} acts={acts} />
      <LiveRegion />
    </>
  ))
  const field = () => screen.queryByRole('textbox', { name: 'What does this show?' })
  return { ...opened, field, words: () => board.canvas.view.drawings.map(({ description }) => description) }
}

describe('[B45] what does this show?', () => {
  test('is asked once, without taking the focus, and its answer is kept', async () => {
    const { events, field, words } = open()
    screen.getByRole('button', { name: 'Elsewhere' }).focus()
    events.drawn(stroke(700))
    expect(document.activeElement?.textContent).toBe('Elsewhere')
    await userEvent.type(field() as HTMLElement, 'How a bid goes round{Enter}')
    expect(words()).toEqual(['How a bid goes round'])
    expect(field()).toBeNull()
  })

  test('can be skipped, and is not asked again for the same drawing', async () => {
    const { events, field, words } = open()
    events.drawn(stroke(700))
    await userEvent.click(screen.getByRole('button', { name: 'Skip' }))
    expect([field(), words()]).toEqual([null, ['']])
  })

  test('words begun for one drawing are not lost when the next is drawn', async () => {
    const { events, field, words } = open()
    events.drawn(stroke(500))
    await userEvent.type(field() as HTMLElement, 'A map')
    events.drawn(stroke(1200))
    expect(words().toSorted()).toEqual(['', 'A map'])
    expect((field() as HTMLInputElement).value).toBe('')
  })

  test('goes away with the drawing, when that is taken back', () => {
    const { events, field, canvas } = open()
    events.drawn(stroke(700))
    canvas.edits.undo.undo()
    expect(field()).toBeNull()
  })
})
