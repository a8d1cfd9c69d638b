import { cleanup, render, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { dismissToasts, showToast, Toasts } from './toast'

afterEach(() => {
  dismissToasts()
  cleanup()
})

/** jsdom lays nothing out: where each thing would be, from its top to its bottom, all as wide as the window. */
function lies(element: Element, [top, bottom]: readonly [number, number]): void {
  element.getBoundingClientRect = () => new DOMRect(0, top, innerWidth, bottom - top)
}

/** A message is at the foot of a window 768 px high, or under the bars. */
function toastsLie(list: HTMLElement): void {
  const isAtHead = () => /atHead/.test(list.className)
  for (const toast of list.children)
    toast.getBoundingClientRect = () => new DOMRect(0, isAtHead() ? 60 : 700, innerWidth, 50)
}

function open() {
  render(() => (
    <>
      <textarea aria-label="Low" />
      <textarea aria-label="High" />
      <main tabindex="-1">A canvas</main>
      <Toasts />
    </>
  ))
  lies(screen.getByLabelText('Low'), [690, 740])
  lies(screen.getByLabelText('High'), [50, 100])
  lies(screen.getByRole('main'), [0, 768])
  const list = screen.getByRole('region', { name: 'Messages' }).querySelector('ol') as HTMLElement
  const isAtHead = () => /atHead/.test(list.className)
  return { list, isAtHead }
}

test('a message lies over nothing that has focus: it goes to the other edge, and the next one is at the foot again', () => {
  const { list, isAtHead } = open()
  showToast({ text: 'Note moved' })
  toastsLie(list)
  expect(isAtHead()).toBe(false)
  screen.getByLabelText('Low').focus()
  expect(isAtHead()).toBe(true)
  screen.getByLabelText('High').focus()
  expect(isAtHead()).toBe(false)
  screen.getByLabelText('Low').focus()
  dismissToasts()
  expect(isAtHead()).toBe(false)
})

test('for a whole canvas that has focus it stays where it is', () => {
  const { list, isAtHead } = open()
  showToast({ text: 'Note moved' })
  toastsLie(list)
  screen.getByRole('main').focus()
  expect(isAtHead()).toBe(false)
})

test('by keyboard a message is reached after the page, put away with Escape, and focus is back where it was', async () => {
  const person = userEvent.setup()
  open()
  showToast({ text: 'Note moved', action: { label: 'Undo', run: () => {} } })
  const high = screen.getByLabelText('High')
  high.focus()
  await person.tab()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Undo' }))
  await person.keyboard('{Escape}')
  expect(screen.queryByText('Note moved')).toBeNull()
  expect(document.activeElement).toBe(high)
})
