import { cleanup, render, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { createSignal, Show } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { createKeptField, formKey } from './kept-texts'
import { amina, workshopOf } from './testing/workshop-of'
import { WorkshopInsideProvider } from './workshop-context'

afterEach(() => {
  cleanup()
  localStorage.clear()
  sessionStorage.clear()
})

function Dialog() {
  const [text, write] = createKeptField(formKey(amina.id, 'dispute/a1'), '')
  return <input aria-label="Reason" value={text()} onInput={(event) => write(event.currentTarget.value)} />
}

/** The workshop with an open dialog; the gate takes it off the page while something has to be loaded again. */
async function openPage() {
  const [isIn, setIn] = createSignal(true)
  const [isOpen, setOpen] = createSignal(true)
  const { inside } = workshopOf({ me: amina })
  render(() => (
    <Show when={isIn()}>
      <WorkshopInsideProvider inside={inside}>
        <Show when={isOpen()}>
          <Dialog />
        </Show>
      </WorkshopInsideProvider>
    </Show>
  ))
  await userEvent.setup().type(reason(), 'Not our answer')
  const again = async (set: (on: boolean) => void) => {
    set(false)
    await Promise.resolve()
    set(true)
  }
  return { comesBack: () => again(setIn), opensAgain: () => again(setOpen) }
}

const reason = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Reason' })

test('[L33] what stands half-typed in a dialog survives that the workshop is taken off the page', async () => {
  const { comesBack } = await openPage()
  await comesBack()
  expect(reason().value).toBe('Not our answer')
})

test('[L33] closing the dialog lets it go', async () => {
  const { opensAgain } = await openPage()
  await opensAgain()
  expect(reason().value).toBe('')
})
