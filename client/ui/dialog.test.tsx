import { cleanup, render, screen, waitFor } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { Button } from './button'
import { ConfirmDialog, Dialog } from './dialog'
import { TextField } from './text-field'

afterEach(cleanup)
// jsdom cannot scroll
window.scrollTo = () => {}

test('focus goes to the first field and comes back to the button that opened it', async () => {
  const person = userEvent.setup()
  const [open, setOpen] = createSignal(false)
  render(() => (
    <>
      <Button onClick={() => setOpen(true)}>Rename</Button>
      <Dialog open={open()} onClose={() => setOpen(false)} title="Rename the heading">
        <TextField label="Name" />
      </Dialog>
    </>
  ))
  const opener = screen.getByRole('button', { name: 'Rename' })
  await person.click(opener)
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Name')))

  expect(screen.getByRole('dialog', { name: 'Rename the heading' })).toBeTruthy()
  await person.keyboard('{Escape}')
  endAnimations()
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(opener))
})

test('a question before destroying starts on the safe answer', async () => {
  render(() => (
    <ConfirmDialog open title="Remove Sam?" confirmLabel="Remove Sam" danger onConfirm={() => {}} onCancel={() => {}} />
  ))
  expect(screen.getByRole('alertdialog', { name: 'Remove Sam?' })).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' })))
})

/** jsdom animates nothing, and what closes waits for the end of its animation. */
function endAnimations(): void {
  for (const closing of document.querySelectorAll('[data-closed]')) {
    closing.dispatchEvent(Object.assign(new Event('animationend'), { animationName: '' }))
  }
}
