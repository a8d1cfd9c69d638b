import { cleanup, render, screen, waitFor, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { createSignal } from 'solid-js'
import { afterEach, describe, expect, test } from 'vitest'
import { Button } from './button'
import { ConfirmDialog, Dialog, Sheet } from './dialog'
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

describe.each(['Dialog', 'Sheet', 'ConfirmDialog'] as const)('[L46] a %s', (which) => {
  function open() {
    const [isOpen, setOpen] = createSignal(false)
    const close = () => setOpen(false)
    const parts = { title: 'Rename', description: 'Everybody sees it.' }
    const own = () => (
      <>
        <Button onClick={close}>Cancel</Button>
        <Button kind="main">Save</Button>
      </>
    )
    render(() => (
      <>
        <a href="/before">Before</a>
        <Button onClick={() => setOpen(true)}>Open</Button>
        {which === 'Dialog' && (
          <Dialog open={isOpen()} onClose={close} {...parts} actions={own()}>
            <TextField label="Name" />
          </Dialog>
        )}
        {which === 'Sheet' && (
          <Sheet open={isOpen()} onClose={close} {...parts} actions={own()}>
            <TextField label="Name" />
          </Sheet>
        )}
        {which === 'ConfirmDialog' && (
          <ConfirmDialog open={isOpen()} {...parts} confirmLabel="Save" onConfirm={close} onCancel={close} />
        )}
        <a href="/after">After</a>
      </>
    ))
    return { person: userEvent.setup(), opener: screen.getByRole('button', { name: 'Open' }) }
  }
  const dialog = () => screen.getByRole(which === 'ConfirmDialog' ? 'alertdialog' : 'dialog', { name: 'Rename' })
  const holdsFocus = () => dialog().contains(document.activeElement)

  test.each(['forwards', 'backwards'])('keeps Tab inside, %s', async (way) => {
    const { person, opener } = open()
    opener.focus()
    await person.keyboard('{Enter}')
    await waitFor(() => expect(holdsFocus()).toBe(true))
    const seen = new Set<Element | null>()
    for (let press = 0; press < 8; press++) {
      seen.add(document.activeElement)
      await person.tab({ shift: way === 'backwards' })
      expect(holdsFocus()).toBe(true)
    }
    for (const button of within(dialog()).getAllByRole('button')) expect(seen).toContain(button)
  })

  test('has focus again when what is under it takes it', async () => {
    const { person, opener } = open()
    await person.click(opener)
    await waitFor(() => expect(holdsFocus()).toBe(true))
    const before = document.activeElement
    opener.focus()
    expect(document.activeElement).toBe(before)
  })

  test('leaves focus where somebody has gone while it fades', async () => {
    const { person, opener } = open()
    await person.click(opener)
    await waitFor(() => expect(holdsFocus()).toBe(true))
    await person.keyboard('{Escape}')
    const after = screen.getByText('After')
    after.focus()
    endAnimations()
    await waitFor(() => expect(document.querySelector('[data-closed]')).toBeNull())
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    expect(document.activeElement).toBe(after)
  })

  test.each(['{Escape}', 'Cancel'])('gives focus back after %s', async (how) => {
    const { person, opener } = open()
    opener.focus()
    await person.keyboard('{Enter}')
    await waitFor(() => expect(holdsFocus()).toBe(true))
    if (how === 'Cancel') await person.click(within(dialog()).getByRole('button', { name: 'Cancel' }))
    else await person.keyboard(how)
    endAnimations()
    await waitFor(() => expect(document.activeElement).toBe(opener))
    await person.tab()
    expect(document.activeElement).toBe(screen.getByRole('link', { name: 'After' }))
  })
})

test('[L46] the page is out of reach until the last dialog is asked to close, and before focus comes back', async () => {
  const [open, setOpen] = createSignal(false)
  const [asked, setAsked] = createSignal(false)
  render(() => (
    <>
      <div data-page>
        <Button onClick={() => setOpen(true)}>Open</Button>
      </div>
      <Sheet open={open()} onClose={() => setOpen(false)} title="Share" />
      <ConfirmDialog open={asked()} title="Replace?" confirmLabel="Replace" onConfirm={() => {}} onCancel={() => {}} />
    </>
  ))
  const opener = screen.getByRole('button', { name: 'Open' })
  const outOfReach = () => opener.closest('[data-page]')?.hasAttribute('inert')
  expect(outOfReach()).toBe(false)
  opener.focus()
  await userEvent.setup().keyboard('{Enter}')
  await waitFor(() => expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true))
  expect(outOfReach()).toBe(true)
  setAsked(true)
  setAsked(false)
  expect(outOfReach()).toBe(true)
  let whenFocusCame: boolean | undefined
  opener.addEventListener('focus', () => {
    whenFocusCame = outOfReach()
  })
  setOpen(false)
  expect(outOfReach()).toBe(false)
  endAnimations()
  await waitFor(() => expect(document.activeElement).toBe(opener))
  expect(whenFocusCame).toBe(false)
})

/** jsdom animates nothing, and what closes waits for the end of its animation. */
function endAnimations(): void {
  for (const closing of document.querySelectorAll('[data-closed]')) {
    closing.dispatchEvent(Object.assign(new Event('animationend'), { animationName: '' }))
  }
}
